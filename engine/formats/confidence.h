// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>

namespace wenlan {

// A confidence that every format may hold: 0..1, and 0 for what is no number.
inline float writable_confidence(float confidence) {
  return std::isfinite(confidence) ? std::clamp(confidence, 0.F, 1.F) : 0.F;
}

}  // namespace wenlan
