// SPDX-License-Identifier: GPL-3.0-or-later
// Characters a network passed over: a written form it does not know is blank to it, but the ink and
// the even pitch of the line tell that something stands there.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/recognise/ctc.h"

namespace wenlan {

// The peaks with one more for each inked gap of about a character between two of them: the best
// class the network could think of there, of low probability. The same before the first and behind
// the last, where the network thinks of one class rather than of none. `ink` is the share of dark
// pixels along the line, `frame_step` of its entries go with one frame. Short lines stay as they
// are: they have no pitch.
std::vector<CtcPeak> fill_unread_gaps(std::vector<CtcPeak> peaks,
                                      const CtcFrames& frames,
                                      std::span<const std::uint8_t> allowed,
                                      const std::vector<float>& ink,
                                      int frame_step);

}  // namespace wenlan
