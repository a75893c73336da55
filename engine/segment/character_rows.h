// SPDX-License-Identifier: GPL-3.0-or-later
// Headlines whose characters were found one by one, on vertical pages.
#pragma once

#include <vector>

#include "engine/segment/line_detector.h"

namespace wenlan {

// The lines with large characters that stand side by side in one row joined to that row; what may
// stand in a column stays as it is. Rows come last, from the top. Never fails.
std::vector<DetectedLine> join_character_rows(std::vector<DetectedLine> lines);

}  // namespace wenlan
