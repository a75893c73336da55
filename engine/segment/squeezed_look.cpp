// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/squeezed_look.h"

#include <algorithm>
#include <limits>

#include <opencv2/imgproc.hpp>

#include "engine/segment/detect_lines.h"
#include "engine/segment/pitch.h"
#include "engine/segment/ruling_lines.h"
#include "engine/segment/straighten.h"
#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr double kSqueezed = .75;    // of the height
constexpr std::size_t kFewest = 6;   // rows that show how close they stand
constexpr double kTouching = .1;     // of the height of a row
constexpr double kPitchOfRow = 1.6;  // of columns, in heights of a row: between single and double
constexpr double kPlainRule = .45;

// The usual white between a row and the next below it, in heights of a row.
double usual_gap(const std::vector<DetectedLine>& rows) {
  std::vector<double> gaps;
  for (const auto& row : rows) {
    const auto box = bounding_box(row.outline);
    double nearest = std::numeric_limits<double>::max();
    for (const auto& other : rows) {
      const auto below = bounding_box(other.outline);
      const double shared = std::min(box.right(), below.right()) - std::max(box.x, below.x);
      if (below.center().y <= box.bottom() || shared < .5 * std::min(box.width, below.width))
        continue;
      nearest = std::min<double>(nearest, below.y - box.bottom());
    }
    if (nearest < box.height) gaps.push_back(nearest / box.height);
  }
  return gaps.size() < kFewest ? 1 : median(std::move(gaps));
}

bool has_upright_rules(const std::vector<DetectedLine>& rows, const cv::Mat& pixels) {
  Box<CleanSpace> text;
  for (const auto& row : rows) text = united(text, bounding_box(row.outline));
  const double pitch = kPitchOfRow * usual_width(rows);
  if (!(pitch > 0)) return false;
  const InkPicture ink = find_ink(pixels, pitch);
  auto rules = find_rules(ink, Straightening{}, text, pitch);
  std::erase_if(rules, [](const Rule& rule) { return rule.coverage < kPlainRule; });
  return pitch_of_rules(rules, pitch).has_value();
}

}  // namespace

bool may_be_columns(const std::vector<DetectedLine>& rows, const cv::Mat& pixels) {
  if (rows.size() < kFewest) return false;
  return usual_gap(rows) < kTouching || has_upright_rules(rows, pixels);
}

Result<std::vector<DetectedLine>> detect_squeezed(const cv::Mat& pixels,
                                                  const LineDetector& detector,
                                                  int long_side) {
  cv::Mat squeezed;
  cv::resize(pixels, squeezed, {}, 1, kSqueezed, cv::INTER_AREA);
  auto lines = detect_lines(squeezed, detector, long_side);
  if (!lines) return lines;
  for (auto& line : *lines)
    for (auto& point : line.outline) point.y /= static_cast<float>(kSqueezed);
  return lines;
}

}  // namespace wenlan
