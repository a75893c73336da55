// SPDX-License-Identifier: GPL-3.0-or-later
// Head notes 眉批: short columns in the upper margin, above the frame of the text.
#pragma once

#include <span>
#include <vector>

#include "engine/segment/found_line.h"
#include "engine/segment/registers.h"

namespace wenlan {

// For each line, whether it stands above the top of the frame: the lowest rule across the page that
// hardly a line crosses and that has nearly all the writing below it; a rule seen in pieces only
// where most columns begin right below it. None does when there is no such rule; one with more
// writing above it parts registers.
std::vector<bool> find_head_notes(std::span<const UprightLine> lines,
                                  std::span<const HorizontalRule> rules);

}  // namespace wenlan
