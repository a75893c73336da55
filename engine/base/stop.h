// SPDX-License-Identifier: GPL-3.0-or-later
// Asking long work to end: steps look at the token between units of work and fail with `stopped`.
#pragma once

#include <stop_token>

#include "engine/base/result.h"

namespace wenlan {

inline Result<void> unless_stopped(const std::stop_token& stop) {
  if (stop.stop_requested()) return fail(ErrorCode::stopped, {});
  return {};
}

}  // namespace wenlan
