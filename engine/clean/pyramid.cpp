// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/pyramid.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>
#include <vips/vips8>

#include "engine/base/file.h"
#include "engine/clean/open_scan.h"
#include "engine/clean/tiff_directory.h"
#include "engine/clean/vips_library.h"

namespace wenlan {
namespace {

using vips::VImage;

// The whole pixels of a level that show [begin, end) of the scan.
struct Extent {
  int begin = 0;
  int length = 0;
};

Extent extent_of(float begin, float end, double scale, int length) {
  const int first = std::clamp(static_cast<int>(std::floor(begin * scale)), 0, length - 1);
  const int last = std::clamp(static_cast<int>(std::ceil(end * scale)), first + 1, length);
  return {first, last - first};
}

VImage open_level(const std::filesystem::path& pyramid, int level) {
  return VImage::tiffload(pyramid.c_str(), VImage::option()->set("page", level));
}

// Halvings that still leave `detail`.
int level_for(double detail, int levels) {
  const int halvings = detail < 1 ? static_cast<int>(std::floor(-std::log2(detail))) : 0;
  return std::clamp(halvings, 0, levels - 1);
}

cv::Mat as_bgr(const VImage& image) {
  const VImage whole = image.copy_memory();
  const bool grey = whole.bands() == 1;
  const cv::Mat pixels(
      whole.height(), whole.width(), grey ? CV_8UC1 : CV_8UC3, const_cast<void*>(whole.data()));
  cv::Mat bgr;
  cv::cvtColor(pixels, bgr, grey ? cv::COLOR_GRAY2BGR : cv::COLOR_RGB2BGR);
  return bgr;
}

ScanPart part_of(const std::filesystem::path& pyramid,
                 Size<ScanSpace> size,
                 const Box<ScanSpace>& part,
                 double detail) {
  VImage image = open_level(pyramid, 0);
  if (const int level = level_for(detail, image.get_int(VIPS_META_N_PAGES)); level > 0)
    image = open_level(pyramid, level);
  const double across = double(image.width()) / size.width;
  const double down = double(image.height()) / size.height;
  const Extent columns = extent_of(part.x, part.right(), across, image.width());
  const Extent rows = extent_of(part.y, part.bottom(), down, image.height());
  return {as_bgr(image.crop(columns.begin, rows.begin, columns.length, rows.length)),
          {static_cast<float>(columns.begin / across),
           static_cast<float>(rows.begin / down),
           static_cast<float>(columns.length / across),
           static_cast<float>(rows.length / down)}};
}

}  // namespace

Result<void> write_pyramid(const std::filesystem::path& file,
                           int frame,
                           const std::filesystem::path& target,
                           const std::stop_token& stop) {
  const Result<OpenScan> scan = OpenScan::open(file);
  if (!scan) return fail(scan);
  if (scan->format() == FileFormat::pdf || scan->format() == FileFormat::bmp)
    return fail(ErrorCode::unknown_format, scan->name(), "cannot be streamed");
  int directory = 0;
  if (scan->format() == FileFormat::tiff) {
    const std::vector<int> pictures = tiff_pictures(*scan);
    if (frame < 0 || frame >= static_cast<int>(pictures.size()))
      return fail(ErrorCode::not_found, scan->name());
    directory = pictures[static_cast<std::size_t>(frame)];
  }
  return write_pyramid_with_vips(*scan, directory, target, stop);
}

Result<ScanPart> read_pyramid(const std::filesystem::path& pyramid,
                              Size<ScanSpace> size,
                              const Box<ScanSpace>& part,
                              double detail) {
  try {
    start_vips();
    return part_of(pyramid, size, part, detail);
  } catch (const vips::VError&) {
    vips_error_clear();
    return fail(ErrorCode::damaged_file, printable_name(pyramid));
  }
}

}  // namespace wenlan
