// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/crop_line.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr double kMarginAcross = 1.0 / 30;  // of the width, at each side
constexpr double kMarginAlong = 0.2;        // of the width, at each end
constexpr double kMarginShort = 0.1;        // the same of short lines: neighbours are near
constexpr double kShort = 4;                // lines of fewer widths get a border …
constexpr double kBorder = 0.15;            // … of so many widths
constexpr double kFitFrom = 2.5;            // lines of fewer widths are taken as upright
constexpr int kSamples = 96;
constexpr double kLongestSide = 30000;  // OpenCV's warp counts pixels in 16 bits

// A line in its own coordinates: `along` in reading direction, `across` at right angles.
struct Strip {
  double begin = 0, end = 0;  // along
  double centre = 0;          // across, in the middle of the length
  double slope = 0;           // across for each step along
  double width = 0;
};

struct Cut {
  double along, low, high;
};

// Where lines of equal `along` cross the outline; the outermost crossings only.
std::vector<Cut> cuts_of(const std::vector<cv::Point2d>& outline, double begin, double end) {
  std::vector<Cut> cuts;
  for (int i = 0; i < kSamples; ++i) {
    const double along = begin + (end - begin) * (i + 0.5) / kSamples;
    Cut cut{along, 1e9, -1e9};
    for (std::size_t k = 0; k < outline.size(); ++k) {
      const cv::Point2d& p = outline[k];
      const cv::Point2d& q = outline[(k + 1) % outline.size()];
      if ((p.y <= along) == (q.y <= along)) continue;
      const double across = p.x + (q.x - p.x) * (along - p.y) / (q.y - p.y);
      cut.low = std::min(cut.low, across);
      cut.high = std::max(cut.high, across);
    }
    if (cut.high > cut.low) cuts.push_back(cut);
  }
  return cuts;
}

// Least squares of the centre over the length; the rounded ends of an outline do not count.
void fit_centre(const std::vector<Cut>& cuts, Strip& strip) {
  const double middle = (strip.begin + strip.end) / 2;
  double n = 0, sum_t = 0, sum_c = 0, sum_tt = 0, sum_tc = 0;
  for (const Cut& cut : cuts) {
    if (cut.high - cut.low < 0.6 * strip.width) continue;
    const double t = cut.along - middle;
    const double c = (cut.low + cut.high) / 2;
    n += 1, sum_t += t, sum_c += c, sum_tt += t * t, sum_tc += t * c;
  }
  const double spread = n * sum_tt - sum_t * sum_t;
  if (n < 2 || spread <= 0) return;
  strip.slope = (n * sum_tc - sum_t * sum_c) / spread;
  strip.centre = (sum_c - strip.slope * sum_t) / n;
}

double share_of(std::vector<double> values, double share) {
  const auto place =
      values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

std::optional<Strip> strip_of(const std::vector<cv::Point2d>& outline) {
  if (outline.size() < 3) return std::nullopt;
  Strip strip;
  const auto [first, last] = std::minmax_element(
      outline.begin(), outline.end(), [](const auto& a, const auto& b) { return a.y < b.y; });
  strip.begin = first->y, strip.end = last->y;
  const std::vector<Cut> cuts = cuts_of(outline, strip.begin, strip.end);
  if (cuts.empty()) return std::nullopt;
  std::vector<double> widths, lows, highs;
  for (const Cut& cut : cuts) {
    widths.push_back(cut.high - cut.low);
    lows.push_back(cut.low), highs.push_back(cut.high);
  }
  strip.width = share_of(widths, 0.5);
  const double low = share_of(lows, 0.1), high = share_of(highs, 0.9);
  strip.centre = (low + high) / 2;
  if (strip.end - strip.begin < kFitFrom * strip.width) {
    strip.width = high - low;
    return strip;
  }
  fit_centre(cuts, strip);
  std::vector<double> reaches;
  const double middle = (strip.begin + strip.end) / 2;
  for (const Cut& cut : cuts) {
    const double centre = strip.centre + strip.slope * (cut.along - middle);
    reaches.push_back(cut.high - centre), reaches.push_back(centre - cut.low);
  }
  strip.width = 2 * share_of(reaches, 0.8);
  return strip;
}

// The paper's colour: what most of the crop's brighter half looks like.
cv::Scalar paper_of(const cv::Mat& pixels) {
  cv::Scalar paper;
  for (int channel = 0; channel < 3; ++channel) {
    std::array<int, 256> counts{};
    for (int y = 0; y < pixels.rows; ++y)
      for (int x = 0; x < pixels.cols; ++x) ++counts[pixels.at<cv::Vec3b>(y, x)[channel]];
    int left = static_cast<int>(pixels.total() / 4), value = 255;
    while (value > 0 && (left -= counts[value]) > 0) --value;
    paper[channel] = value;
  }
  return paper;
}

struct Frame {
  double length, width;             // of the crop, in pixels of the page
  cv::Point2d origin, step, aside;  // its corner and unit steps along and across, on the page
};

Frame frame_of(const Strip& strip, bool vertical) {
  const double norm = std::hypot(1, strip.slope);
  const double bare = (strip.end - strip.begin) * norm;
  const bool is_short = bare < kShort * strip.width;
  const double length = bare + 2 * (is_short ? kMarginShort : kMarginAlong) * strip.width;
  const double width = strip.width / norm * (1 + 2 * kMarginAcross);
  const cv::Point2d step(strip.slope / norm, 1 / norm), aside(1 / norm, -strip.slope / norm);
  const cv::Point2d middle(strip.centre, (strip.begin + strip.end) / 2);
  const cv::Point2d origin = middle - step * (length / 2) - aside * (width / 2);
  if (vertical) return {length, width, origin, step, aside};
  const auto swapped = [](cv::Point2d p) { return cv::Point2d(p.y, p.x); };
  return {length, width, swapped(origin), swapped(step), swapped(aside)};
}

}  // namespace

