// SPDX-License-Identifier: GPL-3.0-or-later
// Where a page is strewn with specks.
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/specks/options.h"

namespace wenlan {

// The longer side of the picture in which specks are looked for and taken out.
inline constexpr int kSpeckPictureSide = 1600;

// Is the scan in two tones (CV_8UC1)? Its paper is then white, and grey is found at the edges of
// strokes only.
bool is_in_two_tones(const cv::Mat1b& grey);

struct SpeckCloud {
  cv::Rect area;   // wherever specks hang together; areas may overlap
  cv::Rect stamp;  // between the outermost specks, but for a few at each side
};

// The clouds of specks in `grey`, of kSpeckPictureSide pixels or fewer. Throws cv::Exception only.
std::vector<SpeckCloud> find_speck_clouds(const cv::Mat1b& grey, const SpeckOptions& options = {});

}  // namespace wenlan
