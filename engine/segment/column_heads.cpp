// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/column_heads.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "engine/segment/ink_parts.h"

namespace wenlan {
namespace {

// Lengths in widths of the text.
constexpr double kLongColumn = 4;
constexpr double kNarrow = .7;               // other columns are no text
constexpr double kAbove = 1.4, kWithin = 1;  // where the label may be, about the top of the column
constexpr double kAside = 1.7;               // from its middle
constexpr double kLower = .75;               // where the columns beside it begin, at least
constexpr double kSameColumn = .5;
constexpr double kPiece = 1.6;   // lines not longer may be pieces of the label
constexpr double kOutside = .3;  // what the label reaches to either side
constexpr double kLowest = .3, kHighest = .95, kNarrowest = 1.18, kWidest = 3.4;  // of the label
constexpr double kFlat = 1.7;   // times as wide as high, at least
constexpr double kApart = .45;  // between two of its characters, less
constexpr double kTouch = .07;  // what the row and the column below may share
constexpr double kLeastStroke = .08;
constexpr double kMargin = .06;
constexpr double kStandsOver = .6, kGap = 1.2;
constexpr float kConfidence = .6F;

class HeadFinder {
 public:
  HeadFinder(const InkPicture& picture, double text_width, const std::vector<FoundLine>& lines)
      : picture_(picture), width_(text_width) {
    for (const auto& line : lines) boxes_.push_back(bounding_box(outline_of(line)));
  }

  // The box of the label over the column, on the page.
  std::optional<Box<CleanSpace>> over(std::size_t column) const {
    const auto& box = boxes_[column];
    if (box.height < kLongColumn * width_ || box.width < kNarrow * width_) return std::nullopt;
    const double center = box.center().x;  // columns lean little over one character
    if (!is_raised(column, center)) return std::nullopt;
    const cv::Rect window = window_at(box, center);
    if (window.empty()) return std::nullopt;
    return label_among(strokes_in(window), center * picture_.scale);
  }

 private:
  bool is_raised(std::size_t column, double center) const {
    for (std::size_t i = 0; i < boxes_.size(); ++i) {
      const auto& other = boxes_[i];
      if (i == column || std::abs(other.center().x - center) < kSameColumn * width_) continue;
      const bool beside =
          other.x < center + kAside * width_ && other.right() > center - kAside * width_;
      const bool is_piece = other.height < kPiece * width_;
      if (beside && !is_piece && other.y < boxes_[column].y + kLower * width_) return false;
    }
    return true;
  }

  cv::Rect window_at(const Box<CleanSpace>& box, double center) const {
    const double scale = picture_.scale;
    return cv::Rect(
               cv::Point2d((center - kAside * width_) * scale, (box.y - kAbove * width_) * scale),
               cv::Point2d((center + kAside * width_) * scale,
                           (box.y + kWithin * width_) * scale)) &
           cv::Rect({}, picture_.strong.size());
  }

  // Boxes of the parts of ink that may be strokes of a label, in pixels of the picture.
  std::vector<cv::Rect> strokes_in(const cv::Rect& window) const {
    const double w = width_ * picture_.scale;
    std::vector<cv::Rect> strokes;
    for (const InkPart& part : connected_parts(BitMask(picture_.strong(window))).parts)
      if (std::max(part.box.width, part.box.height) >= kLeastStroke * w &&
          part.box.height <= kHighest * w)
        strokes.push_back(part.box + window.tl());
    return strokes;
  }

  // What stands highest is the label if it is one row, wider than a character.
  std::optional<Box<CleanSpace>> label_among(std::vector<cv::Rect> strokes, double center) const {
    const double w = width_ * picture_.scale;
    const cv::Rect row = widest_run(highest_row(std::move(strokes), w), w);
    if (row.height < kLowest * w || row.height > kHighest * w || row.width < kNarrowest * w ||
        row.width > kWidest * w || row.width < kFlat * row.height ||
        row.x > center - kOutside * w || row.br().x < center + kOutside * w)
      return std::nullopt;
    const auto scale = static_cast<float>(picture_.scale);
    const auto margin = static_cast<float>(kMargin * width_);
    return Box<CleanSpace>{static_cast<float>(row.x) / scale - margin,
                           static_cast<float>(row.y) / scale - margin,
                           static_cast<float>(row.width) / scale + 2 * margin,
                           static_cast<float>(row.height) / scale + 2 * margin};
  }

  // The strokes above the first white that runs across them all; specks do not count.
  static std::vector<cv::Rect> highest_row(std::vector<cv::Rect> strokes, double w) {
    std::sort(strokes.begin(), strokes.end(), [](auto& a, auto& b) { return a.y < b.y; });
    std::vector<cv::Rect> row;
    int bottom = 0;
    for (const auto& stroke : strokes) {
      if (!row.empty() && stroke.y > bottom - kTouch * w) {
        if (bottom - row.front().y >= kLowest * w) break;
        row.clear();
      }
      bottom = row.empty() ? stroke.br().y : std::max(bottom, stroke.br().y);
      row.push_back(stroke);
    }
    return row;
  }

  // Of strokes that stand no farther apart than characters of a row do.
  static cv::Rect widest_run(std::vector<cv::Rect> row, double w) {
    std::sort(row.begin(), row.end(), [](auto& a, auto& b) { return a.x < b.x; });
    cv::Rect widest, run;
    for (const auto& stroke : row) {
      run = !run.empty() && stroke.x - run.br().x < kApart * w ? run | stroke : stroke;
      if (run.width > widest.width) widest = run;
    }
    return widest;
  }

  const InkPicture& picture_;
  double width_;
  std::vector<Box<CleanSpace>> boxes_;
};

bool holds(const Box<CleanSpace>& label, const Box<CleanSpace>& other) {
  return intersected(label, other).area() > .5F * other.area();
}

}  // namespace

std::vector<FoundLine> take_column_heads(const InkPicture& picture,
                                         double text_width,
                                         std::vector<FoundLine>& lines,
                                         std::vector<DetectedLine>& rows) {
  const HeadFinder finder(picture, text_width, lines);
  std::vector<FoundLine> heads;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto label = finder.over(i);
    if (!label) continue;
    heads.push_back(cut_across(outline_of(*label), kConfidence));
    if (lines[i].top() < label->bottom()) {
      auto [above, below] = cut_at(lines[i], label->bottom());
      if (!below.slices.empty()) lines[i] = std::move(below);
    }
  }
  for (const auto& head : heads) {
    const auto label = bounding_box(outline_of(head));
    std::erase_if(lines, [&](auto& line) { return holds(label, bounding_box(outline_of(line))); });
    std::erase_if(rows, [&](auto& row) { return holds(label, bounding_box(row.outline)); });
  }
  return heads;
}

std::vector<std::size_t> heads_over(const UprightLine& line,
                                    std::span<const UprightLine> heads,
                                    double text_width) {
  std::vector<std::size_t> over;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const double gap = line.top - heads[i].bottom;
    if (std::abs(heads[i].center - line.center) < kStandsOver * text_width &&
        gap > -.5 * heads[i].height() && gap < kGap * text_width)
      over.push_back(i);
  }
  return over;
}

}  // namespace wenlan
