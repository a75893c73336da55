// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/flat_bars.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr std::array<std::string_view, 4> kNumbers{"", "一", "二", "三"};
constexpr double kLongest = 2.2;    // of its width, a column with one such character
constexpr double kBarWidth = 0.35;  // of the column, at least
constexpr double kBarFlat = 0.4;    // height to width, at most
constexpr double kSpeck = 0.01;     // of the column's width squared: dirt
// Under what a doubtful line needs: a piece of the frame looks just so.
constexpr float kConfidence = 0.7F;

struct Bars {
  std::vector<cv::Rect> boxes;
  bool others = false;
};

Bars bars_of(const cv::Mat& pixels) {
  cv::Mat grey, dark, labels, stats, centroids;
  cv::cvtColor(pixels, grey, cv::COLOR_BGR2GRAY);
  cv::threshold(grey, dark, 0, 255, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
  const int count = cv::connectedComponentsWithStats(dark, labels, stats, centroids);
  const double width = pixels.cols;
  Bars bars;
  for (int i = 1; i < count; ++i) {
    const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT),
                       stats.at<int>(i, cv::CC_STAT_TOP),
                       stats.at<int>(i, cv::CC_STAT_WIDTH),
                       stats.at<int>(i, cv::CC_STAT_HEIGHT));
    if (stats.at<int>(i, cv::CC_STAT_AREA) < kSpeck * width * width) continue;
    if (box.width >= kBarWidth * width && box.height <= kBarFlat * box.width)
      bars.boxes.push_back(box);
    else
      bars.others = true;
  }
  return bars;
}

}  // namespace

std::optional<ReadLine> read_flat_bars(const LineImage& column) {
  const cv::Mat& pixels = column.pixels;
  if (!column.vertical || pixels.rows > kLongest * pixels.cols) return std::nullopt;
  const Bars bars = bars_of(pixels);
  if (bars.others || bars.boxes.empty() || bars.boxes.size() >= kNumbers.size())
    return std::nullopt;
  cv::Rect all = bars.boxes.front();
  for (const cv::Rect& box : bars.boxes) all |= box;
  const auto length = static_cast<float>(pixels.rows);
  ReadGlyph glyph{std::string(kNumbers[bars.boxes.size()]),
                  static_cast<float>(all.y) / length,
                  static_cast<float>(all.y + all.height) / length,
                  kConfidence,
                  {},
                  false};
  return ReadLine{{std::move(glyph)}};
}

}  // namespace wenlan
