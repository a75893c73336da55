// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/mixed_columns.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "engine/segment/column_cells.h"

namespace wenlan {
namespace {

// Lengths in pitches.
constexpr double kAsWideAsText = .6, kWidest = 1.1;
constexpr double kShortestLine = 1.2;
constexpr double kFlattest = .05;  // ink: a stroke
constexpr double kSlice = .25;
constexpr double kMargin = .05;
constexpr double kSmall = .36;  // a small character across
constexpr double kInside = .5;  // of its height, a run that was found as part of a wide line

constexpr double kSteps[] = {.55, .62, .7, .78, .87, .97};  // from character to character
constexpr int kFewestRuns = 8;                              // double rows inside wide lines
constexpr double kShare = .03;                              // of the length of these lines
constexpr double kWorstFit = 2;  // cost for each pitch of the columns: else they are no such cells
constexpr int kSurelyRuns = 24;  // a charm among much scripture: a small share, but no chance
constexpr double kSureFit = .6;
constexpr int kManyRuns = 40;
constexpr double kLargeShare = .2, kGoodFit = 1.5;

// The upright ink of a column from the first of its lines to the last; a row for each of the ink
// picture's.
struct InkStrip {
  cv::Mat1b ink;
  double left = 0, top = 0;  // straightened frame, pixels of the page
  double scale = 1;
  double u_at(int x) const { return left + x / scale; }
  double y_at(int y) const { return top + y / scale; }
};

InkStrip strip_around(const UprightLine& column,
                      double pitch,
                      const InkPicture& picture,
                      const Straightening& straightening) {
  InkStrip strip;
  strip.scale = picture.scale;
  strip.left = column.center - pitch / 2;
  const int first = std::max(0, static_cast<int>(std::floor(column.top * picture.scale)));
  const int last =
      std::min(picture.strong.rows, static_cast<int>(column.bottom * picture.scale) + 1);
  const int width = static_cast<int>(std::lround(pitch * picture.scale));
  strip.top = first / picture.scale;
  strip.ink = cv::Mat1b(std::max(0, last - first), width, uchar{0});
  for (int row = 0; row < strip.ink.rows; ++row) {
    const double x = straightening.from_upright(strip.left, strip.y_at(row)) * picture.scale;
    const int from = static_cast<int>(std::lround(x));
    const int begin = std::max(0, -from), end = std::min(width, picture.strong.cols - from);
    if (begin < end)
      picture.strong.row(first + row)
          .colRange(from + begin, from + end)
          .copyTo(strip.ink.row(row).colRange(begin, end));
  }
  return strip;
}

// What is inked of a part of the strip; empty where that is less than a stroke.
cv::Rect inked_part(const InkStrip& strip, cv::Rect part, double pitch) {
  part &= cv::Rect(0, 0, strip.ink.cols, strip.ink.rows);
  if (part.empty()) return {};
  cv::Mat1b rows, columns;
  const cv::Mat1b ink = strip.ink(part);
  cv::reduce(ink, rows, 1, cv::REDUCE_MAX);
  cv::reduce(ink, columns, 0, cv::REDUCE_MAX);
  const cv::Rect down = cv::boundingRect(rows), across = cv::boundingRect(columns);
  const cv::Rect box(part.x + across.x, part.y + down.y, across.width, down.height);
  const double least = kFlattest * pitch * strip.scale;
  return box.width < least || box.height < least ? cv::Rect{} : box;
}

// A column that holds lines as wide as text.
struct WideColumn {
  std::vector<std::size_t> lines;  // all that are sure
  UprightLine extent{};            // around the wide ones; from the first line to the last
  double pitch = 0;
  InkStrip strip;
  CellRuns cells;
};

class ColumnCutter {
 public:
  ColumnCutter(const std::vector<FoundLine>& lines,
               std::span<const UprightLine> strips,
               const InkPicture& ink,
               const Straightening& straightening)
      : lines_(lines), strips_(strips), ink_(ink), straightening_(straightening) {}

  void add(const Column& column, double pitch) {
    WideColumn wide;
    wide.pitch = pitch;
    double weight = 0, center = 0;
    for (const auto i : column.lines) {
      const auto& line = strips_[i];
      if (line.doubtful) continue;
      wide.extent.top = wide.lines.empty() ? line.top : std::min(wide.extent.top, line.top);
      wide.extent.bottom = std::max(wide.extent.bottom, line.bottom);
      wide.lines.push_back(i);
      if (!is_wide(line, pitch)) continue;
      weight += line.height();
      center += line.height() * line.center;
    }
    if (!(weight > 0)) return;
    length_ += weight;
    wide.extent.center = center / weight;
    wide.strip = strip_around(wide.extent, pitch, ink_, straightening_);
    columns_.push_back(std::move(wide));
  }

  // Cuts all columns into cells by the step that suits them best together.
  void cut() {
    std::vector<ColumnCells> cells;
    for (const auto& column : columns_)
      cells.emplace_back(column.strip.ink, column.pitch * column.strip.scale);
    cost_ = std::numeric_limits<double>::max();
    for (const double step : kSteps) {
      std::vector<CellRuns> cut;
      double cost = 0;
      for (const auto& column : cells) {
        cut.push_back(column.runs(step));
        cost += cut.back().cost;
      }
      if (cost >= cost_) continue;
      cost_ = cost;
      for (std::size_t i = 0; i < cut.size(); ++i) columns_[i].cells = std::move(cut[i]);
    }
  }

