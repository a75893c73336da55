// SPDX-License-Identifier: GPL-3.0-or-later
// Headlines of articles side by side that were found as one row.
#pragma once

#include <vector>

#include "engine/segment/sheet_ink.h"
#include "engine/segment/sheet_pieces.h"

namespace wenlan {

// Where a row holds the headlines of two or more articles: stretches without ink, wider than those
// between its characters, above a place where the columns below part more than they stand apart
// elsewhere. From the left; none for most rows. Never fails.
std::vector<Stretch> headline_breaks(const SheetPieces& sheet, const Extent& row);

}  // namespace wenlan
