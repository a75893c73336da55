// SPDX-License-Identifier: GPL-3.0-or-later
// One line of a page, cut out and read by whichever recogniser knows its script.
#pragma once

#include <opencv2/core/mat.hpp>

#include "engine/base/result.h"
#include "engine/page/geometry.h"
#include "engine/recognise/crop_line.h"
#include "engine/recognise/line_recogniser.h"
#include "engine/recognise/recognisers.h"

namespace wenlan {

struct LineRead {
  ReadLine text;
  LineCrop crop;  // what `text` was read from; empty pixels where there was nothing to read
};

// `pixels` is CV_8UC3. Columns are read by the main recogniser. Rows it is not sure of, and Latin
// ones, are shown to the others in turn until one is quite sure; the surest reading is kept. The
// second of the others and later ones are heard only where they read another script than Latin.
// Fails with model_failed. Throws cv::Exception only.
Result<LineRead> read_line(const cv::Mat& pixels,
                           const Polygon<CleanSpace>& outline,
                           bool vertical,
                           const Recognisers& recognisers);

}  // namespace wenlan
