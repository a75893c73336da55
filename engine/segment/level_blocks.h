// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks set in rows on a page set in columns.
#pragma once

#include <vector>

#include "engine/segment/line_detector.h"

namespace wenlan {

// Do rows of one size stand close below each other somewhere, longer than any label, where no
// column is found? Such a page is read block by block, as a newspaper is. Never fails.
bool has_level_block(const std::vector<DetectedLine>& lines);

}  // namespace wenlan
