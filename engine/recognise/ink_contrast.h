// SPDX-License-Identifier: GPL-3.0-or-later
// How dark the ink of each character is: writing that shines through from the other side is pale.
#pragma once

#include <vector>

#include "engine/recognise/line_recogniser.h"

namespace wenlan {

// One for each glyph: how much darker its darkest strokes are than the paper around them, 0..1.
std::vector<float> ink_contrasts(const LineImage& image, const ReadLine& line);

// Takes out the characters whose contrast is below `share` of the median of all `lines`; 一 二 三
// between dark characters may be a little paler, their strokes are thin. Entry i of `contrasts`
// goes with line i.
void drop_pale(const std::vector<ReadLine*>& lines,
               const std::vector<std::vector<float>>& contrasts,
               float share);

}  // namespace wenlan
