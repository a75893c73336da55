// SPDX-License-Identifier: GPL-3.0-or-later
// What stands beside and above the text: 版心 with title and leaf number, head notes, side notes.
#pragma once

#include <span>
#include <vector>

#include "engine/page/layout.h"
#include "engine/segment/lay_out_block.h"

namespace wenlan {

// The stream of a line and how sure it is to be writing of that stream.
struct MarginRole {
  Stream stream = Stream::main;
  float confidence = 1;  // 0..1
};

// Where leaves are bound together: their folds lie on the other side.
enum class Spine { unknown, left, right };

struct PictureEdges {
  double left = 0, right = 0;    // of the part of the page the block may fill, straightened frame
  Spine spine = Spine::unknown;  // the side of a spread's half that the other half adjoins
};

// One role for each of the lines. Notes keep Stream::main here: they are told by the block.
std::vector<MarginRole> find_margins(std::span<const UprightLine> lines,
                                     const Block& block,
                                     const BlockEvidence& evidence,
                                     const PictureEdges& edges);

}  // namespace wenlan
