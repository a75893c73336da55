// SPDX-License-Identifier: GPL-3.0-or-later
// Picture files of every kind, made by libraries other than the ones that read them where we can.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

namespace wenlan {

// Made by libvips: `suffix` chooses kind and options, as in ".tif[compression=lzw]".
// `pixels` is CV_8UC3 BGR.
std::string encoded_by_vips(const cv::Mat& pixels, const std::string& suffix);

// The same picture turned or mirrored, marked with the EXIF orientation that undoes it.
std::string jpeg_with_orientation(const cv::Mat& upright, int orientation);

std::string cmyk_jpeg(const cv::Mat& pixels);
std::string sixteen_bit(const cv::Mat& pixels, const std::string& suffix);
std::string png_with_clear_left_half(const cv::Mat& pixels);
std::string tiff_of_pages(const std::vector<cv::Mat>& pages);
std::string bmp(const cv::Mat& pixels);
std::string pdf_of_pages(const std::vector<cv::Mat>& pages, double dpi);
// A document that asks for a password nobody knows.
std::string encrypted_pdf();

// A folder that is gone, with all in it, when the test ends.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  // Writes a file into it and says where.
  std::filesystem::path file(const std::string& name, const std::string& bytes) const;

 private:
  std::filesystem::path path_;
};

}  // namespace wenlan
