// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/specks/speck_clouds.h"

#include <algorithm>

#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr int kInkBelow = 96, kGreyFrom = 64, kGreyTo = 200;
constexpr double kMostGrey = 1;  // pixels of ink: writing in greys has more at its edges alone
constexpr int kDark = 128;
constexpr int kCell = kSpeckPictureSide / 40;
constexpr double kLoose = .5;  // of the density of a cloud: what hangs together with it

// Parts of one tone that are grains: their pixels, and their longer side.
struct Grain {
  int least, largest, longest;
};
constexpr Grain kSpeck{2, 25, 9};
// Where specks run together, paper is left between them; holes in characters are larger.
constexpr Grain kHole{2, 10, 6};

void count_grains(const cv::Mat& tone, int neighbours, const Grain& grain, cv::Mat1f& counts) {
  cv::Mat labels, stats, middles;
  const int parts = cv::connectedComponentsWithStats(tone, labels, stats, middles, neighbours);
  for (int i = 1; i < parts; ++i) {
    const auto* part = stats.ptr<int>(i);
    const int area = part[cv::CC_STAT_AREA];
    const int length = std::max(part[cv::CC_STAT_WIDTH], part[cv::CC_STAT_HEIGHT]);
    if (area < grain.least || area > grain.largest || length > grain.longest) continue;
    const auto* middle = middles.ptr<double>(i);
    ++counts(static_cast<int>(middle[1]) / kCell, static_cast<int>(middle[0]) / kCell);
  }
}

// Grains a cell. A cell alone may hold a worn character; with those around it, it tells a cloud.
cv::Mat1f grain_density(const cv::Mat1b& grey) {
  const auto cells = [](int side) { return (side + kCell - 1) / kCell; };
  cv::Mat1f counts(cells(grey.rows), cells(grey.cols), 0.F);
  count_grains(grey < kDark, 8, kSpeck, counts);
  count_grains(grey >= kDark, 4, kHole, counts);
  cv::Mat1f density;
  cv::blur(counts, density, {3, 3}, {-1, -1}, cv::BORDER_CONSTANT);
  return density;
}

}  // namespace

bool is_in_two_tones(const cv::Mat1b& grey) {
  const auto ink = cv::countNonZero(grey < kInkBelow);
  cv::Mat1b between;
  cv::inRange(grey, kGreyFrom, kGreyTo, between);
  return ink > 0 && cv::countNonZero(between) <= kMostGrey * ink;
}

std::vector<cv::Rect> find_speck_clouds(const cv::Mat1b& grey, const SpeckOptions& options) {
  if (grey.empty()) return {};
  const cv::Mat1f density = grain_density(grey);
  const cv::Mat dense = density >= options.cloud_density;
  cv::Mat1i labels;
  cv::Mat stats, middles;
  const int parts = cv::connectedComponentsWithStats(
      density >= kLoose * options.cloud_density, labels, stats, middles, 8);
  std::vector<cv::Rect> clouds;
  for (int i = 1; i < parts; ++i) {
    if (cv::countNonZero(dense & (labels == i)) < options.cloud_cells) continue;
    const auto* part = stats.ptr<int>(i);
    const cv::Rect cells(part[cv::CC_STAT_LEFT],
                         part[cv::CC_STAT_TOP],
                         part[cv::CC_STAT_WIDTH],
                         part[cv::CC_STAT_HEIGHT]);
    const cv::Rect box(cells.x * kCell, cells.y * kCell, cells.width * kCell, cells.height * kCell);
    clouds.push_back(box & cv::Rect(0, 0, grey.cols, grey.rows));
  }
  return clouds;
}

}  // namespace wenlan
