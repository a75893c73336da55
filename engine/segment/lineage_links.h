// SPDX-License-Identifier: GPL-3.0-or-later
// Who is whose child in a lineage table 世系圖: strokes that lead from cell to cell.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/page/geometry.h"
#include "engine/segment/ruling_lines.h"

namespace wenlan {

// Both are places in the cells given.
struct LineageLink {
  std::size_t child = 0, parent = 0;
  bool operator==(const LineageLink&) const = default;
};

// By strokes that hang together: those that leave the foot of one cell alone and reach the
// heads of others below. Rules, which cross every stroke that they meet, are none. Where two cells
// share the strokes to the next, nothing is told: not clear. In the order of the
// children. `width` is that of a usual cell, pixels of the page. Throws cv::Exception only.
std::vector<LineageLink> find_lineage_links(const std::vector<Box<CleanSpace>>& cells,
                                            const InkPicture& picture,
                                            double width);

}  // namespace wenlan