LineCrop crop_line(const cv::Mat& page, const Polygon<CleanSpace>& outline, bool vertical) {
  std::vector<cv::Point2d> turned;
  for (const auto& point : outline)
    turned.emplace_back(vertical ? point.x : point.y, vertical ? point.y : point.x);
  const auto strip = strip_of(turned);
  const Box<CleanSpace> on_page = intersected(
      bounding_box(outline), {0, 0, static_cast<float>(page.cols), static_cast<float>(page.rows)});
  if (!strip || strip->width < 2 || on_page.empty()) return {};
  const Frame frame = frame_of(*strip, vertical);
  if (std::max(frame.length, frame.width) > kLongestSide) return {};

  const int length = std::max(1, static_cast<int>(std::lround(frame.length)));
  const int width = std::max(1, static_cast<int>(std::lround(frame.width)));
  const cv::Size size = vertical ? cv::Size(width, length) : cv::Size(length, width);
  const cv::Point2d right = vertical ? frame.aside : frame.step;
  const cv::Point2d down = vertical ? frame.step : frame.aside;
  const cv::Matx23d map(right.x, down.x, frame.origin.x, right.y, down.y, frame.origin.y);

  LineCrop crop;
  crop.image.vertical = vertical;
  cv::warpAffine(page,
                 crop.image.pixels,
                 map,
                 size,
                 cv::INTER_LINEAR | cv::WARP_INVERSE_MAP,
                 cv::BORDER_REPLICATE);
  const int border =
      length < kShort * width ? static_cast<int>(std::lround(kBorder * strip->width)) : 0;
  if (border > 0)
    cv::copyMakeBorder(crop.image.pixels,
                       crop.image.pixels,
                       border,
                       border,
                       border,
                       border,
                       cv::BORDER_CONSTANT,
                       paper_of(crop.image.pixels));
  const cv::Point2d corner = frame.origin - border * (right + down);
  const double margin = width * kMarginAcross / (1 + 2 * kMarginAcross);
  crop.place = {{right.x, down.x, corner.x, right.y, down.y, corner.y},
                static_cast<float>(length + 2 * border),
                static_cast<float>(border + margin),
                static_cast<float>(border + width - margin),
                vertical};
  return crop;
}

Polygon<CleanSpace> part_of_line(const LinePlace& place, float begin, float end) {
  const auto on_page = [&](float along, float across) {
    const double x = place.vertical ? across : along;
    const double y = place.vertical ? along : across;
    const AffineMatrix& m = place.to_page;
    return Point<CleanSpace>{static_cast<float>(m[0] * x + m[1] * y + m[2]),
                             static_cast<float>(m[3] * x + m[4] * y + m[5])};
  };
  const float first = begin * place.length, last = end * place.length;
  return {on_page(first, place.across_begin),
          on_page(first, place.across_end),
          on_page(last, place.across_end),
          on_page(last, place.across_begin)};
}

}  // namespace wenlan
