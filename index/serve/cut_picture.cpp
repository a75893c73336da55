// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/serve/cut_picture.h"

#include <stdexcept>
#include <vector>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr int kJpegQuality = 85;
const cv::Scalar kPaper(240, 247, 250);  // the colour of the site's paper, blue first

// The interval of whole pixels that covers [begin, end), cut to [0, length).
cv::Range covering(double begin, double end, int length) {
  const int first = std::clamp(static_cast<int>(std::floor(begin + 0.01)), 0, length - 1);
  const int last = std::clamp(static_cast<int>(std::ceil(end - 0.01)), first + 1, length);
  return {first, last};
}

std::string encoded(const cv::Mat& pixels) {
  std::vector<uchar> bytes;
  if (!cv::imencode(".jpg",
                    pixels,
                    bytes,
                    {cv::IMWRITE_JPEG_QUALITY, kJpegQuality, cv::IMWRITE_JPEG_OPTIMIZE, 1}))
    throw std::runtime_error("a picture cannot be written as JPEG");
  return {bytes.begin(), bytes.end()};
}

}  // namespace

std::string jpeg_of(const ScanPart& scan, const Box<ScanSpace>& part, int width, int height) {
  const Box<ScanSpace> inside = intersected(part, scan.covers);
  const double across = static_cast<double>(width) / static_cast<double>(part.width);
  const double down = static_cast<double>(height) / static_cast<double>(part.height);
  cv::Mat cut(height, width, CV_8UC3, kPaper);
  if (inside.empty()) return encoded(cut);
  const double x_scale = scan.pixels.cols / static_cast<double>(scan.covers.width);
  const double y_scale = scan.pixels.rows / static_cast<double>(scan.covers.height);
  const float left = inside.x - scan.covers.x;
  const float top = inside.y - scan.covers.y;
  const cv::Mat source =
      scan.pixels(covering(top * y_scale, (top + inside.height) * y_scale, scan.pixels.rows),
                  covering(left * x_scale, (left + inside.width) * x_scale, scan.pixels.cols));
  const cv::Range columns =
      covering((inside.x - part.x) * across, (inside.right() - part.x) * across, width);
  const cv::Range rows =
      covering((inside.y - part.y) * down, (inside.bottom() - part.y) * down, height);
  cv::Mat target = cut(rows, columns);
  const bool shrinks = target.cols <= source.cols && target.rows <= source.rows;
  cv::resize(source, target, target.size(), 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_CUBIC);
  return encoded(cut);
}

}  // namespace wenlan
