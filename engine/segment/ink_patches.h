// SPDX-License-Identifier: GPL-3.0-or-later
// Ink that stands together and under no line: what the line detector may have passed over.
#pragma once

#include <vector>

#include "engine/segment/found_line.h"
#include "engine/segment/ruling_lines.h"

namespace wenlan {

// A box around the ink, in pixels of the page (CleanSpace).
struct InkPatch {
  double left, right, top, bottom;

  double width() const { return right - left; }
  double height() const { return bottom - top; }
  double center() const { return (left + right) / 2; }
  double middle() const { return (top + bottom) / 2; }
};

// Takes what lies under the lines out of the ink; a pixel of the page times `scale` is one of it.
void wipe_lines(cv::Mat1b& ink, double scale, const std::vector<FoundLine>& lines);

// Patches large enough to be a stroke, flat ones (一) among them, and no larger than a character;
// neither rules nor what touches one, and nothing that lies under a line of `lines`.
std::vector<InkPatch> find_ink_patches(const InkPicture& picture,
                                       const std::vector<FoundLine>& lines,
                                       double pitch);

}  // namespace wenlan
