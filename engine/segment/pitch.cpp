// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/pitch.h"

#include <array>
#include <cmath>
#include <numbers>

#include "engine/segment/score_peaks.h"
#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr double kTurn = 2 * std::numbers::pi;
constexpr double kSameWidth = 1.18;                    // ratio of widths that count as one
constexpr double kLoosePitch = 1.4;                    // in main widths
constexpr std::size_t kMostPitches = 3;                // tried for each border
constexpr double kUsualPitch = 2, kWidestPitch = 3.2;  // at most, in main widths
constexpr double kFarAsWell = .15;                     // of the score
constexpr double kKnownBorder = .54;                   // of the pitch: half lines are narrower
constexpr double kFarApart = 1.2;  // of that border: main lines are wider, usually

// Two means on log width, weighted by length: the width between them.
double border_of_widths(std::span<const UprightLine> lines, double widest) {
  double low = std::log(widest * .45), high = std::log(widest);
  for (int round = 0; round < 12; ++round) {
    std::array<double, 2> sum{}, weight{};
    for (const auto& line : lines) {
      const double size = std::log(std::max(1., line.width));
      const int side = std::abs(size - low) < std::abs(size - high) ? 0 : 1;
      sum[side] += size * line.height();
      weight[side] += line.height();
    }
    if (weight[0] <= 0 || weight[1] <= 0) break;
    low = sum[0] / weight[0];
    high = sum[1] / weight[1];
  }
  return std::exp((low + high) / 2);
}

// How well pairs of lines keep pitch P. Main to main: multiples of P; half to half: of P/2; main
// to half: odd multiples of P/4. The three kinds count alike, however few lines they have.
class PitchScore {
 public:
  PitchScore(std::span<const UprightLine> lines, double border, double widest) : widest_(widest) {
    for (std::size_t i = 0; i < lines.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) add_pair(lines[i], lines[j], border);
  }

  double at(double pitch) const {
    double score = -.1 * std::abs(std::log(pitch / (1.1 * widest_)));
    for (const auto& [pairs, multiple, sign] : kinds_) {
      double sum = 0, weight = 0;
      for (const auto& pair : pairs) {
        sum += pair.weight * std::cos(kTurn * multiple * pair.distance / pitch);
        weight += pair.weight;
      }
      if (weight > 0) score += sign * sum / weight;
    }
    return score;
  }

 private:
  struct Pair {
    double distance, weight;
  };
  struct Kind {
    std::vector<Pair> pairs;
    double multiple, sign;
  };

  void add_pair(const UprightLine& a, const UprightLine& b, double border) {
    const double distance = std::abs(a.center - b.center);
    const double near = std::exp(-distance / (2.5 * widest_));
    if (near < 1e-3) return;
    const bool a_main = a.width > border, b_main = b.width > border;
    auto& kind = kinds_[a_main && b_main ? 0 : a_main || b_main ? 2 : 1];
    kind.pairs.push_back({distance, std::min(a.height(), b.height()) * near});
  }

  double widest_;
  std::array<Kind, 3> kinds_{{{{}, 1, 1}, {{}, 2, 1}, {{}, 2, -1}}};
};

double small_width(std::span<const UprightLine> lines, double border) {
  std::vector<std::pair<double, double>> widths;
  for (const auto& line : lines)
    if (line.width <= border) widths.emplace_back(line.width, line.height());
  return weighted_median(std::move(widths));
}

// Main lines fill their columns: a pitch far beyond their width takes neighbours for double rows.
double looseness(double pitch, std::span<const UprightLine> lines, double border) {
  std::vector<std::pair<double, double>> widths;
  for (const auto& line : lines)
    if (line.width > border) widths.emplace_back(line.width, line.height());
  const double width = weighted_median(std::move(widths));
  return width > 0 ? std::max(0., std::log(pitch / (kLoosePitch * width))) : 0;
}

// Between half lines and lines of the `widest` width: what the widths show, and rivals of it.
std::vector<double> borders_of(std::span<const UprightLine> lines, double widest) {
  return {border_of_widths(lines, widest), .62 * widest, .72 * widest, .85 * widest};
}

// A pitch known from rules or the book. Lines set far apart may all be narrower than half a column.
void add_known(double pitch, std::span<const UprightLine> lines, std::vector<Grid>& grids) {
  grids.push_back({pitch, kKnownBorder * pitch});
  const double widest = std::max(1., main_width(lines));
  if (widest > kFarApart * kKnownBorder * pitch) return;
  for (const double border : borders_of(lines, widest)) grids.push_back({pitch, border});
}

}  // namespace

double main_width(std::span<const UprightLine> lines) {
  double widest = 0, longest_width = 0, longest = 0;
  for (const auto& line : lines) {
    double support = 0;
    int count = 0;
    for (const auto& other : lines) {
      const double ratio = other.width / line.width;
      if (ratio > kSameWidth || ratio < 1 / kSameWidth) continue;
      support += other.height();
      ++count;
    }
    if (count >= 2 && support >= 4 * line.width) widest = std::max(widest, line.width);
    if (line.height() > longest) {
      longest = line.height();
      longest_width = line.width;
    }
  }
  return widest > 0 ? widest : longest_width;
}

std::vector<Grid> guess_grids(std::span<const UprightLine> lines, const KnownPitch& known) {
  std::vector<Grid> grids;
  if (known.of_rules) add_known(*known.of_rules, lines, grids);
  if (known.of_ink) {
    add_known(*known.of_ink, lines, grids);
    return grids;  // lines are many there and say less
  }
  if (known.of_book) grids.push_back({*known.of_book, kKnownBorder * *known.of_book});
  const double widest = std::max(1., main_width(lines));
  for (const double border : borders_of(lines, widest)) {
    const PitchScore score(lines, border, widest);
    const double least = std::max(.78 * widest, 1.5 * small_width(lines, border));
    const auto peaks =
        peaks_of([&](double p) { return score.at(p); }, least, kUsualPitch * widest, 1.01);
    for (std::size_t i = 0; i < std::min(kMostPitches, peaks.size()); ++i)
      grids.push_back({peaks[i].at, border, looseness(peaks[i].at, lines, border)});
    // Columns set very far apart: half their pitch is kept as well.
    const auto far = peaks_of(
        [&](double p) { return score.at(p); }, kUsualPitch * widest, kWidestPitch * widest, 1.01);
    if (!far.empty() && (peaks.empty() || far.front().score > peaks.front().score - kFarAsWell))
      grids.push_back({far.front().at, border, looseness(far.front().at, lines, border)});
  }
  if (grids.empty()) grids.push_back({1.2 * widest, .7 * widest});
  return grids;
}

}  // namespace wenlan
