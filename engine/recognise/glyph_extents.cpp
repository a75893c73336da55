// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/glyph_extents.h"

#include <algorithm>
#include <cmath>

#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr double kMiddle = 0.8;          // of the line's width counts
constexpr float kFarFromMiddle = 0.25F;  // ink that a cut a quarter of the way off is worth
constexpr float kInk = 0.04F;            // share of dark pixels that is a stroke, not dirt
constexpr float kReach = 0.75F;          // of the pitch: how far a character goes from its position
constexpr float kLeast = 0.3F;           // of the pitch: the least extent (一 is flat)

float pitch_of(const std::vector<float>& positions, float length) {
  if (positions.size() < 2) return length / 2;
  std::vector<float> steps;
  for (std::size_t i = 1; i < positions.size(); ++i)
    steps.push_back(positions[i] - positions[i - 1]);
  std::nth_element(steps.begin(), steps.begin() + static_cast<int>(steps.size() / 2), steps.end());
  return std::max(1.0F, steps[steps.size() / 2]);
}

// Between two positions: the place with the least ink, near the middle rather than not.
float cut_between(const std::vector<float>& ink, float left, float right) {
  const float room = right - left;
  const int first = static_cast<int>(std::floor(left + 0.2F * room));
  const int last =
      std::min(static_cast<int>(std::ceil(right - 0.2F * room)), static_cast<int>(ink.size()) - 1);
  float best = (left + right) / 2;
  float least = 1e9F;
  for (int x = std::max(0, first); x <= last; ++x) {
    const float middle = static_cast<float>(x) + 0.5F;
    const float off = (middle - (left + right) / 2) / std::max(1.0F, room);
    const float cost = ink[x] + kFarFromMiddle * 4 * off * off;
    if (cost < least) least = cost, best = middle;
  }
  return best;
}

Extent trimmed(const std::vector<float>& ink, Extent room, float position, float pitch) {
  room.begin = std::max(room.begin, position - kReach * pitch);
  room.end = std::min(room.end, position + kReach * pitch);
  Extent inked{room.end, room.begin};
  for (int x = std::max(0, static_cast<int>(std::floor(room.begin)));
       x < std::min(static_cast<int>(ink.size()), static_cast<int>(std::ceil(room.end)));
       ++x) {
    if (ink[x] < kInk) continue;
    inked.begin = std::min(inked.begin, static_cast<float>(x));
    inked.end = std::max(inked.end, static_cast<float>(x + 1));
  }
  if (inked.end <= inked.begin) inked = {position - kLeast * pitch, position + kLeast * pitch};
  const float lacking = kLeast * pitch - (inked.end - inked.begin);
  if (lacking > 0) inked.begin -= lacking / 2, inked.end += lacking / 2;
  return {std::max(inked.begin, room.begin), std::min(inked.end, room.end)};
}

}  // namespace

std::vector<float> ink_along(const cv::Mat& strip) {
  cv::Mat grey, dark;
  cv::cvtColor(strip, grey, cv::COLOR_BGR2GRAY);
  cv::threshold(grey, dark, 0, 1, cv::THRESH_BINARY_INV | cv::THRESH_OTSU);
  const int margin = static_cast<int>(std::lround(strip.rows * (1 - kMiddle) / 2));
  const cv::Mat middle = dark.rowRange(margin, std::max(margin + 1, strip.rows - margin));
  cv::Mat sums;
  cv::reduce(middle, sums, 0, cv::REDUCE_SUM, CV_32S);
  std::vector<float> ink(strip.cols);
  for (int x = 0; x < strip.cols; ++x)
    ink[x] = static_cast<float>(sums.at<int>(0, x)) / static_cast<float>(middle.rows);
  return ink;
}

std::vector<Extent> glyph_extents(const std::vector<float>& ink,
                                  const std::vector<float>& positions) {
  const auto length = static_cast<float>(ink.size());
  const float pitch = pitch_of(positions, length);
  std::vector<float> cuts{0};
  for (std::size_t i = 1; i < positions.size(); ++i)
    cuts.push_back(cut_between(ink, positions[i - 1], positions[i]));
  cuts.push_back(length);
  std::vector<Extent> extents;
  for (std::size_t i = 0; i < positions.size(); ++i)
    extents.push_back(trimmed(ink, {cuts[i], cuts[i + 1]}, positions[i], pitch));
  return extents;
}

}  // namespace wenlan
