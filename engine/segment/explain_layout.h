// SPDX-License-Identifier: GPL-3.0-or-later
// A picture that shows what was found: rules, columns, regions, lines by stream, the order of
// reading, and what was left out and why.
#pragma once

#include <opencv2/core/mat.hpp>

#include "engine/clean/clean_scan.h"
#include "engine/page/layout.h"
#include "engine/segment/layout_trace.h"

namespace wenlan {

// Draws over the clean page, at most 2000 pixels high (CV_8UC3): rules green, edges of columns
// dotted blue, lines filled by stream and numbered in reading order with a thread from line to
// line, doubtful ones framed in red, what was left out crossed in grey with the reason beside it.
cv::Mat explain_layout(const CleanPage& page, const Layout& layout, const LayoutTrace& trace);

}  // namespace wenlan
