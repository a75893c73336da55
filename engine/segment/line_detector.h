// SPDX-License-Identifier: GPL-3.0-or-later
// Something that sees where lines of writing are, without knowing their order or what they are.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/base/result.h"
#include "engine/page/geometry.h"
#include "engine/segment/writing_kind.h"

namespace wenlan {

struct DetectedLine {
  Polygon<CleanSpace> outline;
  float confidence = 1;             // 0..1, that this is writing
  std::optional<WritingKind> kind;  // where the detector tells kinds apart
};

// At which sizes a detector sees best, in pixels of the picture it looks at.
struct DetectorSizes {
  int usual_side = 1536;   // longer side of a first look
  double small_line = 32;  // lines narrower than this are seen badly
  double good_line = 44;   // what a second look makes of those
};

// Made once and shared: detect() may be called by many threads at the same time.
class LineDetector {
 public:
  virtual ~LineDetector() = default;

  // Outlines of lines of writing on `pixels` (CV_8UC3), in no order, vertical and horizontal alike.
  // `long_side`: the detector looks at the picture reduced or enlarged to this longer side. None
  // found is no failure. Fails with model_failed.
  virtual Result<std::vector<DetectedLine>> detect(const cv::Mat& pixels, int long_side) const = 0;

  virtual DetectorSizes sizes() const { return {}; }

  // Model name and the first digits of its SHA-256, for the record of how a page was made.
  virtual std::string model() const = 0;
};

}  // namespace wenlan
