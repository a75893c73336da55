// SPDX-License-Identifier: GPL-3.0-or-later
// What is found on a newspaper's sheet beside its articles.
#pragma once

#include <vector>

#include "engine/segment/sheet_pieces.h"

namespace wenlan {

// Takes what is much paler than the writing of the sheet out of it and gives it: the other side of
// the leaf shines through. Reading settles what is left of it. Never fails.
std::vector<Piece> take_show_through(SheetPieces& sheet);

// Takes single columns outside the frame, as rates and mottoes are set, out of the sheet and gives
// them from the right to the left: they are no articles. Never fails.
std::vector<Piece> take_margins(SheetPieces& sheet);

}  // namespace wenlan
