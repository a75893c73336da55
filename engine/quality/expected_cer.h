// SPDX-License-Identifier: GPL-3.0-or-later
// How much of what was read is probably wrong, judged without the truth. START HERE.
#pragma once

#include "engine/page/page.h"
#include "engine/quality/signs.h"

namespace wenlan {

// The expected share of wrong characters of a page, 0..1; 0 where nothing was read. The weights are
// those of sign_weights.h.
float expected_cer(const SignSums& signs);

// Of main text and notes.
Quality estimate_quality(const Layout& layout, const Transcript& transcript);

// One for each line of the layout. A line is judged by its own signs and by its page: the same
// doubt weighs more where all is doubtful. As wrong as its lines of main text and notes together is
// the page.
std::vector<float> expected_cer_of_lines(const Layout& layout, const Transcript& transcript);

}  // namespace wenlan
