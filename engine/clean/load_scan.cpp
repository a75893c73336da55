// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/load_scan.h"

#include <mutex>

#include <fmt/core.h>
#include <opencv2/core/utility.hpp>

#include "engine/clean/open_scan.h"
#include "engine/clean/tiff_directory.h"

namespace wenlan {
namespace {

Result<int> count_frames_of(const OpenScan& scan) {
  if (scan.format() == FileFormat::pdf) return count_pdf_pages(scan);
  if (scan.format() == FileFormat::tiff) return static_cast<int>(tiff_pictures(scan).size());
  return 1;
}

// Pages run in parallel: a page that itself spread over all processors would only make them wait
// for each other.
void keep_opencv_to_one_thread() {
  static std::once_flag once;
  std::call_once(once, [] { cv::setNumThreads(1); });
}

}  // namespace

Result<int> count_frames(const std::filesystem::path& file) {
  const Result<OpenScan> scan = OpenScan::open(file);
  if (!scan) return fail(scan);
  return count_frames_of(*scan);
}

Result<ScanImage> load_scan(const std::filesystem::path& file,
                            int frame,
                            const LoadOptions& options) {
  keep_opencv_to_one_thread();
  const Result<OpenScan> scan = OpenScan::open(file);
  if (!scan) return fail(scan);
  const Result<int> frames = count_frames_of(*scan);
  if (!frames) return fail(frames);
  if (frame < 0 || frame >= *frames)
    return fail(ErrorCode::not_found,
                fmt::format("picture {} of {}", frame + 1, scan->name()),
                fmt::format("it holds {}", *frames));
  switch (scan->format()) {
    case FileFormat::pdf:
      return load_pdf_page(*scan, frame, options);
    case FileFormat::bmp:
      return load_bmp(*scan, options);
    case FileFormat::tiff:
      return load_with_vips(*scan, tiff_pictures(*scan)[static_cast<std::size_t>(frame)], options);
    default:
      return load_with_vips(*scan, 0, options);
  }
}

}  // namespace wenlan
