// SPDX-License-Identifier: GPL-3.0-or-later
// Simplified forms among traditional ones: a page is set in one of them.
#pragma once

#include <vector>

#include "engine/recognise/assemble_transcript.h"

namespace wenlan {

// The network learnt from lines whose text was written down in either form, and reads 县 where 縣
// is printed though it saw the one nearly as plainly as the other. On pages of traditional forms a
// simplified one gives way to its traditional one where that is among the other readings; the two
// change places, and as they are one character the reading is as sure as both. Other pages stay as
// they are. Never fails.
void settle_written_forms(std::vector<LineReading>& readings);

}  // namespace wenlan
