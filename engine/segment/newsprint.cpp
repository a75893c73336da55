// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/newsprint.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/segment/block_order.h"
#include "engine/segment/sheet_columns.h"
#include "engine/segment/sheet_margins.h"
#include "engine/segment/sheet_pieces.h"
#include "engine/segment/sheet_rows.h"

namespace wenlan {
namespace {

// In units.
constexpr double kSameColumn = .5;
constexpr double kNextColumn = 1.5;  // gap between two columns of a block

bool in_one_column(const Piece& upper, const Piece& lower, double unit) {
  return !upper.is_row() && !lower.is_row() && lower.extent.top > upper.extent.middle() &&
         std::abs(upper.extent.center() - lower.extent.center()) < kSameColumn * unit &&
         lower.extent.top - upper.extent.bottom < kNextColumn * unit;
}

// Does the second, read after the first, stand in the same block?
bool goes_on(const Piece& first, const Piece& second, const SheetPieces& sheet) {
  if (first.is_row() || second.is_row() || sheet.is_headline(first) != sheet.is_headline(second))
    return false;
  if (in_one_column(first, second, sheet.unit)) return true;
  const double gap = first.extent.left - second.extent.right;
  return gap > -kSameColumn * sheet.unit && gap < kNextColumn * sheet.unit &&
         shared_down(first.extent, second.extent) >
             .5 * std::min(first.extent.height(), second.extent.height());
}

void add_region(const std::vector<Piece>& block,
                Stream stream,
                const SheetPieces& sheet,
                LayoutBuilder& builder) {
  const Piece& first = block.front();
  const auto mode = first.is_row() ? WritingMode::horizontal_rtl : WritingMode::vertical_rl;
  std::vector<DraftLine> drafts;
  int column = 0;
  for (std::size_t i = 0; i < block.size(); ++i) {
    if (i > 0 && !in_one_column(block[i - 1], block[i], sheet.unit)) ++column;
    DraftLine draft;
    draft.stream = stream;
    draft.outline = block[i].outline;
    draft.mode = mode;
    draft.column = column;
    draft.confidence = block[i].confidence;
    drafts.push_back(std::move(draft));
  }
  const auto kind = sheet.is_headline(first) ? RegionKind::headline : RegionKind::text;
  builder.add_region(kind, mode, drafts);
}

void add_in_order(const SheetPieces& sheet, LayoutBuilder& builder) {
  std::vector<Extent> extents;
  for (const auto& piece : sheet.pieces) extents.push_back(piece.extent);
  std::vector<Piece> block;
  for (const auto i : order_blocks(extents, sheet.rules, sheet.unit)) {
    if (!block.empty() && !goes_on(block.back(), sheet.pieces[i], sheet)) {
      add_region(block, Stream::main, sheet, builder);
      block.clear();
    }
    block.push_back(sheet.pieces[i]);
  }
  if (!block.empty()) add_region(block, Stream::main, sheet, builder);
}

}  // namespace

void lay_out_newsprint(const std::vector<DetectedLine>& lines,
                       const cv::Mat& pixels,
                       LayoutBuilder& builder) {
  SheetPieces sheet = pieces_of_sheet(lines, pixels);
  const std::vector<Piece> show_through = take_show_through(sheet);
  settle_rows(sheet);
  settle_columns(sheet);
  const std::vector<Piece> margins = take_margins(sheet);
  add_in_order(sheet, builder);
  for (const auto& margin : margins) add_region({margin}, Stream::other, sheet, builder);
  for (const auto& piece : show_through) add_region({piece}, Stream::main, sheet, builder);
}

}  // namespace wenlan
