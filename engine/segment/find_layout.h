// SPDX-License-Identifier: GPL-3.0-or-later
// The segment step: a clean page in; its lines, in reading order and told apart, out. START HERE.
#pragma once

#include <stop_token>
#include <string_view>

#include "engine/base/result.h"
#include "engine/clean/clean_scan.h"
#include "engine/page/layout.h"
#include "engine/segment/book_grid.h"
#include "engine/segment/layout_trace.h"
#include "engine/segment/line_detector.h"
#include "engine/segment/options.h"

namespace wenlan {

// Raised whenever the output changes for the same input.
inline constexpr std::string_view kSegmentVersion = "7";

// Regions and lines stand in reading order; small notes are lines of their own, right half first.
// A line whose confidence is below kDoubtfulLine may be no writing at all, or a 版心 told by its
// place alone: reading decides. Blank pages and pictures give a layout of that kind, without
// lines. Fails with model_failed, stopped, internal (OpenCV refuses the picture). Pure; may be
// called from many threads. `book`, where given, is what the book's pages told of its grid;
// `trace`, where given, is told what was seen on the way.
Result<Layout> find_layout(const CleanPage& page,
                           const LineDetector& detector,
                           const SegmentOptions& options,
                           std::stop_token stop,
                           const std::optional<BookGrid>& book = {},
                           LayoutTrace* trace = nullptr);

}  // namespace wenlan
