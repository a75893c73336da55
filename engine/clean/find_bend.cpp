// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/find_bend.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/clean/reduced_copy.h"

namespace wenlan {
namespace {

constexpr std::size_t kEnough = 24'000;  // points of ink that the shape is measured by
constexpr std::size_t kFewest = 1'500;
constexpr double kMostShift = .08;   // of the leaf's longer side
constexpr double kOfInk = .97;       // share of the ink that moves by no more than the shift
constexpr double kLeastShift = .01;  // of the leaf: what columns bear without straightening
constexpr double kLeastGain = .4;    // of sharpness, in each half of the bands
constexpr int kBands = 12;

struct Ink {
  std::vector<float> place;                            // across the direction, pixels
  std::array<std::vector<float>, Bend::kTerms> terms;  // of each point
  std::vector<bool> odd;                               // in which half of the bands it lies
  double size = 0;                                     // across the direction
};

Ink ink_of(const cv::Mat& mask, bool upright) {
  std::vector<cv::Point> points;
  cv::findNonZero(mask, points);
  const std::size_t mean_stride = points.size() / kEnough + 1;
  std::minstd_rand stride;
  Ink ink;
  ink.size = upright ? mask.cols : mask.rows;
  for (std::size_t i = 0; i < points.size(); i += 1 + stride() % (2 * mean_stride - 1)) {
    const double x = 2. * points[i].x / mask.cols - 1, y = 2. * points[i].y / mask.rows - 1;
    const auto values = upright ? Bend::terms(y, x) : Bend::terms(x, y);
    for (std::size_t k = 0; k < Bend::kTerms; ++k)
      ink.terms[k].push_back(static_cast<float>(values[k]));
    ink.place.push_back(static_cast<float>(upright ? points[i].x : points[i].y));
    ink.odd.push_back(static_cast<int>((values[0] + 1) / 2 * kBands) % 2 == 1);
  }
  return ink;
}

// Finds the weights that make the sums of ink along the direction sharpest.
class Straightener {
 public:
  explicit Straightener(const Ink& ink) : ink_(ink), place_(ink.place) {}

  Bend::Weights find() {
    // Wide steps first: they see whole columns, and only then the strokes in them.
    const double widest = std::exp2(std::floor(std::log2(ink_.size / 120)));
    look_far(std::max(2., widest));
    for (double bin = std::max(2., widest); bin >= 1; bin /= 2) climb(bin);
    return weights_;
  }

  // Of the ink as it is moved now; `half`: -1 all of it, 0 and 1 each half of the bands.
  double sharpness(const std::vector<float>& place, double bin, int half = -1) {
    profile_.assign(static_cast<std::size_t>(ink_.size / bin * 1.5) + 8, 0);
    const auto offset = static_cast<float>(ink_.size / bin / 4);
    const auto scale = static_cast<float>(1 / bin);
    for (std::size_t i = 0; i < place.size(); ++i) {
      if (half >= 0 && ink_.odd[i] != (half == 1)) continue;
      const auto at = static_cast<std::ptrdiff_t>(place[i] * scale + offset);
      if (at >= 0 && at < std::ssize(profile_)) ++profile_[static_cast<std::size_t>(at)];
    }
    double sum = 0;
    for (std::size_t i = 1; i + 2 < profile_.size(); ++i) {
      const double step = profile_[i + 2] + profile_[i + 1] - profile_[i] - profile_[i - 1];
      sum += step * step;
    }
    return sum;
  }
  const std::vector<float>& place() const { return place_; }

 private:
  double with(std::size_t term, double change, double bin) {
    moved_.resize(place_.size());
    const auto by = static_cast<float>(change);
    for (std::size_t i = 0; i < place_.size(); ++i)
      moved_[i] = place_[i] - by * ink_.terms[term][i];
    return sharpness(moved_, bin);
  }

  void move(std::size_t term, double change) {
    weights_[term] += change;
    const auto by = static_cast<float>(change);
    for (std::size_t i = 0; i < place_.size(); ++i) place_[i] -= by * ink_.terms[term][i];
  }

  // The terms that alone may reach farther than a column: climbing would stop at the first.
  void look_far(double bin) {
    for (int round = 0; round < 2; ++round)
      for (const std::size_t term : {std::size_t{1}, std::size_t{3}, std::size_t{0}}) {
        double best = sharpness(place_, bin), change = 0;
        const double most = kMostShift / 2 * ink_.size;
        for (double by = -most; by <= most; by += bin) {
          const double here = with(term, by, bin);
          if (here > best) best = here, change = by;
        }
        if (change != 0) move(term, change);
      }
  }

  void climb(double bin) {
    constexpr int kSweeps = 6;
    double best = sharpness(place_, bin);
    for (int sweep = 0; sweep < kSweeps; ++sweep) {
      bool better = false;
      for (std::size_t term = 0; term < Bend::kTerms; ++term)
        for (const double by : {-2 * bin, -bin, bin, 2 * bin}) {
          const double here = with(term, by, bin);
          if (here <= best) continue;
          best = here;
          move(term, by);
          better = true;
        }
      if (!better) break;
    }
  }

  const Ink& ink_;
  Bend::Weights weights_{};
  std::vector<float> place_, moved_;
  std::vector<int> profile_;
};

struct Direction {
  Bend::Weights weights{};
  double shift = 0;  // the largest, pixels
  double gain = 0;
};

Direction measured(const cv::Mat& mask, bool upright) {
  const Ink ink = ink_of(mask, upright);
  if (ink.place.size() < kFewest) return {};
  Straightener straightener(ink);
  Direction direction;
  direction.weights = straightener.find();
  direction.gain = 1e9;
  for (const int half : {0, 1}) {
    const double before = std::max(1., straightener.sharpness(ink.place, 1, half));
    direction.gain = std::min(direction.gain,
                              straightener.sharpness(straightener.place(), 1, half) / before - 1);
  }
  std::vector<float> shifts;
  for (std::size_t i = 0; i < ink.place.size(); ++i)
    shifts.push_back(std::abs(ink.place[i] - straightener.place()[i]));
  // A corner of the paper with a speck on it is no writing.
  const auto most =
      shifts.begin() + static_cast<std::ptrdiff_t>(kOfInk * static_cast<double>(shifts.size()));
  std::nth_element(shifts.begin(), most, shifts.end());
  direction.shift = *most;
  return direction;
}

}  // namespace

MeasuredBend find_bend(const cv::Mat& grey) {
  if (std::min(grey.cols, grey.rows) < 64) return {};
  cv::Mat ink = ink_mask(grey, 0.2);
  const int margin = std::max(grey.cols, grey.rows) / 50;
  cv::rectangle(ink, {0, 0}, {ink.cols - 1, ink.rows - 1}, 0, 2 * margin);
  const Direction columns = measured(ink, true), rows = measured(ink, false);
  MeasuredBend found{{}, columns.shift, columns.gain, rows.shift, rows.gain};
  const double longer = std::max(grey.cols, grey.rows);
  const auto is_bent = [&](const Direction& direction) {
    return direction.gain > kLeastGain && direction.shift > kLeastShift * longer &&
           direction.shift < 2 * kMostShift * longer;
  };
  if (!is_bent(columns) && !is_bent(rows)) return found;
  found.bend.width = grey.cols;
  found.bend.height = grey.rows;
  if (is_bent(columns)) found.bend.across = columns.weights;
  if (is_bent(rows)) found.bend.down = rows.weights;
  return found;
}

}  // namespace wenlan
