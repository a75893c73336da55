// SPDX-License-Identifier: GPL-3.0-or-later
// BMP through OpenCV: libvips has no reader of its own for it.
#include <cstdlib>

#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>

#include "engine/clean/open_scan.h"

namespace wenlan {
namespace {

std::int64_t little_endian(std::string_view bytes, std::size_t offset, std::size_t length) {
  std::uint32_t value = 0;
  for (std::size_t i = length; i-- > 0;)
    value = value << 8 | static_cast<unsigned char>(bytes[offset + i]);
  return length == 4 ? static_cast<std::int32_t>(value) : static_cast<std::int64_t>(value);
}

struct BmpHeader {
  Size<ScanSpace> size;
  std::int64_t least_bytes = 0;  // of the file, as far as the header alone tells
};

// `bytes`: the first 54 bytes, zero where the file is shorter.
BmpHeader read_header(std::string_view bytes) {
  const bool old = little_endian(bytes, 14, 4) == 12;  // OS/2: 16-bit sizes
  const std::int64_t width = little_endian(bytes, 18, old ? 2 : 4);
  const std::int64_t height = std::abs(little_endian(bytes, old ? 20 : 22, old ? 2 : 4));
  const std::int64_t depth = little_endian(bytes, old ? 24 : 28, 2);
  const std::int64_t compression = old ? 0 : little_endian(bytes, 30, 4);
  BmpHeader header;
  if (width <= 0 || width > 1'000'000 || height <= 0 || height > 1'000'000) return header;
  header.size = {static_cast<int>(width), static_cast<int>(height)};
  const bool run_lengths = compression == 1 || compression == 2;
  header.least_bytes =
      little_endian(bytes, 10, 4) + (run_lengths ? 0 : (width * depth + 31) / 32 * 4 * height);
  return header;
}

}  // namespace

Result<ScanImage> load_bmp(const OpenScan& scan, const LoadOptions& options) {
  std::string first = scan.bytes_at(0, 54);
  first.resize(54, '\0');
  const BmpHeader header = read_header(first);
  if (header.size.width == 0) return scan.damaged();
  if (auto fits = check_size(scan, header.size, options); !fits) return fail(fits);
  if (header.least_bytes > static_cast<std::int64_t>(scan.byte_count()))
    return scan.damaged("its BMP data stops short");
  try {
    const std::string bytes = scan.bytes_at(0, scan.byte_count());
    const cv::Mat encoded(
        1, static_cast<int>(bytes.size()), CV_8UC1, const_cast<char*>(bytes.data()));
    const cv::Mat pixels = cv::imdecode(encoded, cv::IMREAD_COLOR);
    if (pixels.cols != header.size.width || pixels.rows != header.size.height)
      return scan.damaged();
    return as_scan_image(pixels, header.size, options);
  } catch (const cv::Exception&) {
    return scan.damaged();
  } catch (const std::bad_alloc&) {
    return fail(ErrorCode::image_too_large, scan.name(), "not enough memory");
  }
}

}  // namespace wenlan
