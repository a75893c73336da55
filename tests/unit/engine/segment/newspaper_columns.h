// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of a newspaper in even registers, for tests.
#pragma once

#include "engine/segment/extent.h"

namespace wenlan {

// A column 20 wide by its place from the left, in steps of 26, and by the registers it fills, each
// 200 high and 20 apart.
inline Extent column(int place, int first_register, int registers = 1) {
  const double left = 26. * place, top = 220. * first_register;
  return {left, top, left + 20, top + 220. * registers - 20};
}

}  // namespace wenlan
