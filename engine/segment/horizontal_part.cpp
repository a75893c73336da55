// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/horizontal_part.h"

#include <algorithm>
#include <optional>

#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

// In heights of a row.
constexpr double kColumnGap = 1.0;
constexpr double kBlockGap = 1.6;
constexpr int kDeepest = 12;
constexpr std::size_t kFewestRows = 3;  // on either side of a gap between columns of text

struct Row {
  Box<CleanSpace> box;
  std::size_t line;
};

struct Gap {
  double at, size;
};

using Rows = std::vector<Row>;

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

}  // namespace

void lay_out_horizontal(const std::vector<DetectedLine>& lines, LayoutBuilder& builder) {
  Rows rows;
  std::vector<double> heights;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    rows.push_back({bounding_box(lines[i].outline), i});
    heights.push_back(rows.back().box.height);
  }
  if (rows.empty()) return;
  std::vector<Rows> blocks;
  cut_into_blocks(rows, median(heights), 0, blocks);
  for (const auto& block : blocks) {
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
}

}  // namespace wenlan
