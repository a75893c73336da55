// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/specks/speck_clouds.h"

#include <algorithm>
#include <utility>

#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr int kInkBelow = 96, kGreyFrom = 64, kGreyTo = 200;
constexpr double kMostGrey = 1;  // pixels of ink: writing in greys has more at its edges alone
constexpr int kDark = 128, kWhite = 240;
constexpr double kWhitePaper = .5;  // of what is no ink
constexpr int kCell = kSpeckPictureSide / 40;
constexpr std::size_t kOneOf = 100;  // grains of a stamp lies outside of each of its sides
constexpr double kLoose = .3;        // of the density of a cloud: what hangs together with it

// Parts of one tone that are grains: their pixels, and their longer side.
struct Grain {
  int least, largest, longest;
};
constexpr Grain kSpeck{2, 25, 9};
// Where specks run together, paper is left between them; holes in characters are larger.
constexpr Grain kHole{2, 10, 6};

void add_grains(const cv::Mat& tone,
                int neighbours,
                const Grain& grain,
                std::vector<cv::Point>& grains) {
  cv::Mat labels, stats, middles;
  const int parts = cv::connectedComponentsWithStats(tone, labels, stats, middles, neighbours);
  for (int i = 1; i < parts; ++i) {
    const auto* part = stats.ptr<int>(i);
    const int area = part[cv::CC_STAT_AREA];
    const int length = std::max(part[cv::CC_STAT_WIDTH], part[cv::CC_STAT_HEIGHT]);
    if (area < grain.least || area > grain.largest || length > grain.longest) continue;
    const auto* middle = middles.ptr<double>(i);
    grains.emplace_back(static_cast<int>(middle[0]), static_cast<int>(middle[1]));
  }
}

// The middles of all grains.
std::vector<cv::Point> find_grains(const cv::Mat1b& grey) {
  std::vector<cv::Point> grains;
  add_grains(grey < kDark, 8, kSpeck, grains);
  add_grains(grey >= kDark, 4, kHole, grains);
  return grains;
}

// Grains a cell. A cell alone may hold a worn character; with those around it, it tells a cloud.
cv::Mat1f density_of(const std::vector<cv::Point>& grains, cv::Size size) {
  const auto cells = [](int side) { return (side + kCell - 1) / kCell; };
  cv::Mat1f counts(cells(size.height), cells(size.width), 0.F);
  for (const auto& grain : grains) ++counts(grain.y / kCell, grain.x / kCell);
  cv::Mat1f density;
  cv::blur(counts, density, {3, 3}, {-1, -1}, cv::BORDER_CONSTANT);
  return density;
}

// From the first to the last of `places`, but for a few at each end.
cv::Range most_of(std::vector<int> places) {
  std::sort(places.begin(), places.end());
  const std::size_t few = places.size() / kOneOf;
  return {places[few], places[places.size() - 1 - few] + 1};
}

// Where the grains are whose cells bear `label`; there are some.
cv::Rect stamp_of(const std::vector<cv::Point>& grains, const cv::Mat1i& labels, int label) {
  std::vector<int> across, down;
  for (const auto& grain : grains) {
    if (labels(grain.y / kCell, grain.x / kCell) != label) continue;
    across.push_back(grain.x), down.push_back(grain.y);
  }
  if (across.empty()) return {};
  const cv::Range x = most_of(std::move(across)), y = most_of(std::move(down));
  return {x.start, y.start, x.size(), y.size()};
}

}  // namespace

bool is_in_two_tones(const cv::Mat1b& grey) {
  const auto ink = cv::countNonZero(grey < kInkBelow);
  cv::Mat1b between;
  cv::inRange(grey, kGreyFrom, kGreyTo, between);
  if (ink == 0 || cv::countNonZero(between) > kMostGrey * ink) return false;
  return cv::countNonZero(grey >= kWhite) > kWhitePaper * cv::countNonZero(grey >= kDark);
}

std::vector<SpeckCloud> find_speck_clouds(const cv::Mat1b& grey, const SpeckOptions& options) {
  if (grey.empty()) return {};
  const std::vector<cv::Point> grains = find_grains(grey);
  const cv::Mat1f density = density_of(grains, grey.size());
  const cv::Mat dense = density >= options.cloud_density;
  cv::Mat1i labels;
  cv::Mat stats, middles;
  const int parts = cv::connectedComponentsWithStats(
      density >= kLoose * options.cloud_density, labels, stats, middles, 8);
  std::vector<SpeckCloud> clouds;
  for (int i = 1; i < parts; ++i) {
    if (cv::countNonZero(dense & (labels == i)) < options.cloud_cells) continue;
    const auto* part = stats.ptr<int>(i);
    const cv::Rect cells(part[cv::CC_STAT_LEFT],
                         part[cv::CC_STAT_TOP],
                         part[cv::CC_STAT_WIDTH],
                         part[cv::CC_STAT_HEIGHT]);
    const cv::Rect box(cells.x * kCell, cells.y * kCell, cells.width * kCell, cells.height * kCell);
    clouds.push_back({box & cv::Rect(0, 0, grey.cols, grey.rows), stamp_of(grains, labels, i)});
  }
  return clouds;
}

}  // namespace wenlan
