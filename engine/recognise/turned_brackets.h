// SPDX-License-Identifier: GPL-3.0-or-later
// Brackets of vertical print that a network takes for 一: both are one bar across the column.
#pragma once

#include <vector>

#include "engine/recognise/charset.h"
#include "engine/recognise/ctc.h"

namespace wenlan {

class TurnedBrackets {
 public:
  explicit TurnedBrackets(const Charset& charset);

  // Makes a bracket of each 一 of a column that may as well be one: what the network thinks of a
  // true 一 leaves nothing for brackets. It is as sure as the bar was, times this bracket's share
  // of all brackets; 一 remains as its first alternative.
  void settle(std::vector<CtcPeak>& peaks, const CtcFrames& frames) const;

 private:
  CtcAlternative best_bracket(const CtcFrames& frames, int frame, float& all) const;

  int bar_ = 0;  // the class of 一; 0 where the network has none
  std::vector<int> brackets_;
};

}  // namespace wenlan
