// SPDX-License-Identifier: GPL-3.0-or-later
// Written by models/train/quality/fit_weights.py: do not edit.
#pragma once

#include <array>

#include "engine/quality/signs.h"

namespace wenlan {

// clang-format off
// Wrong characters for each character a sign speaks against, in the order of kSigns.
inline constexpr std::array<double, kSigns.size()> kSignWeights{
    0.0250, 0.0700, 0.2250, 0.2750, 0.2500, 0.0114, 0.0821, 0.1814};
// Wrong characters no sign speaks of, for each character.
inline constexpr double kUnseenErrors = 0.0010;
// A page whose signs say x is expected to be wrong by kHeight * x * x / (x + kBend).
inline constexpr double kHeight = 2.1854;
inline constexpr double kBend = 0.0975;
// clang-format on

}  // namespace wenlan
