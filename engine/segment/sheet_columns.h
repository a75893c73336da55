// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of a newspaper's sheet: cut where registers part, joined where they run on.
#pragma once

#include "engine/segment/sheet_pieces.h"

namespace wenlan {

// Cuts columns found over a rule, or through the gap that the columns beside them leave, and joins
// pieces of one column where those beside it run on. Never fails.
void settle_columns(SheetPieces& sheet);

}  // namespace wenlan
