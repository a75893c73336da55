// SPDX-License-Identifier: GPL-3.0-or-later
// What the pages of one book tell about each other: how far apart its columns stand.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/page/layout.h"

namespace wenlan {

// The pitches of a page's registers, each found on that page alone; pixels of the scan.
using PagePitches = std::vector<float>;

struct BookGrid {
  double pitch = 0;  // from column to column, pixels of the scan
  bool operator==(const BookGrid&) const = default;
};

// Of the regions that have one.
PagePitches pitches_of(const Layout& layout);

// The pitch that more than half of all registers keep to 2 %; empty where they keep none, as in
// manuscripts without ruling, or are fewer than four. Does not depend on the order of the pages,
// and is rounded to 1 %, so that a page more rarely changes it.
std::optional<BookGrid> learn_book_grid(std::span<const PagePitches> pages);

// Whether a register of the page stands on another grid by more than 3 %: that page may be read
// better by what the book knows.
bool strays_from(const BookGrid& grid, const PagePitches& page);

}  // namespace wenlan
