// SPDX-License-Identifier: GPL-3.0-or-later
// Lines found as one across the white between two registers.
#pragma once

#include <span>
#include <vector>

#include "engine/segment/found_line.h"
#include "engine/segment/registers.h"
#include "engine/segment/ruling_lines.h"

namespace wenlan {

// Cuts lines where they hold no ink over most of a pitch, rules across the page apart, and where
// the other lines leave that height white too. What is bare belongs to neither piece.
std::vector<FoundLine> cut_at_white(const std::vector<FoundLine>& lines,
                                    const InkPicture& ink,
                                    std::span<const HorizontalRule> rules,
                                    double pitch);

}  // namespace wenlan
