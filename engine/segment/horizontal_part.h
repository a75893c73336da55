// SPDX-License-Identifier: GPL-3.0-or-later
// Horizontal writing, as in modern books: blocks by white space, rows from top to bottom.
#pragma once

#include <vector>

#include "engine/segment/layout_builder.h"
#include "engine/segment/line_detector.h"

namespace wenlan {

// Appends a region for each block. Blocks are read left to right where a gap runs down between
// them, else top to bottom; columns that stand among them are upright blocks of their own.
void lay_out_horizontal(const std::vector<DetectedLine>& lines, LayoutBuilder& builder);

}  // namespace wenlan
