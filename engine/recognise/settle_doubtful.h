// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of lines that may be no writing, or not of the text, once they are read.
#pragma once

#include <vector>

#include "engine/page/layout.h"
#include "engine/recognise/line_recogniser.h"

namespace wenlan {

enum class Fate { keep, drop, running_title };

// One for each line of the layout; `readings` go with its lines. Lines read as nothing are dropped.
// Doubtful lines are judged a column at a time: well read, they stay; badly read, a column with
// nothing certain in it is the 版心, and a piece of another column is dirt. A piece also has to be
// Han alone, since specks of a seal read as punctuation. So has a doubtful line in red. Numerals in
// a 版心 are its leaf number and stay.
std::vector<Fate> settle_doubtful(const Layout& layout,
                                  const std::vector<const ReadLine*>& readings,
                                  float bar);

}  // namespace wenlan
