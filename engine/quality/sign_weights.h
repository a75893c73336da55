// SPDX-License-Identifier: GPL-3.0-or-later
// Written by models/train/quality/fit_weights.py: do not edit.
#pragma once

#include <array>

#include "engine/quality/signs.h"

namespace wenlan {

// Wrong characters for each character a sign speaks against, in the order of kSigns.
inline constexpr std::array<double, kSigns.size()> kSignWeights{
    0.0040, 0.0420, 0.1480, 0.3180, 1.3800, 0.0900, 0.2020, 0, 0.0060, 4.0600, 0.0170, 0};
// Wrong characters no sign speaks of, for each character.
inline constexpr double kUnseenErrors = 0;

}  // namespace wenlan
