// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/side_by_side.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>
#include <utility>

#include "engine/page/layout.h"
#include "engine/segment/double_stretch.h"

namespace wenlan {
namespace {

constexpr double kWiderThanText = 1.2;            // widths of the text
constexpr double kAsWideAsText = .85;             // widths of the text
constexpr double kNarrowest = .6, kWidest = 1.3;  // pitches
constexpr double kFlattestRow = .25;              // pitches: less is a stroke
constexpr double kFlat = .65;                     // height to width: no character is so flat
constexpr double kMiddle = .17;      // of the width, to either side: where the lane may be
constexpr double kLeastLane = .025;  // pitches
constexpr double kLeastHalf = .18;   // pitches of ink beside it
constexpr double kBare = .02;        // of the height: specks
constexpr double kWidestRun = 1.8;   // pitches: text and double rows found as one
constexpr double kWideRun = 1.8;  // pitches: the shortest double row in a line wider than the text
constexpr double kRun = 3.6;      // the same in others: 門外 and the like have a lane too
constexpr double kHalf = .55;     // pitches from the lane to the far side of a row

// Ink of a line by distance from its left side, its slant and bends taken out.
std::vector<int> ink_across(const FoundLine& line, const InkPicture& ink, int width) {
  std::vector<int> counts(width, 0);
  const int first = std::max(0, static_cast<int>(line.top() * ink.scale));
  const int last = std::min(ink.strong.rows - 1, static_cast<int>(line.bottom() * ink.scale));
  std::size_t slice = 0;
  for (int y = first; y <= last; ++y) {
    while (slice + 1 < line.slices.size() && line.slices[slice + 1].y * ink.scale <= y) ++slice;
    const int left = static_cast<int>(line.slices[slice].center() * ink.scale - width / 2.);
    for (int x = std::max(0, -left); x < width && left + x < ink.strong.cols; ++x)
      counts[x] += ink.strong(y, left + x) != 0;
  }
  return counts;
}

// From the middle of the line to that of the bare lane; in pixels of the page.
std::optional<double> lane_in(const FoundLine& line, const InkPicture& ink, double pitch) {
  const double p = pitch * ink.scale;
  const int width = static_cast<int>(std::lround(median_width(line) * ink.scale));
  const auto counts = ink_across(line, ink, width);
  const double bare = kBare * line.height() * ink.scale;
  int best_begin = 0, best_length = 0;
  for (int begin = 0, x = 0; x <= width; ++x) {
    if (x < width && counts[x] <= bare) continue;
    const double middle = (begin + x) / 2.;
    if (x - begin > best_length && std::abs(middle - width / 2.) < kMiddle * width) {
      best_begin = begin;
      best_length = x - begin;
    }
    begin = x + 1;
  }
  if (best_length < std::max(1., kLeastLane * p)) return std::nullopt;
  const auto inked = [&](auto begin, auto end) {
    return static_cast<double>(std::count_if(begin, end, [&](int count) { return count > bare; }));
  };
  const auto lane = counts.begin() + best_begin;
  if (std::min(inked(counts.begin(), lane), inked(lane + best_length, counts.end())) <
      kLeastHalf * p)
    return std::nullopt;
  return (best_begin + best_length / 2. - width / 2.) / ink.scale;
}

// The rows to either side of the lane, each `reach` wide at most: what is found as one is found too
// wide.
std::pair<FoundLine, FoundLine> halves_of(const FoundLine& line, double lane, double reach) {
  FoundLine right = line, left = line;
  for (std::size_t i = 0; i < line.slices.size(); ++i) {
    const Slice& slice = line.slices[i];
    const double x = std::clamp(slice.center() + lane, slice.left + 1, slice.right - 1);
    right.slices[i] = {slice.y, x, std::min(slice.right, x + reach)};
    left.slices[i] = {slice.y, std::max(slice.left, x - reach), x};
  }
  return {std::move(right), std::move(left)};
}

FoundLine within_column(FoundLine line, double reach) {
  for (auto& slice : line.slices) {
    const double x = slice.center();
    slice.left = std::max(slice.left, x - reach);
    slice.right = std::min(slice.right, x + reach);
  }
  return line;
}

// The row as the line it would be, where it is of the size of two half columns side by side.
std::optional<FoundLine> as_line(const DetectedLine& row, double pitch) {
  const auto box = bounding_box(row.outline);
  if (box.width < kNarrowest * pitch || box.width > kWidest * pitch ||
      box.height > kFlat * box.width || box.height < kFlattestRow * pitch)
    return std::nullopt;
  const double left = box.x, right = box.right();
  return FoundLine{{{box.y, left, right}, {box.bottom(), left, right}},
                   std::max(row.confidence, kDoubtfulLine)};
}

class Parter {
 public:
  Parter(const InkPicture& ink, double pitch, std::vector<FoundLine>& parts)
      : ink_(ink), pitch_(pitch), parts_(parts) {}

  // Takes what has a bare lane from end to end.
  bool take_rows(const FoundLine& line) {
    const auto lane = lane_in(line, ink_, pitch_);
    if (lane) add_halves(line, *lane);
    return lane.has_value();
  }

  // Takes what has one over a stretch of `shortest` pitches or more; text above and below it stays
  // text.
  bool take_run(const FoundLine& line, double shortest) {
    const auto stretch = find_double_stretch(line, ink_, pitch_, shortest);
    if (!stretch) return false;
    FoundLine rows = line;
    if (stretch->top > rows.top()) {
      auto [above, rest] = cut_at(rows, stretch->top);
      if (rest.slices.empty()) return false;
      add_rest(std::move(above), shortest);
      rows = std::move(rest);
    }
    FoundLine below;
    if (stretch->bottom < rows.bottom()) std::tie(rows, below) = cut_at(rows, stretch->bottom);
    add_halves(rows, stretch->lane);
    if (!below.slices.empty()) add_rest(std::move(below), shortest);
    return true;
  }

 private:
  void add_rest(FoundLine line, double shortest) {
    if (!take_run(line, shortest)) parts_.push_back(within_column(std::move(line), kHalf * pitch_));
  }

  void add_halves(const FoundLine& line, double lane) {
    auto [right, left] = halves_of(line, lane, kHalf * pitch_);
    parts_.push_back(std::move(right));
    parts_.push_back(std::move(left));
  }

  const InkPicture& ink_;
  double pitch_;
  std::vector<FoundLine>& parts_;
};

}  // namespace

SideBySide part_side_by_side(SideBySide found,
                             const InkPicture& ink,
                             const Straightening& straightening,
                             double pitch,
                             double text_width) {
  SideBySide parted;
  Parter parter(ink, pitch, parted.lines);
  for (auto& line : found.lines) {
    const double width = upright(line, straightening).width;
    const bool wide = width > kWiderThanText * text_width && width > kNarrowest * pitch;
    if (wide && width < kWidest * pitch && parter.take_rows(line)) continue;
    const bool whole = width > kAsWideAsText * text_width && width > kNarrowest * pitch;
    if (whole && width < kWidestRun * pitch && parter.take_run(line, wide ? kWideRun : kRun))
      continue;
    parted.lines.push_back(std::move(line));
  }
  for (auto& row : found.rows) {
    const auto line = as_line(row, pitch);
    if (!line || !parter.take_rows(*line)) parted.rows.push_back(std::move(row));
  }
  return parted;
}

}  // namespace wenlan
