// SPDX-License-Identifier: GPL-3.0-or-later
// Writing in the columns that the line detector passed over.
#pragma once

#include <vector>

#include "engine/segment/found_line.h"
#include "engine/segment/lay_out_block.h"
#include "engine/segment/ruling_lines.h"
#include "engine/segment/straighten.h"

namespace wenlan {

// Ink inside the columns of `block` that is no rule and lies under no line: lines of `lines` that
// end just above or below are made longer; the rest comes back as new lines, whose confidence says
// that they are doubtful.
std::vector<FoundLine> find_uncovered_ink(const InkPicture& picture,
                                          const Straightening& straightening,
                                          std::vector<FoundLine>& lines,
                                          const Block& block);

}  // namespace wenlan
