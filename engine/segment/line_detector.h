// SPDX-License-Identifier: GPL-3.0-or-later
// Something that sees where lines of writing are, without knowing their order or what they are.
#pragma once

#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/base/result.h"
#include "engine/page/geometry.h"

namespace wenlan {

struct DetectedLine {
  Polygon<CleanSpace> outline;
  float confidence = 1;  // 0..1, that this is writing
};

// Made once and shared: detect() may be called by many threads at the same time.
class LineDetector {
 public:
  virtual ~LineDetector() = default;

  // Outlines of lines of writing on `pixels` (CV_8UC3), in no order, vertical and horizontal alike.
  // `long_side`: the detector looks at the picture reduced or enlarged to this longer side. None
  // found is no failure. Fails with model_failed.
  virtual Result<std::vector<DetectedLine>> detect(const cv::Mat& pixels, int long_side) const = 0;

  // Model name and the first digits of its SHA-256, for the record of how a page was made.
  virtual std::string model() const = 0;
};

}  // namespace wenlan
