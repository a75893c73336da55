// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/horizontal_part.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <tuple>
#include <utility>

#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

// In heights of a row.
constexpr double kColumnGap = 1.0;
constexpr double kBlockGap = 1.6;
constexpr int kDeepest = 12;
constexpr std::size_t kFewestRows = 3;  // on either side of a gap between columns of text

constexpr double kUpright = 2;        // height over width: such a line is a column
constexpr double kFewRows = 2.5;      // heights of a row: a column is longer, a 1 is not
constexpr double kNextColumn = 1.5;   // widths, between two columns of one block
constexpr double kBesideColumn = .5;  // of the lower one
constexpr float kOneCharacter = 1.3F;
constexpr float kNarrowest = .6F;  // of a column

struct Row {
  Box<CleanSpace> box;
  std::size_t line;
};

struct Gap {
  double at, size;
};

using Rows = std::vector<Row>;

struct WritingBlock {
  Rows lines;
  bool upright;
};

// The widest stretch that no row touches, seen along one axis; empty when all touch.
std::optional<Gap> widest_gap(const Rows& rows, bool across) {
  std::vector<std::pair<double, double>> spans;
  for (const auto& row : rows) {
    if (across)
      spans.emplace_back(row.box.x, row.box.right());
    else
      spans.emplace_back(row.box.y, row.box.bottom());
  }
  std::sort(spans.begin(), spans.end());
  std::optional<Gap> widest;
  double end = spans.front().second;
  for (const auto& [from, to] : spans) {
    if (from > end && (!widest || from - end > widest->size))
      widest = Gap{(from + end) / 2, from - end};
    end = std::max(end, to);
  }
  return widest;
}

std::pair<Rows, Rows> parted(const Rows& rows, double at, bool across) {
  std::pair<Rows, Rows> halves;
  for (const auto& row : rows) {
    const auto center = row.box.center();
    ((across ? center.x : center.y) < at ? halves.first : halves.second).push_back(row);
  }
  return halves;
}

void cut_into_blocks(const Rows& rows, double height, int depth, std::vector<Rows>& blocks) {
  if (depth < kDeepest && rows.size() > 1) {
    const auto beside = widest_gap(rows, true);
    if (beside && beside->size > kColumnGap * height) {
      const auto [left, right] = parted(rows, beside->at, true);
      if (std::min(left.size(), right.size()) >= kFewestRows) {
        cut_into_blocks(left, height, depth + 1, blocks);
        cut_into_blocks(right, height, depth + 1, blocks);
        return;
      }
    }
    const auto below = widest_gap(rows, false);
    if (below && below->size > kBlockGap * height) {
      const auto [upper, lower] = parted(rows, below->at, false);
      cut_into_blocks(upper, height, depth + 1, blocks);
      cut_into_blocks(lower, height, depth + 1, blocks);
      return;
    }
  }
  blocks.push_back(rows);
}

// Numbers of rows: boxes whose heights overlap by half stand in one row.
std::vector<std::vector<Row>> rows_in_order(Rows boxes) {
  std::sort(boxes.begin(), boxes.end(), [](auto& a, auto& b) {
    return std::pair(a.box.center().y, a.line) < std::pair(b.box.center().y, b.line);
  });
  std::vector<std::vector<Row>> rows;
  for (const auto& box : boxes) {
    const bool same = !rows.empty() && [&] {
      const auto& last = rows.back().back().box;
      const float shared = std::min(last.bottom(), box.box.bottom()) - std::max(last.y, box.box.y);
      return shared > .5F * std::min(last.height, box.box.height);
    }();
    if (!same) rows.emplace_back();
    rows.back().push_back(box);
  }
  for (auto& row : rows)
    std::sort(row.begin(), row.end(), [](auto& a, auto& b) { return a.box.x < b.box.x; });
  return rows;
}

bool is_upright(const Box<CleanSpace>& box) {
  return box.height > kUpright * box.width;
}

double usual_height(const std::vector<DetectedLine>& lines) {
  std::vector<double> heights;
  for (const auto& line : lines) {
    const auto box = bounding_box(line.outline);
    if (!is_upright(box)) heights.push_back(box.height);
  }
  return heights.empty() ? 0 : median(std::move(heights));
}

Box<CleanSpace> around(const Rows& rows) {
  Box<CleanSpace> box;
  for (const auto& row : rows) box = united(box, row.box);
  return box;
}

bool are_one_block(const Row& a, const Row& b) {
  const float gap = std::max(a.box.x, b.box.x) - std::min(a.box.right(), b.box.right());
  const float shared = std::min(a.box.bottom(), b.box.bottom()) - std::max(a.box.y, b.box.y);
  return gap < kNextColumn * std::max(a.box.width, b.box.width) &&
         shared > kBesideColumn * std::min(a.box.height, b.box.height);
}

