// SPDX-License-Identifier: GPL-3.0-or-later
// Written by models/train/quality/fit_weights.py: do not edit.
#pragma once

#include <array>

#include "engine/quality/signs.h"

namespace wenlan {

// clang-format off
// Wrong characters for each character a sign speaks against, in the order of kSigns.
inline constexpr std::array<double, kSigns.size()> kSignWeights{
    0.0255, 0.0661, 0.1340, 0.5947, 0.4313, 0.0071, 0.0415, 0.0138,
    0.0000, 0.0000, 0.0075, 0.0029};
// Wrong characters no sign speaks of, for each character.
inline constexpr double kUnseenErrors = 0.0000;
// clang-format on

}  // namespace wenlan
