// SPDX-License-Identifier: GPL-3.0-or-later
// What is set outside the frame of a newspaper's sheet.
#pragma once

#include <vector>

#include "engine/segment/sheet_pieces.h"

namespace wenlan {

// Takes single columns outside the frame, as rates and mottoes are set, out of the sheet and gives
// them from the right to the left: they are no articles. Never fails.
std::vector<Piece> take_margins(SheetPieces& sheet);

}  // namespace wenlan
