// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/ink_patches.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

// Lengths in pitches.
constexpr double kJoined = .08;  // strokes of one character, between their ink
constexpr double kLeastLong = .2, kLeastShort = .05, kMostWide = 1.1;
constexpr double kLeastInk = .012;     // of a square pitch
constexpr double kLeastInkBar = .004;  // of a flat stroke
constexpr double kFlat = .4;           // height to width of one
constexpr double kStrong = .3;   // share of its ink as dark as the writing: thin strokes are paler
constexpr double kOnRule = .05;  // share of a patch beside a rule: then it is the rule's ink
constexpr double kSpeck = .003;  // of a square pitch: no stroke is so small
constexpr int kRuleReach = 2;    // pixels

cv::Mat1b uncovered(const InkPicture& picture,
                    const cv::Mat1b& rules,
                    const std::vector<FoundLine>& lines,
                    double least_area) {
  cv::Mat1b ink;
  cv::subtract(picture.ink, rules, ink);
  ink = without_specks(ink, least_area);
  wipe_lines(ink, picture.scale, lines);
  return ink;
}

cv::Mat1b beside(const cv::Mat1b& rules) {
  constexpr int kSide = 2 * kRuleReach + 1;
  cv::Mat1b near;
  cv::dilate(rules, near, cv::Mat1b(kSide, kSide, uchar{1}));
  return near;
}

// Pixels of each component that `mask` has.
std::vector<int> shared_pixels(const cv::Mat1i& labels, int count, const cv::Mat1b& mask) {
  std::vector<int> pixels(count, 0);
  for (int y = 0; y < labels.rows; ++y)
    for (int x = 0; x < labels.cols; ++x)
      if (mask(y, x) != 0) ++pixels[labels(y, x)];
  return pixels;
}

// Sides and area in pitches.
bool may_be_strokes(double width, double height, double area) {
  if (width > kMostWide || std::max(width, height) < kLeastLong) return false;
  if (height < kFlat * width) return area >= kLeastInkBar;
  return std::min(width, height) >= kLeastShort && area >= kLeastInk;
}

}  // namespace

void wipe_lines(cv::Mat1b& ink, double scale, const std::vector<FoundLine>& lines) {
  for (const auto& line : lines) {
    std::vector<cv::Point> corners;
    for (const auto& point : outline_of(line))
      corners.emplace_back(static_cast<int>(point.x * scale), static_cast<int>(point.y * scale));
    cv::fillPoly(ink, std::vector{corners}, 0);
    cv::polylines(ink, std::vector{corners}, true, 0, 3);
  }
}

std::vector<InkPatch> find_ink_patches(const InkPicture& picture,
                                       const std::vector<FoundLine>& lines,
                                       double pitch) {
  const cv::Mat1b rules = rule_ink(picture, pitch);
  const double scale = picture.scale, p = pitch * scale;
  const int reach = std::max(1, static_cast<int>(std::lround(kJoined * p)));
  cv::Mat1b joined;
  cv::morphologyEx(uncovered(picture, rules, lines, kSpeck * p * p),
                   joined,
                   cv::MORPH_CLOSE,
                   cv::Mat1b(reach, reach, uchar{1}));
  cv::Mat1i labels;
  cv::Mat stats, centers;
  const int count = cv::connectedComponentsWithStats(joined, labels, stats, centers, 8);
  const std::vector<int> ruled = shared_pixels(labels, count, beside(rules));
  const std::vector<int> strong = shared_pixels(labels, count, picture.strong);
  const std::vector<int> inked = shared_pixels(labels, count, picture.ink);
  std::vector<InkPatch> patches;
  for (int i = 1; i < count; ++i) {
    const int* stat = stats.ptr<int>(i);
    const double width = stat[cv::CC_STAT_WIDTH], height = stat[cv::CC_STAT_HEIGHT];
    const double left = stat[cv::CC_STAT_LEFT], top = stat[cv::CC_STAT_TOP];
    const double area = stat[cv::CC_STAT_AREA];
    if (may_be_strokes(width / p, height / p, area / (p * p)) && ruled[i] <= kOnRule * area &&
        strong[i] >= kStrong * inked[i])
      patches.push_back(
          {left / scale, (left + width) / scale, top / scale, (top + height) / scale});
  }
  return patches;
}

}  // namespace wenlan
