// SPDX-License-Identifier: GPL-3.0-or-later
// How a column looks beside the text: what tells a fold strip 版心 from it.
#pragma once

#include <optional>
#include <span>

#include "engine/segment/lay_out_block.h"

namespace wenlan {

struct ColumnLook {
  double left = 0, right = 0, width = 0;  // of its lines
  double longest_gap = 0, longest_line = 0;
  std::size_t pieces = 0;
  bool double_rows = false;
  std::optional<double> fold_share;  // of its length that the detector took for a fold strip
};

// Keeps references to what it is made from.
class ColumnLooks {
 public:
  ColumnLooks(std::span<const UprightLine> lines,
              const Block& block,
              const BlockEvidence& evidence);

  ColumnLook look_at(const Column& column) const;

  // One row of small characters. Where the text itself is set wide apart, the pitch tells nothing.
  bool is_narrow(const ColumnLook& look) const;

  bool has_solid_ink(const ColumnLook& look) const;

  // One line from the top of the text nearly to its bottom.
  bool runs_through(const ColumnLook& look) const;

  // Black ink across the middle of the column, to both sides of its characters.
  bool has_fish_tail(const Column& column, const ColumnLook& look) const;

  double main_width() const { return main_width_; }

 private:
  double pitch() const { return block_.grid.pitch; }
  void find_main_width();
  void find_height();

  std::span<const UprightLine> lines_;
  const Block& block_;
  const BlockEvidence& evidence_;
  double main_width_ = 0;
  double top_ = 0, bottom_ = 0;  // of the text
};

}  // namespace wenlan
