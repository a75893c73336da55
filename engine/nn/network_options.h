// SPDX-License-Identifier: GPL-3.0-or-later
// How networks are run. The precision that comes out of it is part of what a page is made by.
#pragma once

#include <string>

#include "engine/base/options.h"

namespace wenlan {

struct NetworkOptions {
  std::string precision = "auto";
  // Calls that may run side by side, 0: as many as there are processors. More only wait; the
  // answers do not depend on it, so it is no part of the digest.
  int at_once = 0;

  static void describe(auto&& option) {
    option("precision",
           &NetworkOptions::precision,
           "Numbers the networks reckon with: f32; bf16, faster on processors made for it; auto: "
           "bf16 where the processor has it. Set one where machines of several kinds must agree.");
  }
};

}  // namespace wenlan
