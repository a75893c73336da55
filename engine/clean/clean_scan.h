// SPDX-License-Identifier: GPL-3.0-or-later
// The clean step: a scan in; an upright, trimmed, even page out, with the way back to scan pixels.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/base/result.h"
#include "engine/clean/load_scan.h"
#include "engine/clean/options.h"
#include "engine/page/geometry.h"
#include "engine/page/placement.h"

namespace wenlan {

// Raised whenever the output changes for the same input.
inline constexpr std::string_view kCleanVersion = "5";

struct CleanReport {
  double tilt_deg = 0;         // how far the page was turned to stand upright; > 0 is clockwise
  double tilt_confidence = 0;  // 0..1; 0 when there was nothing to measure by
  bool blank = false;          // no writing: all white, all black, or show-through and stains only
  std::optional<float> gutter_x;  // CleanSpace: the fold between the two pages of a spread
  Box<ScanSpace> border;          // what was kept of the scan: the leaf without its background
  double red_share = 0;           // 0..1 of the page's pixels that are red ink
  bool negative = false;          // light writing on a dark ground: the pixels were inverted
  bool evened = false;            // uneven light or show-through was taken out of the pixels
};

struct CleanPage {
  cv::Mat pixels;       // CV_8UC3 BGR; at the resolution of ScanImage::pixels
  cv::Mat without_red;  // the same with red ink painted over with paper; shares `pixels` if none
  cv::Mat red_ink;  // CV_8UC1: how much redder than the paper, in grey levels; empty if nothing is
  std::vector<Box<CleanSpace>> stamps;  // that are clouds of specks, in two tones (engine/specks)
  Placement placement;                  // affine, scan <-> clean
  CleanReport report;
  Size<ScanSpace> scan_size;
};

// Never changes `scan`. Pixels of scan that are not on the page are left out; nothing that may be
// writing of the page is cut off. A blank page is no failure: see CleanReport::blank. Fails with
// image_too_small when there are no pixels to work on, internal when OpenCV refuses them.
// Pure; may be called from many threads; uses one thread a call.
Result<CleanPage> clean_scan(const ScanImage& scan, const CleanOptions& options);

// The red ink of the page alone, dark on white (CV_8UC3), as strong as black ink would be: what red
// writing is found in and read from. Needs CleanPage::red_ink; empty without it.
cv::Mat only_red(const CleanPage& page);

// Ink 0, paper 255 (CV_8UC1), by Sauvola's local threshold. Never fails; same size as `pixels`,
// which is CV_8UC3 or CV_8UC1.
cv::Mat binarised(const cv::Mat& pixels);

}  // namespace wenlan
