// SPDX-License-Identifier: GPL-3.0-or-later
// The recognise step: a clean page and its lines in; their text, character by character, out.
// START HERE.
#pragma once

#include <stop_token>
#include <string_view>

#include "engine/base/result.h"
#include "engine/clean/clean_scan.h"
#include "engine/page/layout.h"
#include "engine/page/page.h"
#include "engine/page/transcript.h"
#include "engine/recognise/options.h"
#include "engine/recognise/recognisers.h"

namespace wenlan {

// Raised whenever the output changes for the same input.
inline constexpr std::string_view kRecogniseVersion = "9";

// `layout` is the one given less the lines that held no writing; doubtful lines (kDoubtfulLine) are
// settled: kept and then certain, or gone, or 版心. Line i of the transcript is line i of it.
struct LineLeftOut {
  Polygon<ScanSpace> outline;
  std::string why;  // a few words, ASCII
};

struct Reading {
  Layout layout;
  Transcript transcript;
  Quality quality;
  std::vector<LineLeftOut> left_out;
};

// Reads all lines, in their order. A layout without lines gives an empty text. Fails with
// model_failed or stopped. Pure; may be called from many threads; uses one thread a call.
Result<Reading> read_page(const CleanPage& page,
                          Layout layout,
                          const Recognisers& recognisers,
                          const RecogniseOptions& options,
                          std::stop_token stop);

}  // namespace wenlan
