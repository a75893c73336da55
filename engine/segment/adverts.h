// SPDX-License-Identifier: GPL-3.0-or-later
// Adverts on a printed sheet: large characters in a closed frame.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/segment/extent.h"
#include "engine/segment/printed_rules.h"

namespace wenlan {

// Are these lines mostly characters much larger than the text?
bool is_advert(std::span<const Extent> lines, double unit);

// The items of each advert: what stands in one space that rules close off, or nearly. `unit` is the
// width of a column of text. Throws cv::Exception only.
std::vector<std::vector<std::size_t>> find_adverts(std::span<const Extent> items,
                                                   const PrintedRules& rules,
                                                   double unit);

}  // namespace wenlan
