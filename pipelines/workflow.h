// SPDX-License-Identifier: GPL-3.0-or-later
// The steps that pages are made by.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/page/page.h"

namespace wenlan {

// In the order they are gone through; equal workflows and inputs give equal page files.
using Workflow = std::vector<Step>;

struct Workflows {
  Workflow of_images;
  Workflow of_texts;
};

// The first step of `wanted` that a page made by `done` has not gone through just so; all later
// ones depend on it. wanted.size() where there is none.
std::size_t first_step_to_do(const Workflow& done, const Workflow& wanted);

}  // namespace wenlan
