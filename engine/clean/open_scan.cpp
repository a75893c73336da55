// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/open_scan.h"

#include <cerrno>
#include <cmath>
#include <cstring>

#include <fcntl.h>
#include <fmt/core.h>
#include <opencv2/imgproc.hpp>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/file.h"

namespace wenlan {

Result<OpenScan> OpenScan::open(const std::filesystem::path& file) {
  // Without O_NONBLOCK a named pipe would wait for a writer for ever.
  OpenScan scan(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK), printable_name(file));
  struct stat status {};
  if (scan.descriptor_ < 0 || ::fstat(scan.descriptor_, &status) != 0)
    return fail(error_code_of_errno(errno), scan.name_, std::strerror(errno));
  if (S_ISDIR(status.st_mode)) return fail(ErrorCode::not_a_file, scan.name_, "it is a folder");
  if (!S_ISREG(status.st_mode)) return fail(ErrorCode::not_a_file, scan.name_);
  scan.byte_count_ = static_cast<std::uint64_t>(status.st_size);
  if (scan.byte_count_ == 0) return fail(ErrorCode::empty_file, scan.name_);
  const std::optional<FileFormat> format = sniff_format(scan.bytes_at(0, kSniffedBytes));
  if (!format) return fail(ErrorCode::unknown_format, scan.name_);
  scan.format_ = *format;
  return scan;
}

OpenScan::~OpenScan() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

OpenScan::OpenScan(OpenScan&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      name_(std::move(other.name_)),
      format_(other.format_),
      byte_count_(other.byte_count_) {}

std::string OpenScan::bytes_at(std::uint64_t offset, std::size_t length) const {
  std::string bytes(length, '\0');
  std::size_t filled = 0;
  while (filled < length) {
    const ssize_t got = ::pread(
        descriptor_, bytes.data() + filled, length - filled, static_cast<off_t>(offset + filled));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

tl::unexpected<Error> OpenScan::damaged(std::string detail) const {
  if (detail.empty()) detail = fmt::format("its {} data does not decode", name_of(format_));
  return fail(ErrorCode::damaged_file, name_, std::move(detail));
}

Result<void> check_size(const OpenScan& scan, Size<ScanSpace> size, const LoadOptions& options) {
  const std::string detail = fmt::format("{} x {} pixels", size.width, size.height);
  if (size.width < options.min_side || size.height < options.min_side)
    return fail(ErrorCode::image_too_small, scan.name(), detail);
  if (std::int64_t{size.width} * size.height > options.max_scan_pixels)
    return fail(ErrorCode::image_too_large, scan.name(), detail);
  return {};
}

cv::Size reduced_size(Size<ScanSpace> size, int max_pixels) {
  const double factor = std::sqrt(double(max_pixels) / size.width / size.height);
  if (factor >= 1) return {size.width, size.height};
  return {std::max(1, int(size.width * factor)), std::max(1, int(size.height * factor))};
}

ScanImage as_scan_image(cv::Mat pixels, Size<ScanSpace> size, const LoadOptions& options) {
  const cv::Size target = reduced_size(size, options.max_pixels);
  if (pixels.cols > target.width || pixels.rows > target.height) {
    cv::Mat reduced;
    cv::resize(pixels, reduced, target, 0, 0, cv::INTER_AREA);
    pixels = reduced;
  }
  return {pixels, size, std::sqrt(double(pixels.cols) / size.width * pixels.rows / size.height)};
}

}  // namespace wenlan
