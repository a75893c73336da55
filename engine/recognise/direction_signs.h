// SPDX-License-Identifier: GPL-3.0-or-later
// What a row of writing says of its own direction, by pairs of characters that stand together one
// way only.
#pragma once

#include <cstddef>
#include <set>
#include <utility>
#include <vector>

#include "engine/page/layout.h"
#include "engine/recognise/assemble_transcript.h"

namespace wenlan {

// Pairs known from the columns of the page, from date lines and mastheads, and from old texts.
class DirectionSigns {
 public:
  // `readings` go with the lines of the layout.
  DirectionSigns(const Layout& layout, const std::vector<LineReading>& readings);

  std::size_t columns() const { return columns_; }

  // How much more the line says as it stands than turned round, in pairs of the page.
  double balance(const ReadLine& line) const;

 private:
  std::set<std::pair<char32_t, char32_t>> pairs_;
  std::size_t columns_ = 0;
};

}  // namespace wenlan
