// SPDX-License-Identifier: GPL-3.0-or-later
// Written by models/train/quality/fit_weights.py: do not edit.
#pragma once

#include <array>

#include "engine/quality/signs.h"

namespace wenlan {

// clang-format off
// Wrong characters for each character a sign speaks against, in the order of kSigns.
inline constexpr std::array<double, kSigns.size()> kSignWeights{
    0.0210, 0.0246, 0.0000, 0.7364, 1.4425, 0.1298, 0.3002, 0.0118,
    0.0000, 0.0000, 0.0081, 0.0000};
// Wrong characters no sign speaks of, for each character.
inline constexpr double kUnseenErrors = 0.0000;
// clang-format on

}  // namespace wenlan
