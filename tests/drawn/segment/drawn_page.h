// SPDX-License-Identifier: GPL-3.0-or-later
// Pages drawn in letters: each letter is a line, and covers the cells where it stands.
#pragma once

#include <string>
#include <string_view>

#include "engine/segment/lay_out_block.h"

namespace wenlan {

// Two cells side by side make the width of a column, one cell is a half column; a cell is as high
// as a character of main text. '.' and ' ' are paper. Letters may come in any order.
// Returns how the page is read: columns parted by ' ', registers by ' | ', main lines by their
// letter, a small note as "(right/left)".
std::string read_drawn(std::string_view picture, const BlockEvidence& evidence = {});

}  // namespace wenlan
