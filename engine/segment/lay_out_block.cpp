// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/lay_out_block.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/segment/grid_cost.h"
#include "engine/segment/notes.h"

namespace wenlan {
namespace {

constexpr int kMostRegisters = 8;
constexpr double kWorthTrying = 2;  // columns of text that better columns may make up for

constexpr std::size_t kFewestColumns = 4;  // that tell a pitch
constexpr double kLeastGap = .7;           // pitches: room for a column

struct BestCut {
  Grid grid;
  ColumnCut cut;
};

BestCut cheapest_cut(std::span<const UprightLine> lines,
                     const BlockEvidence& evidence,
                     const SegmentOptions& options) {
  BestCut best;
  const KnownPitch known{
      evidence.rule_pitch, evidence.book_pitch, evidence.rules, evidence.column_pitch};
  for (const auto& grid : guess_grids(lines, known)) {
    ColumnCut cut = cut_columns(lines, grid, evidence.rules, options);
    cut.cost += grid_cost(grid, cut.half_share, known, options);
    if (best.cut.columns.empty() || cut.cost < best.cut.cost) best = {grid, std::move(cut)};
  }
  return best;
}

// Puts line `index` into the column it stands in, or the nearest.
void add_to_nearest(std::vector<Column>& columns,
                    std::span<const UprightLine> lines,
                    std::size_t index) {
  if (columns.empty()) return;
  const auto distance = [&](const Column& column) {
    return std::abs(column.center() - lines[index].center);
  };
  auto& nearest = *std::min_element(
      columns.begin(), columns.end(), [&](auto& a, auto& b) { return distance(a) < distance(b); });
  nearest.lines.push_back(index);
  std::sort(nearest.lines.begin(), nearest.lines.end(), [&](auto a, auto b) {
    return std::pair(lines[a].top, a) < std::pair(lines[b].top, b);
  });
}

// Columns, from right to left, with those added that gaps between them leave room for: a whole
// column or more without a sure line.
std::vector<Column> with_gaps_filled(std::vector<Column> columns, double pitch) {
  std::vector<Column> filled;
  for (auto& column : columns) {
    if (!filled.empty()) {
      const double right = filled.back().left, gap = right - column.right;
      const int count = gap < kLeastGap * pitch ? 0 : static_cast<int>(std::lround(gap / pitch));
      for (int i = 0; i < count; ++i)
        filled.push_back({right - gap * (i + 1) / count, right - gap * i / count, {}});
    }
    filled.push_back(std::move(column));
  }
  return filled;
}

// Doubtful lines have no say in where the columns are, unless there are no others; they may be all
// there is of a column.
BestCut cut_by_sure_lines(std::span<const UprightLine> lines,
                          const BlockEvidence& evidence,
                          const SegmentOptions& options) {
  std::vector<UprightLine> sure;
  std::vector<std::size_t> sure_index, doubtful;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].doubtful) {
      doubtful.push_back(i);
      continue;
    }
    sure.push_back(lines[i]);
    sure_index.push_back(i);
  }
  if (sure.empty()) return cheapest_cut(lines, evidence, options);
  BestCut best = cheapest_cut(sure, evidence, options);
  for (auto& column : best.cut.columns)
    for (auto& line : column.lines) line = sure_index[line];
  if (!doubtful.empty())
    best.cut.columns = with_gaps_filled(std::move(best.cut.columns), best.grid.pitch);
  for (const auto i : doubtful) add_to_nearest(best.cut.columns, lines, i);
  std::erase_if(best.cut.columns, [](const Column& column) { return column.lines.empty(); });
  return best;
}

class BlockBuilder {
 public:
  BlockBuilder(std::span<const UprightLine> lines,
               const BlockEvidence& evidence,
               const SegmentOptions& options)
      : lines_(lines), evidence_(evidence), options_(options) {}

