// SPDX-License-Identifier: GPL-3.0-or-later
// Lines as they were read, made one text with the place of every character.
#pragma once

#include <vector>

#include "engine/page/page.h"
#include "engine/page/placement.h"
#include "engine/page/transcript.h"
#include "engine/recognise/crop_line.h"
#include "engine/recognise/line_recogniser.h"
#include "engine/recognise/options.h"

namespace wenlan {

struct LineReading {
  ReadLine text;  // glyphs in the order they are read, which in a row from right to left is not
                  // the order of their places
  LinePlace place;
};

// Lines in the order given, joined by '\n'; NFC; characters too doubtful to write are 〓 with the
// guess among their alternatives. Never fails.
Transcript assemble_transcript(const std::vector<LineReading>& lines,
                               const Placement& placement,
                               const RecogniseOptions& options);

}  // namespace wenlan
