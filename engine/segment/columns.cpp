// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/columns.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "engine/segment/column_cost.h"

namespace wenlan {
namespace {

// Lengths in pitches.
constexpr double kStepsInPitch = 24;
constexpr double kNarrowest = .62, kWidest = 1.45;
constexpr int kShortestGap = 5;  // steps: its two edges are never those of one rule
constexpr double kMostColumns = 150;
constexpr double kNever = std::numeric_limits<double>::max();

class Cutter {
 public:
  Cutter(std::span<const UprightLine> lines,
         const Grid& grid,
         std::span<const Rule> rules,
         const SegmentOptions& weights)
      : lines_(lines), rules_(rules), weights_(weights), measures_{grid.pitch, grid.half_border} {
    by_center_.resize(lines.size());
    std::iota(by_center_.begin(), by_center_.end(), 0);
    std::sort(by_center_.begin(), by_center_.end(), [&](auto a, auto b) {
      return std::pair(lines[a].center, a) < std::pair(lines[b].center, b);
    });
    measure();
    find_boundary_costs();
  }

  ColumnCut cut() const;

 private:
  void measure();
  void find_boundary_costs();
  void add_bonds();
  struct Way;
  Way find_way() const;
  void extend_gap(Way& way, int to) const;
  Column column_between(int from, int to) const;
  double half_share_of(const std::vector<Column>& columns) const;
  double column_cost(int from, int to) const;
  double at(int step) const { return start_ + step * step_; }

  std::span<const UprightLine> lines_;
  std::span<const Rule> rules_;
  const SegmentOptions& weights_;
  ColumnMeasures measures_;
  double start_ = 0, step_ = 1;
  int steps_ = 0;
  std::vector<std::size_t> by_center_;
  std::vector<std::size_t> first_at_;  // into by_center_: the first line at or right of the step
  std::vector<double> boundary_;
};

void Cutter::measure() {
  double top = std::numeric_limits<double>::max(), bottom = -top;
  for (const auto& line : lines_) {
    top = std::min(top, line.top);
    bottom = std::max(bottom, line.bottom);
  }
  measures_.height = std::max(1., bottom - top);
  const double across = lines_[by_center_.back()].center - lines_[by_center_.front()].center;
  const double pitch = std::max({1., measures_.pitch, across / kMostColumns});
  measures_.pitch = pitch;
  step_ = pitch / kStepsInPitch;
  start_ = lines_[by_center_.front()].center - kWidest * pitch;
  const double end = lines_[by_center_.back()].center + kWidest * pitch;
  steps_ = static_cast<int>(std::ceil((end - start_) / step_)) + 1;
  first_at_.resize(steps_);
  std::size_t next = 0;
  for (int i = 0; i < steps_; ++i) {
    while (next < by_center_.size() && lines_[by_center_[next]].center < at(i)) ++next;
    first_at_[i] = next;
  }
}

void Cutter::find_boundary_costs() {
  boundary_.assign(steps_, 0.);
  for (int i = 0; i < steps_; ++i) {
    double cut = 0;
    for (const auto& line : lines_) cut += cut_cost(line, at(i), measures_);
    boundary_[i] =
        weights_.cut_weight * cut - weights_.rule_weight * rule_gain(rules_, at(i), measures_);
  }
  add_bonds();
}

// Double rows are not parted.
void Cutter::add_bonds() {
  for (std::size_t n = 0; n < by_center_.size(); ++n) {
    const auto& a = lines_[by_center_[n]];
    for (std::size_t m = n + 1; m < by_center_.size(); ++m) {
      const auto& b = lines_[by_center_[m]];
      if (b.center - a.center > kBondFarthest * measures_.pitch) break;
      const double bond = bond_of(a, b, measures_);
      if (bond <= 0) continue;
      const int from = static_cast<int>(std::ceil((a.center - start_) / step_));
      const int to = static_cast<int>(std::floor((b.center - start_) / step_));
      for (int i = std::max(0, from); i <= std::min(steps_ - 1, to); ++i)
        boundary_[i] += weights_.bond_weight * bond;
    }
  }
}

double Cutter::half_share_of(const std::vector<Column>& columns) const {
  double halves = 0, all = 0;
  for (const auto& column : columns)
    for (const auto i : column.lines) {
      const LineFit fit = fit_between(lines_[i], column.left, column.right, measures_);
      all += lines_[i].height();
      if (fit.as_half < fit.as_main) halves += lines_[i].height();
    }
  return all > 0 ? halves / all : 0;
}

double Cutter::column_cost(int from, int to) const {
  double cost = weights_.spacing_weight * spacing_cost(at(to) - at(from), measures_);
  if (first_at_[from] == first_at_[to]) return cost + weights_.empty_weight;
  for (std::size_t n = first_at_[from]; n < first_at_[to]; ++n)
    cost += weights_.place_weight * place_cost(lines_[by_center_[n]], at(from), at(to), measures_);
  return cost;
}

// The cheapest way to each step: where a column ends, somewhere in a gap without lines, or where a
// column may begin, right after another or after a gap. Gaps stand between columns only.
struct Cutter::Way {
  explicit Way(int steps)
      : end(steps, kNever),
        gap(steps, kNever),
        begin(steps, kNever),
        end_from(steps, -1),
        gap_from(steps, -1),
        after_gap(steps, false) {}

