// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/ink_patches.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

#include "engine/segment/ink_parts.h"

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

// Pixels of each part that `mask` has.
std::vector<int> shared_pixels(const InkParts& ink, const cv::Mat1b& mask) {
  std::vector<int> pixels(ink.parts.size(), 0);
  for (std::size_t i = 0; i < ink.runs.size(); ++i) {
    const InkRun& run = ink.runs[i];
    const uchar* row = mask.ptr(run.y);
    pixels[static_cast<std::size_t>(ink.part_of[i])] += static_cast<int>(
        std::count_if(row + run.begin, row + run.end, [](uchar pixel) { return pixel != 0; }));
  }
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
  const InkParts found = connected_parts(BitMask(joined));
  const std::vector<int> ruled = shared_pixels(found, beside(rules));
  const std::vector<int> strong = shared_pixels(found, picture.strong);
  const std::vector<int> inked = shared_pixels(found, picture.ink);
  std::vector<InkPatch> patches;
  for (std::size_t i = 0; i < found.parts.size(); ++i) {
    const auto& [box, area] = found.parts[i];
    if (may_be_strokes(box.width / p, box.height / p, area / (p * p)) &&
        ruled[i] <= kOnRule * area && strong[i] >= kStrong * inked[i])
      patches.push_back({box.x / scale, box.br().x / scale, box.y / scale, box.br().y / scale});
  }
  return patches;
}

}  // namespace wenlan
