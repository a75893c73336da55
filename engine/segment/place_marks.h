// SPDX-License-Identifier: GPL-3.0-or-later
// Which line each mark 圈點 stands beside.
#pragma once

#include <span>

#include "engine/page/layout.h"
#include "engine/page/placement.h"
#include "engine/segment/layout_builder.h"

namespace wenlan {

// Puts the marks that stand in or beside an upright line of text or notes into the layout, with
// that line, from line to line. Dots, ticks and lone circles in red within red writing are its
// strokes and left out. `pitch` is that of the columns, pixels of the clean page.
void place_marks(std::span<const DraftMark> marks,
                 const Placement& placement,
                 double pitch,
                 Layout& layout);

}  // namespace wenlan
