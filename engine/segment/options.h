// SPDX-License-Identifier: GPL-3.0-or-later
// What can be set about finding lines and columns. Lengths are in column pitches (P) unless said.
#pragma once

#include "engine/base/options.h"

namespace wenlan {

struct SegmentOptions {
  int detector_side = 1536;
  bool running_titles = true;
  bool find_uncovered_ink = true;
  bool red_notes = true;

  static void describe(auto&& option) {
    option("detector-side",
           &SegmentOptions::detector_side,
           "Longer side of the picture the line detector looks at, in pixels.",
           Bounds<int>{320, 3072});
    option("running-titles",
           &SegmentOptions::running_titles,
           "Tell the fold strip with title and leaf number from the text.");
    option("find-uncovered-ink",
           &SegmentOptions::find_uncovered_ink,
           "Look for writing in the columns that the line detector passed over.");
    option("red-notes",
           &SegmentOptions::red_notes,
           "Read remarks in red ink beside and above the text, on pages that have any.");
  }
};

}  // namespace wenlan
