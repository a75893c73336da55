// SPDX-License-Identifier: GPL-3.0-or-later
// Written by models/train/quality/fit_weights.py: do not edit.
#pragma once

#include <array>

#include "engine/quality/signs.h"

namespace wenlan {

// clang-format off
// Wrong characters for each character a sign speaks against, in the order of kSigns.
inline constexpr std::array<double, kSigns.size()> kSignWeights{
    0.0251, 0.0690, 0.2023, 0.3549, 0.2953, 0.0018, 0.0104, 0.0034,
    0.0000, 0.0000, 0.0019, 0.0007};
// Wrong characters no sign speaks of, for each character.
inline constexpr double kUnseenErrors = 0.0037;
// clang-format on

}  // namespace wenlan
