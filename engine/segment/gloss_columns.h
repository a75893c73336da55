// SPDX-License-Identifier: GPL-3.0-or-later
// Leaves full of small notes between the characters they explain 音釋: the line detector sees rows
// there, or all in pieces. Their columns are taken from the ink.
#pragma once

#include <optional>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/segment/ink_columns.h"
#include "engine/segment/line_detector.h"
#include "engine/segment/mixed_columns.h"

namespace wenlan {

// Columns of the ink, and what they are when cut into cells.
struct GlossColumns {
  InkColumns columns;
  MixedColumns parted;
};

// `lines` are those found on `pixels` (CV_8UC3); what stands outside of all columns is kept of
// them. `pitch` is the one expected, roughly. Empty where the ink shows no even columns.
std::optional<GlossColumns> find_gloss_columns(const cv::Mat& pixels,
                                               double pitch,
                                               const Straightening& straightening,
                                               const std::vector<FoundLine>& lines);

// For a page whose lines look like rows or like a newspaper's: its columns as lines, where the ink
// shows that it is full of glosses. Small characters two abreast in columns as wide as the large
// ones are what rows never have.
std::optional<std::vector<DetectedLine>> gloss_columns_instead(
    const std::vector<DetectedLine>& lines, const cv::Mat& pixels);

}  // namespace wenlan