// Columns in blocks, from the right to the left.
std::vector<Rows> blocks_of_columns(Rows columns) {
  std::sort(columns.begin(), columns.end(), [](auto& a, auto& b) {
    return std::tuple(-a.box.center().x, a.box.y, a.line) <
           std::tuple(-b.box.center().x, b.box.y, b.line);
  });
  std::vector<Rows> blocks;
  for (const auto& column : columns) {
    const auto block = std::find_if(blocks.begin(), blocks.end(), [&](const Rows& known) {
      return are_one_block(known.back(), column);
    });
    if (block == blocks.end())
      blocks.push_back({column});
    else
      block->push_back(column);
  }
  return blocks;
}

// Blocks of rows that reach over upright writing, cut above and below it: it is read before what is
// below.
std::vector<Rows> parted_around(const std::vector<Rows>& blocks, const Rows& columns) {
  const auto own = around(columns);
  std::vector<Rows> parted;
  for (const auto& block : blocks) {
    float upper = -1, lower = std::numeric_limits<float>::max();  // of the rows beside it
    for (const auto& row : block) {
      if (row.box.x > own.center().x || row.box.right() < own.center().x) continue;
      const float middle = row.box.center().y;
      if (middle < own.center().y)
        upper = std::max(upper, middle);
      else
        lower = std::min(lower, middle);
    }
    Rows above, beside, below;
    for (const auto& row : block) {
      const float middle = row.box.center().y;
      (middle <= upper ? above : middle < lower ? beside : below).push_back(row);
    }
    for (auto* rows : {&above, &beside, &below})
      if (!rows->empty()) parted.push_back(std::move(*rows));
  }
  return parted;
}

// Where upright writing stands among the blocks: before what is below it and the rows at its right.
std::vector<WritingBlock>::iterator place_among(std::vector<WritingBlock>& blocks,
                                                const Rows& columns) {
  const auto own = around(columns);
  return std::find_if(blocks.begin(), blocks.end(), [&](const WritingBlock& block) {
    const auto box = around(block.lines);
    return own.center().y < box.y ||
           (!block.upright && own.y < box.bottom() && own.right() < box.center().x);
  });
}

// Is it a column of one character, beside longer ones?
bool is_short_column(const Box<CleanSpace>& box, const Rows& columns) {
  if (box.width > kOneCharacter * box.height) return false;
  return std::any_of(columns.begin(), columns.end(), [&](const Row& column) {
    const float away = std::abs(column.box.center().x - box.center().x);
    return away < (1 + kNextColumn) * column.box.width && box.center().y > column.box.y &&
           box.center().y < column.box.bottom() && box.width < kOneCharacter * column.box.width &&
           box.width > kNarrowest * column.box.width;
  });
}

void add_columns(const Rows& columns,
                 const std::vector<DetectedLine>& lines,
                 LayoutBuilder& builder) {
  std::vector<DraftLine> drafts;
  for (const auto& column : columns) {
    DraftLine draft;
    draft.outline = lines[column.line].outline;
    draft.column = static_cast<int>(drafts.size());
    draft.confidence = lines[column.line].confidence;
    drafts.push_back(std::move(draft));
  }
  builder.add_region(RegionKind::text, WritingMode::vertical_rl, drafts);
}

void add_rows(const Rows& block, const std::vector<DetectedLine>& lines, LayoutBuilder& builder) {
  std::vector<DraftLine> drafts;
  int number = 0;
  for (const auto& row : rows_in_order(block)) {
    for (const auto& box : row) {
      DraftLine draft;
      draft.outline = lines[box.line].outline;
      draft.mode = WritingMode::horizontal_ltr;
      draft.column = number;
      draft.confidence = lines[box.line].confidence;
      drafts.push_back(std::move(draft));
    }
    ++number;
  }
  builder.add_region(RegionKind::text, WritingMode::horizontal_ltr, drafts);
}

}  // namespace

void lay_out_horizontal(const std::vector<DetectedLine>& lines, LayoutBuilder& builder) {
  const double height = usual_height(lines);
  const auto is_column = [&](const Box<CleanSpace>& box) {
    return is_upright(box) && box.height > kFewRows * height;
  };
  Rows rows, columns;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Row row{bounding_box(lines[i].outline), i};
    (is_column(row.box) ? columns : rows).push_back(row);
  }
  const auto short_columns = std::stable_partition(
      rows.begin(), rows.end(), [&](const Row& row) { return !is_short_column(row.box, columns); });
  columns.insert(columns.end(), short_columns, rows.end());
  rows.erase(short_columns, rows.end());
  std::vector<Rows> row_blocks;
  if (!rows.empty()) cut_into_blocks(rows, height, 0, row_blocks);
  const auto column_blocks = blocks_of_columns(columns);
  for (const auto& block : column_blocks) row_blocks = parted_around(row_blocks, block);
  std::vector<WritingBlock> blocks;
  for (auto& block : row_blocks) blocks.push_back({std::move(block), false});
  for (const auto& block : column_blocks) blocks.insert(place_among(blocks, block), {block, true});
  for (const auto& block : blocks)
    block.upright ? add_columns(block.lines, lines, builder)
                  : add_rows(block.lines, lines, builder);
}

}  // namespace wenlan
