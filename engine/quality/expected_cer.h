// SPDX-License-Identifier: GPL-3.0-or-later
// How much of what was read is probably wrong, judged without the truth. START HERE.
#pragma once

#include "engine/page/page.h"
#include "engine/quality/signs.h"

namespace wenlan {

// The expected share of wrong characters, 0..1; 0 where nothing was read. The weights are those of
// sign_weights.h: a page is as wrong as its lines together.
float expected_cer(const SignSums& signs);

// Of main text and notes.
Quality estimate_quality(const Layout& layout, const Transcript& transcript);

// One for each line of the layout.
std::vector<float> expected_cer_of_lines(const Layout& layout, const Transcript& transcript);

}  // namespace wenlan
