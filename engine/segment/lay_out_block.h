// SPDX-License-Identifier: GPL-3.0-or-later
// A block of vertical writing: its lines put into registers, columns and rows, in reading order.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/page/layout.h"
#include "engine/segment/columns.h"
#include "engine/segment/found_line.h"
#include "engine/segment/registers.h"

namespace wenlan {

// A spot of ink that is black all over, wider than any stroke: of fish-tails 魚尾, black mouths
// 黑口, stains.
struct SolidInk {
  double u = 0, y = 0;   // straightened frame
  bool of_edge = false;  // of the dark beside the paper, perhaps
};

// What the picture shows beside the lines; all empty when there is none.
struct BlockEvidence {
  std::vector<Rule> rules;
  std::optional<double> rule_pitch;
  std::optional<double> column_pitch;  // of columns told by their ink; counts before that of rules
  std::optional<double> book_pitch;    // of most pages of the book
  std::vector<HorizontalRule> horizontal_rules;
  std::vector<SolidInk> solid_ink;
};

struct BlockLine {
  std::size_t line = 0;             // index of the lines given
  int column = 0;                   // numbered from 0 in reading order over all registers
  int band = 0;                     // register, from 0 at the top
  std::optional<int> note_segment;  // numbered from 0 in the block
  std::optional<NoteHalf> half;     // notes only
};

struct Block {
  std::vector<BlockLine> lines;  // in reading order; each line given once
  std::vector<Column> columns;   // BlockLine::column is an index
  Grid grid;                     // of the first register
  std::vector<double> pitches;   // of each register; 0 where its columns are too few to tell
  double cost = 0;
};

// Never fails; no lines make an empty block.
Block lay_out_block(std::span<const UprightLine> lines,
                    const BlockEvidence& evidence,
                    const SegmentOptions& options);

}  // namespace wenlan