  std::vector<double> end, gap, begin;
  std::vector<int> end_from;  // where the column that ends here began
  std::vector<int> gap_from;  // where the column before the gap ended
  std::vector<bool> after_gap;
};

Cutter::Way Cutter::find_way() const {
  const int least = static_cast<int>(std::ceil(kNarrowest * kStepsInPitch));
  const int most = static_cast<int>(std::floor(kWidest * kStepsInPitch));
  Way way(steps_);
  for (int to = 0; to < steps_; ++to) {
    if (first_at_[to] == 0) {  // the margin before the first line costs nothing
      way.begin[to] = boundary_[to];
      continue;
    }
    for (int from = std::max(0, to - most); from <= to - least; ++from) {
      if (way.begin[from] >= kNever) continue;
      const double cost = way.begin[from] + column_cost(from, to) + boundary_[to];
      if (cost >= way.end[to]) continue;
      way.end[to] = cost;
      way.end_from[to] = from;
    }
    way.begin[to] = way.end[to];
    extend_gap(way, to);
  }
  return way;
}

void Cutter::extend_gap(Way& way, int to) const {
  const double step = weights_.empty_weight / kStepsInPitch;
  if (first_at_[to] == first_at_[to - 1] && way.gap[to - 1] < kNever) {
    way.gap[to] = way.gap[to - 1] + step;
    way.gap_from[to] = way.gap_from[to - 1];
  }
  const int from = to - kShortestGap;
  if (from >= 0 && first_at_[from] == first_at_[to] && way.end[from] < kNever &&
      way.end[from] + kShortestGap * step < way.gap[to]) {
    way.gap[to] = way.end[from] + kShortestGap * step;
    way.gap_from[to] = from;
  }
  if (way.gap[to] >= kNever || way.gap[to] + boundary_[to] >= way.begin[to]) return;
  way.begin[to] = way.gap[to] + boundary_[to];
  way.after_gap[to] = true;
}

Column Cutter::column_between(int from, int to) const {
  Column column{at(from), at(to), {}};
  for (std::size_t n = first_at_[from]; n < first_at_[to]; ++n)
    column.lines.push_back(by_center_[n]);
  std::sort(column.lines.begin(), column.lines.end(), [&](auto a, auto b) {
    return std::pair(lines_[a].top, a) < std::pair(lines_[b].top, b);
  });
  return column;
}

ColumnCut Cutter::cut() const {
  const Way way = find_way();
  int end = -1;
  for (int i = 0; i < steps_; ++i)
    if (first_at_[i] == lines_.size() && (end < 0 || way.end[i] < way.end[end])) end = i;
  ColumnCut answer;
  if (end < 0 || way.end[end] >= kNever) return answer;
  answer.cost = way.end[end];
  for (int to = end;;) {
    const int from = way.end_from[to];
    if (first_at_[from] != first_at_[to]) answer.columns.push_back(column_between(from, to));
    if (way.end_from[from] < 0 && !way.after_gap[from]) break;
    to = way.after_gap[from] ? way.gap_from[from] : from;
  }
  answer.half_share = half_share_of(answer.columns);
  return answer;
}

}  // namespace

ColumnCut cut_columns(std::span<const UprightLine> lines,
                      const Grid& grid,
                      std::span<const Rule> rules,
                      const SegmentOptions& options) {
  if (lines.empty() || !(grid.pitch > 0)) return {};
  return Cutter(lines, grid, rules, options).cut();
}

}  // namespace wenlan
