// SPDX-License-Identifier: GPL-3.0-or-later
// A scan file opened for reading and known by format: what every decoder starts from.
#pragma once

#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <string>

#include "engine/base/result.h"
#include "engine/clean/file_format.h"
#include "engine/clean/load_scan.h"

namespace wenlan {

// Owns the descriptor. Decoders get no path, so no library can read options out of a file name.
class OpenScan {
 public:
  // Fails with not_found, no_permission, not_a_file, empty_file, unknown_format, io_failed.
  static Result<OpenScan> open(const std::filesystem::path& file);
  ~OpenScan();
  OpenScan(OpenScan&& other) noexcept;
  OpenScan& operator=(OpenScan&&) = delete;

  int descriptor() const { return descriptor_; }
  FileFormat format() const { return format_; }
  std::uint64_t byte_count() const { return byte_count_; }
  const std::string& name() const { return name_; }

  // Up to `length` bytes from `offset`; fewer at the end of the file or when reading fails.
  std::string bytes_at(std::uint64_t offset, std::size_t length) const;

  // The decoder knows the format, but this file is broken.
  tl::unexpected<Error> damaged(std::string detail = {}) const;

 private:
  OpenScan(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}

  int descriptor_;
  std::string name_;
  FileFormat format_ = FileFormat::jpeg;
  std::uint64_t byte_count_ = 0;
};

// Refuses scans too small or too large by LoadOptions.
Result<void> check_size(const OpenScan& scan, Size<ScanSpace> size, const LoadOptions& options);

// The size to reduce to so that `max_pixels` holds; the same size when it holds already.
cv::Size reduced_size(Size<ScanSpace> size, int max_pixels);

// Reduces when needed and reports the scale. `pixels` is upright CV_8UC3 BGR.
ScanImage as_scan_image(cv::Mat pixels, Size<ScanSpace> size, const LoadOptions& options);

// One for each family of formats. `directory` matters to TIFF alone.
Result<ScanImage> load_with_vips(const OpenScan& scan, int directory, const LoadOptions& options);
Result<int> count_pdf_pages(const OpenScan& scan);
Result<ScanImage> load_pdf_page(const OpenScan& scan, int frame, const LoadOptions& options);
Result<ScanImage> load_bmp(const OpenScan& scan, const LoadOptions& options);

// See pyramid.h; every format but PDF and BMP.
Result<void> write_pyramid_with_vips(const OpenScan& scan,
                                     int directory,
                                     const std::filesystem::path& target,
                                     const std::stop_token& stop);

}  // namespace wenlan
