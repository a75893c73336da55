// SPDX-License-Identifier: GPL-3.0-or-later
// Articles of a printed sheet: a headline, and the columns that stand in one row with it.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "engine/segment/extent.h"
#include "engine/segment/printed_rules.h"

namespace wenlan {

// What is read together; the headline, upright or across, comes first of the members.
struct Article {
  Extent headline;
  std::vector<std::size_t> members;  // indices of the items
};

// Each item stands in one article at most. Columns belong to what is at their right, as far as that
// is no other article's and no rule stands between; columns below a headline across belong to it.
// What has no headline at its right belongs to none. `unit` is the width of a column of text. Never
// fails.
std::vector<Article> find_articles(std::span<const Extent> items,
                                   const PrintedRules& rules,
                                   double unit);

}  // namespace wenlan
