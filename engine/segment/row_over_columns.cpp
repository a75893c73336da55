// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/row_over_columns.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <opencv2/core.hpp>

#include "engine/segment/found_line.h"
#include "engine/segment/printed_rules.h"
#include "engine/segment/sheet_ink.h"
#include "engine/segment/sheet_pieces.h"
#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr double kWider = 1.18;        // the head of a column over the rest
constexpr double kWideHeads = .6;      // of the columns, at least
constexpr std::size_t kFewest = 4;     // columns
constexpr double kLongerThanWide = 4;  // of a column with a head
// In units, the width of a usual column.
constexpr double kHead = 1;         // from the top: there a column is as wide as its head
constexpr double kSameTop = .6;     // of columns under one headline
constexpr double kNextTo = 1.3;     // white between two columns
constexpr double kLeastHead = 1.2;  // the height of the headline's ink
constexpr double kMostHead = 3;
constexpr double kWhite = .2;   // below it
constexpr double kAbove = .25;  // outlines stop short of the ink

struct Head {
  std::size_t line;
  Extent column;
  bool wide;  // than the rest of the column
};

using Heads = std::vector<Head>;

bool is_long(const DetectedLine& line) {
  const auto box = bounding_box(line.outline);
  return box.height >= kLongerThanWide * box.width &&
         !cut_across(line.outline, line.confidence).slices.empty();
}

bool is_wide_at_top(const FoundLine& line, double unit) {
  std::vector<double> head, rest;
  for (const Slice& slice : line.slices)
    (slice.y < line.top() + kHead * unit ? head : rest).push_back(slice.right - slice.left);
  return !head.empty() && !rest.empty() &&
         *std::max_element(head.begin(), head.end()) > kWider * median(std::move(rest));
}

// The usual width of columns below their heads.
double usual_width_below(const std::vector<DetectedLine>& lines) {
  std::vector<std::pair<double, double>> widths;
  for (const auto& line : lines) {
    const FoundLine found = cut_across(line.outline, line.confidence);
    if (is_long(line)) widths.emplace_back(median_width(found), found.height());
  }
  return weighted_median(std::move(widths));
}

// Columns side by side that begin at one height, from the left.
std::vector<Heads> groups_of(const std::vector<DetectedLine>& lines, double unit) {
  Heads heads;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!is_long(lines[i])) continue;
    const auto box = bounding_box(lines[i].outline);
    const FoundLine found = cut_across(lines[i].outline, lines[i].confidence);
    heads.push_back({i, {box.x, box.y, box.right(), box.bottom()}, is_wide_at_top(found, unit)});
  }
  std::sort(heads.begin(), heads.end(), [](const Head& a, const Head& b) {
    return std::pair(a.column.left, a.line) < std::pair(b.column.left, b.line);
  });
  std::vector<Heads> groups;
  for (const Head& head : heads) {
    const auto group = std::find_if(groups.begin(), groups.end(), [&](const Heads& known) {
      const Extent& last = known.back().column;
      return std::abs(last.top - head.column.top) < kSameTop * unit &&
             head.column.left - last.right < kNextTo * unit;
    });
    if (group == groups.end())
      groups.push_back({head});
    else
      group->push_back(head);
  }
  std::erase_if(groups, [](const Heads& group) {
    const auto wide =
        std::count_if(group.begin(), group.end(), [](auto& head) { return head.wide; });
    return group.size() < kFewest ||
           static_cast<double>(wide) < kWideHeads * static_cast<double>(group.size());
  });
  return groups;
}

// Where the ink of the headline over the columns begins and ends, if white runs through below it.
std::optional<Stretch> headline_over(const Heads& group, const InkPicture& picture, double unit) {
  Extent all = group.front().column;
  for (const Head& head : group) all = united(all, head.column);
  const double from = all.top - kAbove * unit, to = all.top + (kMostHead + kWhite + kAbove) * unit;
  cv::Mat1b turned;
  cv::transpose(picture.strong, turned);
  double top = from;
  for (const Stretch& blank :
       blanks_across(turned, picture.scale, {from, all.left, to, all.right})) {
    if (blank.from > from + 1 && blank.length() > kWhite * unit) {
      const Stretch headline{top, blank.from};
      const bool high =
          headline.length() > kLeastHead * unit && headline.length() < kMostHead * unit;
      return high ? std::optional(headline) : std::nullopt;
    }
    if (blank.from <= from + 1) top = blank.to;
  }
  return std::nullopt;
}

}  // namespace

std::vector<DetectedLine> free_row_over_columns(std::vector<DetectedLine> lines,
                                                const cv::Mat& pixels) {
  const double unit = usual_width_below(lines);
  const auto groups = groups_of(lines, unit);
  if (groups.empty()) return lines;
  const InkPicture picture = ink_of_print(pixels, unit);
  for (const Heads& group : groups) {
    const auto headline = headline_over(group, picture, unit);
    if (!headline) continue;
    Extent row = group.front().column;
    for (const Head& head : group) {
      row = united(row, head.column);
      DetectedLine& line = lines[head.line];
      const FoundLine found = cut_across(line.outline, line.confidence);
      const FoundLine below = cut_at(found, headline->to).second;
      if (!below.slices.empty()) line.outline = outline_of(below);
    }
    row.top = headline->from;
    row.bottom = headline->to;
    lines.push_back({outline_of(row), lines[group.front().line].confidence});
  }
  return lines;
}

}  // namespace wenlan
