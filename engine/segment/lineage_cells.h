// SPDX-License-Identifier: GPL-3.0-or-later
// The names in a lineage table 世系圖, without the strokes that join them.
#pragma once

#include <vector>

#include "engine/page/geometry.h"
#include "engine/segment/line_detector.h"
#include "engine/segment/ruling_lines.h"

namespace wenlan {

struct WrittenCell {
  Box<CleanSpace> box;
  float confidence = 1;
};

// The boxes of the lines, cut where a stroke leads from one name to the next, and without the
// strokes at their ends, which read as 一, 丁 and 「; none of lines that are strokes alone. `width`
// is that of a usual line, pixels of the page. In the order of the lines, from the top within one.
std::vector<WrittenCell> written_cells(const std::vector<DetectedLine>& lines,
                                       const InkPicture& picture,
                                       double width);

}  // namespace wenlan
