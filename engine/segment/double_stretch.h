// SPDX-License-Identifier: GPL-3.0-or-later
// The stretch of a line over which it is two half columns side by side: the line detector runs text
// and the double row below or above it into one where both are as wide.
#pragma once

#include <optional>

#include "engine/segment/found_line.h"
#include "engine/segment/ruling_lines.h"

namespace wenlan {

// Pixels of the page.
struct DoubleStretch {
  double top, bottom;  // between characters; those of the line itself where it is double to its end
  double lane;         // from the middle of the line to that of the bare lane between the rows
};

// The longest stretch of several characters with a bare lane down the middle of `line` and ink to
// either side of it; nothing where there is none of `shortest` pitches at least. `pitch` in pixels
// of the page.
std::optional<DoubleStretch> find_double_stretch(const FoundLine& line,
                                                 const InkPicture& ink,
                                                 double pitch,
                                                 double shortest);

}  // namespace wenlan