  MixedColumns found() const {
    MixedColumns found{take(), 0, 0, 0};
    double length = 0, pitches = 0;
    for (const auto& column : columns_) {
      pitches += (column.extent.bottom - column.extent.top) / column.pitch;
      for (const auto& run : column.cells.runs) {
        if (!run.doubled || !inside_wide_line(run, column)) continue;
        ++found.double_rows;
        length += (run.end - run.begin) / column.strip.scale;
      }
    }
    if (length_ > 0) found.share = length / length_;
    if (pitches > 0) found.misfit = cost_ / pitches;
    return found;
  }

 private:
  std::vector<FoundLine> take() const {
    std::vector<FoundLine> parted;
    std::vector<bool> replaced(lines_.size(), false);
    for (const auto& column : columns_) {
      for (const auto i : column.lines) replaced[i] = true;
      for (const auto& run : column.cells.runs) add_run(run, column, parted);
    }
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (!replaced[i]) parted.push_back(lines_[i]);
    return parted;
  }

  static bool is_wide(const UprightLine& line, double pitch) {
    return line.width > kAsWideAsText * pitch && line.width < kWidest * pitch &&
           line.height() > kShortestLine * pitch;
  }

  bool inside_wide_line(const CellRun& run, const WideColumn& column) const {
    const double top = column.strip.y_at(run.begin), bottom = column.strip.y_at(run.end);
    return std::any_of(column.lines.begin(), column.lines.end(), [&](std::size_t i) {
      const auto& line = strips_[i];
      return is_wide(line, column.pitch) &&
             std::min(bottom, line.bottom) - std::max(top, line.top) > kInside * (bottom - top);
    });
  }

  void add_run(const CellRun& run, const WideColumn& column, std::vector<FoundLine>& lines) const {
    const cv::Rect all(0, run.begin, column.strip.ink.cols, run.end - run.begin);
    if (!run.doubled) return add_piece(all, column, WritingKind::text, lines);
    const cv::Rect right(run.lane, all.y, all.width - run.lane, all.height);
    const cv::Rect left(0, all.y, run.lane, all.height);
    add_piece(right, column, WritingKind::note, lines);
    add_piece(left, column, WritingKind::note, lines);
  }

  // As wide as small characters are, in the middle of their half: a rule beside them may have taken
  // ink of theirs.
  static cv::Rect small_character_in(const cv::Rect& half,
                                     const cv::Rect& ink,
                                     const WideColumn& column) {
    const int width =
        std::min(half.width, static_cast<int>(kSmall * column.pitch * column.strip.scale));
    return {half.x + (half.width - width) / 2, ink.y, width, ink.height};
  }

  void add_piece(const cv::Rect& part,
                 const WideColumn& column,
                 WritingKind kind,
                 std::vector<FoundLine>& lines) const {
    const InkStrip& strip = column.strip;
    cv::Rect box = inked_part(strip, part, column.pitch);
    if (box.empty()) return;
    if (kind == WritingKind::note) box |= small_character_in(part, box, column);
    const double margin = kMargin * column.pitch;
    const double top = strip.y_at(box.y) - margin, bottom = strip.y_at(box.br().y) + margin;
    const double left = strip.u_at(box.x) - margin, right = strip.u_at(box.br().x) + margin;
    const int count = 2 + static_cast<int>((bottom - top) / (kSlice * column.pitch));
    FoundLine piece{{}, 1, false, kind};
    for (int slice = 0; slice < count; ++slice) {
      const double y = top + (bottom - top) * slice / (count - 1);
      piece.slices.push_back(
          {y, straightening_.from_upright(left, y), straightening_.from_upright(right, y)});
    }
    lines.push_back(std::move(piece));
  }

  const std::vector<FoundLine>& lines_;
  std::span<const UprightLine> strips_;
  const InkPicture& ink_;
  const Straightening& straightening_;
  std::vector<WideColumn> columns_;
  double length_ = 0;  // of all wide lines
  double cost_ = 0;    // of the cells
};

}  // namespace

bool MixedColumns::may_be_mixed() const {
  return double_rows >= kFewestRuns;
}

bool MixedColumns::is_mixed() const {
  const bool often = share > kShare || (double_rows >= kSurelyRuns && misfit < kSureFit);
  return may_be_mixed() && often && misfit < kWorstFit;
}

bool MixedColumns::is_glosses() const {
  return double_rows >= kManyRuns && share > kLargeShare && misfit < kGoodFit;
}

MixedColumns part_mixed_columns(const std::vector<FoundLine>& lines,
                                std::span<const UprightLine> strips,
                                const Block& block,
                                const InkPicture& ink,
                                const Straightening& straightening) {
  ColumnCutter cutter(lines, strips, ink, straightening);
  std::vector<int> bands(block.columns.size(), 0);
  for (const auto& placed : block.lines) bands[placed.column] = placed.band;
  for (std::size_t i = 0; i < block.columns.size(); ++i) {
    const double known = block.pitches[bands[i]];
    cutter.add(block.columns[i], known > 0 ? known : block.grid.pitch);
  }
  cutter.cut();
  return cutter.found();
}

}  // namespace wenlan
