// SPDX-License-Identifier: GPL-3.0-or-later
// Writing in the columns that the line detector passed over.
#pragma once

#include <span>
#include <vector>

#include "engine/segment/found_line.h"
#include "engine/segment/lay_out_block.h"
#include "engine/segment/ruling_lines.h"
#include "engine/segment/straighten.h"

namespace wenlan {

// Ink inside the columns of `block` that is no rule (nor beside one of `rules`, across the
// page) and lies under no line: lines of `lines` that
// end just above or below are made longer; the rest comes back as new lines, whose confidence says
// that they are doubtful.
std::vector<FoundLine> find_uncovered_ink(const InkPicture& picture,
                                          const Straightening& straightening,
                                          std::span<const HorizontalRule> rules,
                                          std::vector<FoundLine>& lines,
                                          const Block& block);

// A doubtful line that makes a double row with a certain one is certain: a note of two or three
// characters has a right half and a left one.
void trust_beside_notes(const Block& block, std::vector<FoundLine>& lines);

}  // namespace wenlan
