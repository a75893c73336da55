// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/tilt.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/clean/reduced_copy.h"

namespace wenlan {
namespace {

constexpr double kAgreement_deg = 0.5;
constexpr double kFullEvidence = 2;  // of prominence; noise reaches .6, pages of writing 1.5 to 60
constexpr double kFarClearer = 4;
constexpr double kMostShear_deg = 1.5;

struct InkPoint {
  float along;  // down a column for columns, along a row for rows
  float across;
};

// Ink summed along lines that lean by `lean` (across per along); sharp when the lean is the page's.
// Sum of squared steps of the profile: straight lines and column edges make steep ones.
double sharpness(const std::vector<InkPoint>& ink, double lean, std::vector<int>& profile) {
  std::fill(profile.begin(), profile.end(), 0);
  const auto offset = static_cast<float>(profile.size()) / 4;
  const auto slope = static_cast<float>(lean);
  for (const InkPoint& point : ink) {
    const auto place = static_cast<std::ptrdiff_t>(point.across + slope * point.along + offset);
    if (place >= 0 && place < std::ssize(profile)) ++profile[static_cast<std::size_t>(place)];
  }
  double sum = 0;
  // Steps over two pixels: else the pixel grid itself makes no turn at all look sharpest.
  for (std::size_t i = 1; i + 2 < profile.size(); ++i) {
    const double step = profile[i + 2] + profile[i + 1] - profile[i] - profile[i - 1];
    sum += step * step;
  }
  return sum;
}

std::vector<InkPoint> ink_points(const cv::Mat& ink, bool upright) {
  std::vector<cv::Point> places;
  cv::findNonZero(ink, places);
  // More points say no more: keep the work bounded on pages black with ink. Strides of any fixed
  // length would beat with the picture's own rows.
  constexpr std::size_t kEnough = 80'000;
  const std::size_t mean_stride = places.size() / kEnough + 1;
  std::minstd_rand stride;
  std::vector<InkPoint> points;
  points.reserve(places.size() / mean_stride + 1);
  for (std::size_t i = 0; i < places.size(); i += 1 + stride() % (2 * mean_stride - 1)) {
    const auto x = static_cast<float>(places[i].x);
    const auto y = static_cast<float>(places[i].y);
    const float middle = static_cast<float>(upright ? ink.rows : ink.cols) / 2;
    points.push_back(upright ? InkPoint{y - middle, x} : InkPoint{x - middle, y});
  }
  return points;
}

struct Peak {
  double angle_deg = 0;
  double prominence = 0;    // how much sharper than the typical angle, minus 1
  double over_upright = 0;  // how much sharper than no turn at all, minus 1
};

double lean_of(double degrees) {
  return std::tan(degrees * std::numbers::pi / 180);
}

Peak sharpest_angle(const cv::Mat& ink, bool upright, double max_deg) {
  const std::vector<InkPoint> points = ink_points(ink, upright);
  if (points.size() < 500) return {};
  std::vector<int> profile(static_cast<std::size_t>(upright ? ink.cols : ink.rows) * 2);
  const double sign = upright ? 1 : -1;
  const auto score = [&](double degrees) {
    return sharpness(points, sign * lean_of(degrees), profile);
  };
  constexpr double kCoarse = 0.25;
  std::vector<double> scores;
  Peak peak;
  double best = -1;
  const int steps = static_cast<int>(max_deg / kCoarse);
  for (int i = -steps; i <= steps; ++i) {
    scores.push_back(score(i * kCoarse));
    if (scores.back() > best) {
      best = scores.back();
      peak.angle_deg = i * kCoarse;
    }
  }
  const double centre = peak.angle_deg;
  for (double fine = -0.2; fine <= 0.21; fine += 0.05) {
    const double here = score(centre + fine);
    if (here > best) {
      best = here;
      peak.angle_deg = centre + fine;
    }
  }
  const double upright_score = scores[static_cast<std::size_t>(steps)];
  std::nth_element(scores.begin(), scores.begin() + std::ssize(scores) / 2, scores.end());
  const double typical = std::max(1.0, scores[scores.size() / 2]);
  peak.prominence = best / typical - 1;
  peak.over_upright = best / std::max(1.0, upright_score) - 1;
  return peak;
}

// Warped leaves and photographs taken from aside have no one tilt. Then turn by no more than both
// directions ask for: what is left is a shear, which is the lines' own.
Tilt weighed(const Peak& clear, const Peak& other) {
  const double both = clear.prominence + other.prominence;
  const double apart_deg = std::abs(clear.angle_deg - other.angle_deg);
  if (both <= 0) return {};
  if (apart_deg < kAgreement_deg)
    return {(clear.angle_deg * clear.prominence + other.angle_deg * other.prominence) / both,
            std::min(1.0, both / kFullEvidence)};
  if (clear.prominence > kFarClearer * other.prominence)
    return {clear.angle_deg, std::min(1.0, clear.prominence / kFullEvidence)};
  if (apart_deg < kMostShear_deg && clear.angle_deg * other.angle_deg > 0)
    return {
        std::abs(clear.angle_deg) < std::abs(other.angle_deg) ? clear.angle_deg : other.angle_deg,
        std::min(1.0, both / kFullEvidence)};
  return {};
}

}  // namespace

Tilt find_tilt(const cv::Mat& grey, double max_deg) {
  if (max_deg <= 0 || std::min(grey.cols, grey.rows) < 64) return {};
  cv::Mat ink = ink_mask(grey, 0.2);
  const int margin = std::max(grey.cols, grey.rows) / 50;
  cv::rectangle(ink, {0, 0}, {ink.cols - 1, ink.rows - 1}, 0, 2 * margin);
  const Peak columns = sharpest_angle(ink, true, max_deg);
  const Peak rows = sharpest_angle(ink, false, max_deg);
  const Peak& clear = columns.prominence >= rows.prominence ? columns : rows;
  const Peak& other = columns.prominence >= rows.prominence ? rows : columns;
  // At the end of the range the true peak may lie beyond it.
  if (std::abs(clear.angle_deg) > max_deg - 0.3) return {};
  return weighed(clear, other);
}

}  // namespace wenlan
