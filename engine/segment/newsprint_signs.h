// SPDX-License-Identifier: GPL-3.0-or-later
// Is a page a newspaper's, by the lines found on it?
#pragma once

#include <vector>

#include "engine/segment/line_detector.h"

namespace wenlan {

// Many lines, short ones, in very different sizes; or headlines across above the columns, hardly
// larger than these where they stand between two registers.
bool is_newsprint(const std::vector<DetectedLine>& lines);

}  // namespace wenlan
