// SPDX-License-Identifier: GPL-3.0-or-later
// Image files of every kind a scanning room makes, as upright 8-bit BGR pixels.
#pragma once

#include <filesystem>
#include <string_view>

#include <opencv2/core/mat.hpp>

#include "engine/base/options.h"
#include "engine/base/result.h"
#include "engine/page/geometry.h"

namespace wenlan {

// Raised whenever the output changes for the same input.
inline constexpr std::string_view kLoadVersion = "1";

struct ScanImage {
  cv::Mat pixels;        // CV_8UC3 BGR, sRGB, upright after EXIF orientation, alpha laid on white
  Size<ScanSpace> size;  // full size of the scan frame, after EXIF orientation
  double scale = 1;      // pixels = scan * scale; below 1 when reduced to stay in bounded memory
};

struct LoadOptions {
  int max_pixels = 40'000'000;
  int max_scan_pixels = 1'000'000'000;
  int min_side = 16;

  static void describe(auto&& option) {
    option("max-pixels",
           &LoadOptions::max_pixels,
           "Larger scans are reduced to this many pixels while they are read.",
           Bounds<int>{1'000'000, 500'000'000});
    option("max-scan-pixels",
           &LoadOptions::max_scan_pixels,
           "Scans with more pixels than this are refused.",
           Bounds<int>{1'000'000, 2'000'000'000});
    option("min-side",
           &LoadOptions::min_side,
           "Scans with a side of fewer pixels than this are refused.",
           Bounds<int>{1, 1000});
  }
};

// How many pictures the file holds: pages of a TIFF or PDF; 1 for every other format. Reads the
// header only. Fails as load_scan does.
Result<int> count_frames(const std::filesystem::path& file);

// Decodes picture `frame` (from 0) of the file: JPEG, PNG, TIFF, JPEG 2000, WebP, BMP or PDF, told
// apart by content, never by name. Names may be any bytes. A PDF page is drawn at the resolution
// of the scan in it. Data that stops short is an error, not a grey half. The file is only read.
// Memory is bounded by LoadOptions::max_pixels, except that the decoders of BMP, interlaced PNG
// and progressive JPEG hold the whole picture once.
// Fails with not_found, no_permission, not_a_file, empty_file, unknown_format, damaged_file,
// encrypted_file, image_too_small, image_too_large; the subject is the printable file name.
// May be called from many threads at once; uses one thread a call.
Result<ScanImage> load_scan(const std::filesystem::path& file,
                            int frame,
                            const LoadOptions& options);

}  // namespace wenlan
