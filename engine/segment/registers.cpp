// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/registers.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace wenlan {
namespace {

constexpr std::size_t kFewestColumns = 4;
constexpr double kCrossing = .12;  // share of columns that may run through the gap
// What columns count, in columns of text.
constexpr double kPrice = .38;       // of a register, for each column of the block
constexpr double kCrossingCost = 3;  // text cut through
constexpr double kBegins = .5, kEnds = .35;
constexpr double kRuleGain = .08;  // for each column of the block
constexpr double kRuleAcross = .6;
constexpr double kReach = 2;             // pitches from the gap to the ends
constexpr double kShortestRegister = 7;  // pitches
constexpr double kClear = .15;           // pitches that a line may reach over the gap

// The empty band around a height; the height itself where a line runs through it.
struct Gap {
  double from, to;
};

Gap gap_around(double y, std::span<const UprightLine> lines, double pitch) {
  Gap gap{std::numeric_limits<double>::lowest(), std::numeric_limits<double>::max()};
  for (const auto& line : lines) {
    if (line.doubtful) continue;
    if (line.top < y - kClear * pitch && line.bottom > y + kClear * pitch) return {y, y};
    if (line.middle() < y)
      gap.from = std::max(gap.from, line.bottom);
    else
      gap.to = std::min(gap.to, line.top);
  }
  return {std::min(gap.from, y), std::max(gap.to, y)};
}

ColumnEnds ends_at(double y,
                   std::span<const UprightLine> lines,
                   std::span<const Column> columns,
                   double pitch) {
  const Gap gap = gap_around(y, lines, pitch);
  ColumnEnds at;
  at.columns = static_cast<int>(columns.size());
  at.white = (gap.to - gap.from) / pitch;
  for (const auto& column : columns) {
    double above = std::numeric_limits<double>::lowest();
    double below = std::numeric_limits<double>::max();
    bool crosses = false;
    for (const auto i : column.lines) {
      const auto& line = lines[i];
      if (line.doubtful) continue;
      if (line.top < y - kClear * pitch && line.bottom > y + kClear * pitch)
        crosses = true;
      else if (line.middle() < y)
        above = std::max(above, line.bottom);
      else
        below = std::min(below, line.top);
    }
    const bool ends = above > gap.from - kReach * pitch;
    const bool begins = below < gap.to + kReach * pitch;
    at.crossing += crosses;
    at.beside += !crosses && ends && begins;
    at.begins += !crosses && !ends && begins;
    at.ends += !crosses && ends && !begins;
  }
  return at;
}

double rule_near(double y, double pitch, std::span<const HorizontalRule> rules) {
  double coverage = 0;
  for (const auto& rule : rules)
    if (std::abs(rule.y - y) < pitch) coverage = std::max(coverage, rule.coverage);
  return coverage;
}

}  // namespace

double register_cost(const ColumnEnds& ends, double ruled) {
  double cost = kPrice * ends.columns + kCrossingCost * ends.crossing - ends.beside;
  if (ruled > kRuleAcross) cost -= kRuleGain * ends.columns;
  if (ends.crossing > 0) return cost;
  return cost - kBegins * ends.begins - kEnds * std::min(1., ends.white) * ends.ends;
}

std::optional<RegisterSplit> find_register_split(std::span<const UprightLine> lines,
                                                 std::span<const Column> columns,
                                                 double pitch,
                                                 std::span<const HorizontalRule> rules) {
  if (columns.size() < kFewestColumns) return std::nullopt;
  double top = std::numeric_limits<double>::max(), bottom = -top;
  for (const auto& line : lines) {
    top = std::min(top, line.top);
    bottom = std::max(bottom, line.bottom);
  }
  const double margin = kShortestRegister * pitch;
  const double step = std::max(1., pitch / 8);
  std::optional<RegisterSplit> best;
  for (double y = top + margin; y <= bottom - margin; y += step) {
    const ColumnEnds ends = ends_at(y, lines, columns, pitch);
    if (ends.crossing > kCrossing * ends.columns || ends.beside + ends.begins == 0) continue;
    const double cost = register_cost(ends, rule_near(y, pitch, rules));
    if (!best || cost < best->cost) best = {y, cost};
  }
  return best;
}

}  // namespace wenlan
