// SPDX-License-Identifier: GPL-3.0-or-later
// Marks 圈點 beside the characters of vertical pages: circles, dots and ticks, in red or in black.
// They are kept, each with the line it stands beside, and never read.
#pragma once

#include <span>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/segment/found_line.h"
#include "engine/segment/layout_builder.h"
#include "engine/segment/pitch.h"
#include "engine/segment/ruling_lines.h"
#include "engine/segment/seals.h"
#include "engine/segment/straighten.h"

namespace wenlan {

// Where the columns of a page stand.
struct MarkedText {
  std::span<const UprightLine> lines;  // of text and notes
  std::span<const Rule> rules;
  const Straightening& straightening;
  double pitch = 0;  // pixels of the page
};

// In black: circles, dots and ticks that stand, several of a size, to the right of the columns
// where no strokes are: as many to the left are specks. Small circles of one size are marks
// wherever they stand. None on most pages.
std::vector<DraftMark> find_black_marks(const InkPicture& picture, const MarkedText& text);

// In red: all of that shape outside the seals, if there are several. `red_ink` is
// CleanPage::red_ink (empty: none), `pitch` in its pixels.
std::vector<DraftMark> find_red_marks(const cv::Mat& red_ink,
                                      std::span<const FoundSeal> seals,
                                      double pitch);

}  // namespace wenlan
