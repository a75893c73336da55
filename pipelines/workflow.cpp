// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/workflow.h"

#include <algorithm>

namespace wenlan {

std::size_t first_step_to_do(const Workflow& done, const Workflow& wanted) {
  const auto parted = std::mismatch(wanted.begin(), wanted.end(), done.begin(), done.end()).first;
  return static_cast<std::size_t>(parted - wanted.begin());
}

}  // namespace wenlan