  Block build() {
    std::vector<std::size_t> all(lines_.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    if (!all.empty()) add(cut(all), options_.registers ? kMostRegisters : 1);
    return std::move(block_);
  }

 private:
  // Some of the lines and their cheapest cut into columns.
  struct Part {
    std::vector<std::size_t> members;
    std::vector<UprightLine> lines;
    BestCut best;
    double height = 0;
  };

  Part cut(std::vector<std::size_t> members) const {
    Part part{std::move(members), {}, {}, 0};
    double top = std::numeric_limits<double>::max(), bottom = -top;
    for (const auto i : part.members) {
      part.lines.push_back(lines_[i]);
      top = std::min(top, lines_[i].top);
      bottom = std::max(bottom, lines_[i].bottom);
    }
    part.height = bottom - top;
    part.best = cut_by_sure_lines(part.lines, evidence_, options_);
    return part;
  }

  // Lays out these lines; where they are cheaper as two registers, each alone.
  void add(const Part& whole, int registers_left) {
    if (registers_left > 1)
      if (const auto parts = parted(whole)) {
        add(parts->first, registers_left / 2);
        add(parts->second, registers_left / 2);
        return;
      }
    place(whole.members, whole.lines, whole.best);
  }

  // What the columns of the two cost more than those of the whole; each by its height. Where the
  // grid is known they are the same.
  double columns_more(const Part& whole, const std::pair<Part, Part>& parts) const {
    if (evidence_.rule_pitch || evidence_.column_pitch) return 0;
    const auto& [above, below] = parts;
    const double height = above.height + below.height;
    if (!(height > 0)) return 0;
    return (above.height * above.best.cut.cost + below.height * below.best.cut.cost) / height -
           whole.best.cut.cost;
  }

  // One cost for both: of parting, and of the columns of each register.
  std::optional<std::pair<Part, Part>> parted(const Part& whole) const {
    const auto split = find_register_split(
        whole.lines, whole.best.cut.columns, whole.best.grid.pitch, evidence_.horizontal_rules);
    if (!split || options_.register_weight * split->cost > kWorthTrying) return std::nullopt;
    std::vector<std::size_t> above, below;
    for (const auto i : whole.members) (lines_[i].middle() < split->y ? above : below).push_back(i);
    if (above.empty() || below.empty()) return std::nullopt;
    auto parts = std::pair(cut(std::move(above)), cut(std::move(below)));
    if (options_.register_weight * split->cost + columns_more(whole, parts) >= 0)
      return std::nullopt;
    return parts;
  }

  void place(const std::vector<std::size_t>& members,
             std::span<const UprightLine> lines,
             const BestCut& best) {
    if (band_ == 0) block_.grid = best.grid;
    block_.cost += best.cut.cost;
    block_.pitches.push_back(best.cut.columns.size() < kFewestColumns ? 0 : best.grid.pitch);
    const bool notes_expected = evidence_.rule_pitch || evidence_.column_pitch ||
                                has_double_rows(lines, best.cut.columns, best.grid);
    for (const auto& column : best.cut.columns) {
      const int number = static_cast<int>(block_.columns.size());
      int segments = 0;
      for (const auto& placed : read_column(lines, column, best.grid, notes_expected)) {
        BlockLine line{members[placed.line], number, band_, std::nullopt, placed.half};
        if (placed.note_segment) {
          line.note_segment = next_segment_ + *placed.note_segment;
          segments = std::max(segments, *placed.note_segment + 1);
        }
        block_.lines.push_back(line);
      }
      next_segment_ += segments;
      block_.columns.push_back(column);
      for (auto& i : block_.columns.back().lines) i = members[i];
    }
    ++band_;
  }

  std::span<const UprightLine> lines_;
  const BlockEvidence& evidence_;
  const SegmentOptions& options_;
  Block block_;
  int band_ = 0;
  int next_segment_ = 0;
};

}  // namespace

Block lay_out_block(std::span<const UprightLine> lines,
                    const BlockEvidence& evidence,
                    const SegmentOptions& options) {
  return BlockBuilder(lines, evidence, options).build();
}

}  // namespace wenlan
