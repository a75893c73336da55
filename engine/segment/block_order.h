// SPDX-License-Identifier: GPL-3.0-or-later
// The order of the blocks of a printed sheet: cut at rules and white space, then by the flow of the
// text.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/segment/extent.h"
#include "engine/segment/printed_rules.h"

namespace wenlan {

// Order of `items`, lines of vertical writing and headlines across, each index once. A sheet is cut
// down and across where no line stands, sooner where a rule is drawn and never across a rule, read
// from the right and from the top; what cannot be cut is read as flow_order.h says. Where the sheet
// falls into pages, the one with the masthead is the front page and comes first. `unit` is the
// width of a column of text. Never fails.
std::vector<std::size_t> order_blocks(std::span<const Extent> items,
                                      const PrintedRules& rules,
                                      double unit);

}  // namespace wenlan
