// SPDX-License-Identifier: GPL-3.0-or-later
// Large scans as a pyramid on disk, so that any part is quickly read at any detail.
#pragma once

#include <filesystem>
#include <stop_token>

#include <opencv2/core/mat.hpp>

#include "engine/base/result.h"
#include "engine/page/geometry.h"

namespace wenlan {

// A piece of a scan: `pixels` (CV_8UC3 BGR) show `covers`, at any scale.
struct ScanPart {
  cv::Mat pixels;
  Box<ScanSpace> covers;
};

// Writes picture `frame` of the file as a TIFF of JPEG tiles, with every halving of it: upright,
// sRGB, at its full size. Streams, so memory does not grow with the scan; one that EXIF turns goes
// through a temporary file. Fails as load_scan does, with unknown_format for PDF and BMP, which
// cannot be streamed, with io_failed (an incomplete target may be left), and with stopped.
Result<void> write_pyramid(const std::filesystem::path& file,
                           int frame,
                           const std::filesystem::path& target,
                           const std::stop_token& stop);

// The part of the scan, of which some must lie inside it, from the coarsest level that has at least
// `detail` pixels for a pixel of the scan. `size` is the scan's. Fails with damaged_file.
Result<ScanPart> read_pyramid(const std::filesystem::path& pyramid,
                              Size<ScanSpace> size,
                              const Box<ScanSpace>& part,
                              double detail);

}  // namespace wenlan
