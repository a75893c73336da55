// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drawn/segment/drawn_scan.h"

#include <algorithm>
#include <sstream>

#include <opencv2/imgproc.hpp>

#include "engine/segment/find_layout.h"

namespace wenlan {
namespace {

constexpr int kCellWidth = 30, kCellHeight = 55, kInset = 4;
constexpr int kRed = 150;  // grey levels beyond the paper
const cv::Scalar kPaper{225, 230, 235}, kInk{40, 40, 40};

// Sees the letters of a drawn page: those in red where only red is shown.
class LetterDetector final : public LineDetector {
 public:
  LetterDetector(std::vector<DetectedLine> black, std::vector<DetectedLine> red)
      : black_(std::move(black)), red_(std::move(red)) {}

  Result<std::vector<DetectedLine>> detect(const cv::Mat& pixels, int) const override {
    return pixels.at<cv::Vec3b>(0, 0) == cv::Vec3b(255, 255, 255) ? red_ : black_;
  }
  std::string model() const override { return "letters"; }

 private:
  std::vector<DetectedLine> black_, red_;
};

// Strokes as of characters one below the other (or side by side in a row).
void draw_characters(cv::Mat& picture, const cv::Rect& box, const cv::Scalar& ink) {
  const bool upright = box.height >= box.width;
  const int side = upright ? std::min(box.width, kCellHeight) : std::min(box.height, kCellHeight);
  const int count = std::max(1, (upright ? box.height : box.width) / std::max(1, side));
  for (int i = 0; i < count; ++i) {
    cv::Rect part = box;
    (upright ? part.y : part.x) += i * (upright ? box.height : box.width) / count;
    (upright ? part.height : part.width) = (upright ? box.height : box.width) / count - kInset;
    const cv::Point middle(part.x + part.width / 2, part.y + part.height / 2);
    const int thick = std::max(2, side / 14);
    for (const int y : {part.y + thick, middle.y, part.br().y - thick})
      cv::line(picture, {part.x, y}, {part.br().x, y + 2}, ink, thick);
    cv::line(picture, {middle.x, part.y}, {middle.x, part.br().y}, ink, thick);
  }
}

cv::Rect whole(const Box<CleanSpace>& box) {
  return {static_cast<int>(box.x),
          static_cast<int>(box.y),
          static_cast<int>(box.width),
          static_cast<int>(box.height)};
}

}  // namespace

DrawnScan::DrawnScan(std::string_view picture, std::string_view red) {
  std::vector<std::string> rows;
  std::istringstream text{std::string(picture)};
  for (std::string row; std::getline(text, row);)
    if (!row.empty()) rows.push_back(row);
  std::size_t width = 0;
  for (const auto& row : rows) width = std::max(width, row.size());
  const cv::Size size(static_cast<int>(width) * kCellWidth,
                      static_cast<int>(rows.size()) * kCellHeight);
  page_.pixels = cv::Mat(size, CV_8UC3, kPaper);
  page_.red_ink = cv::Mat1b(size, uchar{0});
  page_.scan_size = {size.width, size.height};
  for (std::size_t y = 0; y < rows.size(); ++y)
    for (std::size_t x = 0; x < rows[y].size(); ++x) {
      const char cell = rows[y][x];
      const Box<CleanSpace> box{static_cast<float>(x) * kCellWidth,
                                static_cast<float>(y) * kCellHeight,
                                kCellWidth,
                                kCellHeight};
      if (std::isalpha(static_cast<unsigned char>(cell)) == 0 || cell == 'o') {
        draw(cell, static_cast<int>(box.x), static_cast<int>(box.y));
        continue;
      }
      const auto known = std::find_if(letters_.begin(), letters_.end(), [&](const Letter& other) {
        return other.name == cell;
      });
      if (known == letters_.end())
        letters_.push_back({cell, box, red.find(cell) != std::string_view::npos});
      else
        known->box = united(known->box, box);
    }
  for (auto& letter : letters_) {
    letter.box = {letter.box.x + kInset,
                  letter.box.y + kInset,
                  letter.box.width - 2 * kInset,
                  letter.box.height - 2 * kInset};
    cv::Mat& layer = letter.red ? page_.red_ink : page_.pixels;
    draw_characters(layer, whole(letter.box), letter.red ? cv::Scalar(kRed) : kInk);
  }
}

void DrawnScan::draw(char cell, int x, int y) {
  const cv::Point middle(x + kCellWidth / 2, y + kCellHeight / 2);
  cv::Mat& ink = page_.pixels;
  if (cell == '-') cv::line(ink, {x, middle.y}, {x + kCellWidth, middle.y}, kInk, 4);
  if (cell == '!') cv::line(ink, {middle.x, y}, {middle.x, y + kCellHeight}, kInk, 3);
  if (cell == '#') cv::rectangle(ink, {x, y, kCellWidth, kCellHeight}, kInk, cv::FILLED);
  if (cell == '%')
    for (int i = 0; i < 3; ++i)
      cv::line(ink, {x, y + 18 * i}, {x + kCellWidth, y + 18 * i + 20}, kInk, 3);
  if (cell == 'o') cv::circle(page_.red_ink, middle, 7, kRed, 3);
}

DrawnScan& DrawnScan::folded() {
  page_.report.gutter_x = static_cast<float>(page_.pixels.cols) / 2;
  return *this;
}

DrawnScan& DrawnScan::sealed(int column, int row) {
  const cv::Rect box(column * kCellWidth, row * kCellHeight, 120, 120);
  cv::rectangle(page_.red_ink, box, kRed, 5);
  for (int i = 20; i < 120; i += 20)
    cv::line(page_.red_ink, {box.x + i, box.y}, {box.x + i, box.br().y}, kRed, 4);
  return *this;
}

DrawnScan& DrawnScan::blank() {
  page_.report.blank = true;
  return *this;
}

Layout DrawnScan::laid_out() const {
  CleanPage page = page_;
  page.without_red = page_.pixels;
  page.pixels = page_.pixels.clone();
  page.pixels.setTo(cv::Scalar(60, 60, 220), page.red_ink);
  if (cv::countNonZero(page.red_ink) == 0) page.red_ink.release();
  std::vector<DetectedLine> black, red;
  for (const auto& letter : letters_)
    (letter.red ? red : black).push_back({outline_of(letter.box), .9F});
  const auto layout = find_layout(page, LetterDetector(black, red), {}, {});
  return layout ? *layout : Layout{};
}

// '?' for a line that none was drawn for.
char DrawnScan::name_of(const Line& line) const {
  const auto outline = bounding_box(page_.placement.to_clean(line.outline));
  const auto best =
      std::max_element(letters_.begin(), letters_.end(), [&](const Letter& a, const Letter& b) {
        return intersected(a.box, outline).area() < intersected(b.box, outline).area();
      });
  const bool any = best != letters_.end() && !intersected(best->box, outline).empty();
  return any ? best->name : '?';
}

std::string DrawnScan::read(const Layout& layout, const Region& region) const {
  std::string text, kind{name_in(kRegionKinds, region.kind)};
  const Line* before = nullptr;
  for (const Line& line : layout.lines) {
    if (line.region != region.id) continue;
    if (name_of(line) == '?' && line.confidence < kDoubtfulLine) continue;  // reading will tell
    const bool is_text = line.stream == Stream::main || line.stream == Stream::note;
    if (!is_text && region.kind == RegionKind::text) kind = name_in(kStreams, line.stream);
    if (before != nullptr && before->note_segment && before->note_segment != line.note_segment)
      text += ')';
    if (before == nullptr || before->column != line.column) text += ' ';
    const bool goes_on = before != nullptr && line.note_segment == before->note_segment;
    if (line.note_segment && !goes_on) text += '(';
    if (line.note_half == NoteHalf::left && goes_on && before->note_half == NoteHalf::right)
      text += '/';
    text += name_of(line);
    before = &line;
  }
  if (before != nullptr && before->note_segment) text += ')';
  return kind + text;
}

std::string DrawnScan::read() const {
  const Layout layout = laid_out();
  std::string text;
  for (const Region& region : layout.regions)
    text += (text.empty() ? "" : "; ") + read(layout, region);
  return text;
}

}  // namespace wenlan
