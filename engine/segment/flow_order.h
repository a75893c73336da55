// SPDX-License-Identifier: GPL-3.0-or-later
// The order in which vertical writing flows over a page whose registers do not all stand in line.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/segment/extent.h"
#include "engine/segment/printed_rules.h"

namespace wenlan {

// Order of `items`, each index once. Of two items side by side the right one comes first, of two
// one above the other the upper one; a higher item at the left comes before a lower one at the
// right unless something stands between them that reaches along both: there the flow is broken,
// and all at its right comes first. Upright rules break the flow as a column does. What stands with
// a headline (articles.h) is not parted. `unit` is the width of a column of text. Never fails.
std::vector<std::size_t> flow_order(std::span<const Extent> items,
                                    const PrintedRules& rules,
                                    double unit);

}  // namespace wenlan
