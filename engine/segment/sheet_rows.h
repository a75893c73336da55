// SPDX-License-Identifier: GPL-3.0-or-later
// Headlines, date lines and other rows of a newspaper's sheet, from the pieces that were found of
// them.
#pragma once

#include "engine/segment/sheet_pieces.h"

namespace wenlan {

// Frees the last character of a row from the column it was found with, joins what stands in line,
// cuts rows where an upright rule runs through or one article ends and another begins. No
// characters are left among the pieces: each is a row or a column now. Never fails.
void settle_rows(SheetPieces& sheet);

}  // namespace wenlan
