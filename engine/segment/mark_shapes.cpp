// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/mark_shapes.h"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <numbers>
#include <optional>

#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr double kLeastSide = .07, kMostSide = .34;  // pitches
constexpr int kLeastPixels = 4;
constexpr int kLeastOfCircle = 5;  // pixels: a smaller one has no inside
constexpr double kMostOblong = 1.9;
constexpr double kRoundEnough = 1.45;
// Of the ellipse in the box around it, by radius.
constexpr double kCore = .4, kRim = .5, kBeyond = 1.18;
constexpr std::size_t kSectors = 12, kClosed = 10;
constexpr double kMostBeyond = .04;  // share of the ink
constexpr double kBareCore = .35, kFullCore = .9, kTickCore = .6;
constexpr double kLeastFill = .62;   // of the box of a dot: a disc fills .79
constexpr double kLeastSlant = .35;  // correlation of down with right
constexpr double kThin = .85;        // of the box of a tick

// How the ink of one part lies within its box.
struct Look {
  double core = 0;      // share of the middle that is inked
  double beyond = 0;    // share of the ink in the corners of the box
  double fill = 0;      // share of the box that is inked
  double slant = 0;     // -1..1; 1 runs from the top left to the bottom right
  std::size_t rim = 0;  // sectors that hold ink away from the middle
};

Look look_at(const cv::Mat1i& labels, int label, const cv::Rect& box) {
  std::bitset<kSectors> rim;
  double ink = 0, core = 0, inked_core = 0, beyond = 0;
  double xx = 0, yy = 0, xy = 0;
  for (int row = 0; row < box.height; ++row)
    for (int column = 0; column < box.width; ++column) {
      const double x = (2 * column + 1.) / box.width - 1, y = (2 * row + 1.) / box.height - 1;
      const double radius = std::hypot(x, y);
      const bool inked = labels(box.y + row, box.x + column) == label;
      core += radius < kCore;
      inked_core += inked && radius < kCore;
      if (!inked) continue;
      ++ink;
      beyond += radius > kBeyond;
      xx += x * x;
      yy += y * y;
      xy += x * y;
      const double turn = (std::atan2(y, x) / std::numbers::pi + 1) / 2;  // 0..1
      if (radius > kRim) rim.set(std::min(kSectors - 1, static_cast<std::size_t>(turn * kSectors)));
    }
  return {inked_core / std::max(1., core),
          beyond / std::max(1., ink),
          ink / box.area(),
          xy / std::max(1e-9, std::sqrt(xx * yy)),
          rim.count()};
}

std::optional<MarkKind> kind_of(const Look& look, const cv::Size& size) {
  const double longer = std::max(size.width, size.height);
  const double shorter = std::min(size.width, size.height);
  const bool round = longer <= kRoundEnough * shorter && look.beyond <= kMostBeyond;
  if (round && shorter >= kLeastOfCircle && look.core <= kBareCore && look.rim >= kClosed)
    return MarkKind::circle;
  if (look.core >= kTickCore && look.slant >= kLeastSlant && look.fill <= kThin)
    return MarkKind::tick;
  if (round && look.core >= kFullCore && look.fill >= kLeastFill) return MarkKind::dot;
  return std::nullopt;
}

}  // namespace

std::vector<MarkShape> find_mark_shapes(const cv::Mat1b& ink, double pitch) {
  cv::Mat1i labels;
  cv::Mat stats, centers;
  const int count = cv::connectedComponentsWithStats(ink, labels, stats, centers, 8);
  std::vector<MarkShape> shapes;
  for (int i = 1; i < count; ++i) {
    const int* stat = stats.ptr<int>(i);
    const cv::Rect box(stat[cv::CC_STAT_LEFT],
                       stat[cv::CC_STAT_TOP],
                       stat[cv::CC_STAT_WIDTH],
                       stat[cv::CC_STAT_HEIGHT]);
    const int longer = std::max(box.width, box.height), shorter = std::min(box.width, box.height);
    if (shorter < kLeastPixels || longer < kLeastSide * pitch || longer > kMostSide * pitch ||
        longer > kMostOblong * shorter)
      continue;
    if (const auto kind = kind_of(look_at(labels, i, box), box.size()))
      shapes.push_back({box, *kind});
  }
  return shapes;
}

}  // namespace wenlan
