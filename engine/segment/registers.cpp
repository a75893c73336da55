// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/registers.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace wenlan {
namespace {

constexpr std::size_t kFewestColumns = 4;
constexpr double kCrossing = .12;    // share of columns that may run through the gap
constexpr double kBesideGap = .38;   // share that must end above it and begin below it
constexpr double kBesideRule = .30;  // the same where a rule runs across
constexpr double kBegin = .7;        // share that must begin below the gap where ends are ragged,
constexpr double kEnd = .2;          // and share that must end above it all the same
constexpr double kRuleAcross = .6;
constexpr double kReach = 2;             // pitches from the gap to the ends
constexpr double kShortestRegister = 7;  // pitches
constexpr double kClear = .15;           // pitches that a line may reach over the gap

// How many columns run through a height, and how many end above and begin again below it.
struct Tally {
  int crossing = 0, beside = 0, ends = 0, begins = 0, columns = 0;
  double share(int count) const { return columns > 0 ? static_cast<double>(count) / columns : 0; }
};

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

Tally tally_at(double y,
               std::span<const UprightLine> lines,
               std::span<const Column> columns,
               double pitch) {
  const Gap gap = gap_around(y, lines, pitch);
  Tally tally;
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
    ++tally.columns;
    tally.crossing += crosses;
    const bool ends = !crosses && above > gap.from - kReach * pitch;
    const bool begins = !crosses && below < gap.to + kReach * pitch;
    tally.ends += ends;
    tally.begins += begins;
    tally.beside += ends && begins;
  }
  return tally;
}

// Columns end and begin again; or, where most end short of the gap, all begin again below it.
bool parts_registers(const Tally& tally, bool ruled) {
  if (tally.share(tally.beside) >= (ruled ? kBesideRule : kBesideGap)) return true;
  return tally.crossing == 0 && tally.share(tally.begins) >= kBegin &&
         tally.share(tally.ends) >= kEnd;
}

bool has_rule_near(double y, double pitch, std::span<const HorizontalRule> rules) {
  return std::any_of(rules.begin(), rules.end(), [&](const auto& rule) {
    return rule.coverage > kRuleAcross && std::abs(rule.y - y) < pitch;
  });
}

}  // namespace

std::optional<double> find_register_split(std::span<const UprightLine> lines,
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
  std::optional<double> best;
  double best_score = 0;
  for (double y = top + margin; y <= bottom - margin; y += step) {
    const Tally tally = tally_at(y, lines, columns, pitch);
    if (tally.share(tally.crossing) > kCrossing) continue;
    const bool ruled = has_rule_near(y, pitch, rules);
    if (!parts_registers(tally, ruled)) continue;
    const double score = tally.share(std::max(tally.beside, tally.begins)) -
                         2 * tally.share(tally.crossing) + (ruled ? .2 : 0);
    if (score > best_score) {
      best_score = score;
      best = y;
    }
  }
  return best;
}

}  // namespace wenlan
