// SPDX-License-Identifier: GPL-3.0-or-later
// Lines from a network's map of what lies inside them: the outlines of its connected regions,
// grown.
#pragma once

#include <utility>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/segment/line_detector.h"

namespace wenlan {

// How a network draws lines on its map: shrunk, so that neighbours stay apart.
struct MapReading {
  float inside = .5F;      // of the map: a pixel inside a line
  double least_mean = .5;  // of the map over a region; below it, it is no line
  int least_side = 2;      // pixels of the map
  // How far a region grows on all sides to become the line; of its width and length on the map.
  double (*growth)(double width, double length) = nullptr;
};

// Maps of the same size that say, for each kind of writing, how likely a pixel of it is; none where
// the network does not tell kinds apart.
using KindMaps = std::vector<std::pair<WritingKind, cv::Mat1f>>;

// One line for each region of `map` (of any size, values 0..1); outlines on a picture of size
// `picture` of which `map` shows the whole. Confidence is the map's mean over the region, its kind
// the one of the largest mean.
std::vector<DetectedLine> lines_of_map(const cv::Mat1f& map,
                                       cv::Size picture,
                                       const MapReading& reading,
                                       const KindMaps& kinds = {});

}  // namespace wenlan
