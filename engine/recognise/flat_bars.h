// SPDX-License-Identifier: GPL-3.0-or-later
// 一 二 三 standing alone: turned with their column they look like 1 11 111, and a network that
// reads turned columns cannot tell.
#pragma once

#include <optional>

#include "engine/recognise/line_recogniser.h"

namespace wenlan {

// The reading of a short column that is nothing but one to three flat bars above each other; empty
// for everything else.
std::optional<ReadLine> read_flat_bars(const LineImage& column);

}  // namespace wenlan
