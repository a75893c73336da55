// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/side_by_side.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "engine/page/layout.h"

namespace wenlan {
namespace {

constexpr double kWiderThanText = 1.2;            // widths of the text
constexpr double kNarrowest = .6, kWidest = 1.3;  // pitches
constexpr double kFlattestRow = .25;              // pitches: less is a stroke
constexpr double kFlat = .65;                     // height to width: no character is so flat
constexpr double kMiddle = .17;      // of the width, to either side: where the lane may be
constexpr double kLeastLane = .025;  // pitches
constexpr double kLeastHalf = .18;   // pitches of ink beside it
constexpr double kBare = .02;        // of the height: specks

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

std::pair<FoundLine, FoundLine> halves_of(const FoundLine& line, double lane) {
  FoundLine right = line, left = line;
  for (std::size_t i = 0; i < line.slices.size(); ++i) {
    const Slice& slice = line.slices[i];
    const double x = std::clamp(slice.center() + lane, slice.left + 1, slice.right - 1);
    right.slices[i].left = x;
    left.slices[i].right = x;
  }
  return {std::move(right), std::move(left)};
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

}  // namespace

SideBySide part_side_by_side(SideBySide found,
                             const InkPicture& ink,
                             const Straightening& straightening,
                             double pitch,
                             double text_width) {
  SideBySide parted;
  const auto part = [&](const FoundLine& line) {
    const auto lane = lane_in(line, ink, pitch);
    if (!lane) return false;
    auto [right, left] = halves_of(line, *lane);
    parted.lines.push_back(std::move(right));
    parted.lines.push_back(std::move(left));
    return true;
  };
  for (auto& line : found.lines) {
    const double width = upright(line, straightening).width;
    const bool wide = width > kWiderThanText * text_width && width > kNarrowest * pitch &&
                      width < kWidest * pitch;
    if (!wide || !part(line)) parted.lines.push_back(std::move(line));
  }
  for (auto& row : found.rows) {
    const auto line = as_line(row, pitch);
    if (!line || !part(*line)) parted.rows.push_back(std::move(row));
  }
  return parted;
}

}  // namespace wenlan
