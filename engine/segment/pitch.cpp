// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/pitch.h"

#include <array>
#include <cmath>
#include <numbers>
#include <set>

#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr double kTurn = 2 * std::numbers::pi;
constexpr double kSameWidth = 1.18;     // ratio of widths that count as one
constexpr double kRivalHandicap = .05;  // of another border than the widths themselves show
constexpr double kLooseWeight = 2;
constexpr double kLoosePitch = 1.4;      // in main widths
constexpr std::size_t kMostPitches = 3;  // tried for each border
constexpr double kRuleBorder = .54;      // of the pitch: half lines are narrower
constexpr double kFarApart = 1.2;        // of that border: main lines are wider, usually
constexpr std::size_t kFewestRules = 5;
constexpr double kPlainRule = .5;  // coverage that counts whole: the paper's own edge has more
constexpr double kOctave = .06;
constexpr double kFilledShare = .5;             // of the places of the grid, in that score
constexpr double kLeastFilled = .4;             // of the places: fewer stand on a grid by chance
constexpr double kOnPlace = .15;                // pitches off the grid
constexpr double kNarrowest = .7, kWidest = 3;  // of the pitch the text lets expect

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

struct Peak {
  double at, score;
};

template <class Score>
std::vector<Peak> peaks_of(const Score& score, double least, double most, double step) {
  std::vector<Peak> all, peaks;
  for (double at = least; at <= most * step; at *= step) all.push_back({at, score(at)});
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool rises = i == 0 || all[i].score >= all[i - 1].score;
    const bool falls = i + 1 == all.size() || all[i].score > all[i + 1].score;
    if (rises && falls) peaks.push_back(all[i]);
  }
  std::sort(peaks.begin(), peaks.end(), [](auto& a, auto& b) { return a.score > b.score; });
  return peaks;
}

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
  return width > 0 ? kLooseWeight * std::max(0., std::log(pitch / (kLoosePitch * width))) : 0;
}

struct RuleOnGrid {
  long place;
  double u, coverage;
};

// The rules that stand on the grid.
std::vector<RuleOnGrid> rules_on_grid(std::span<const Rule> rules, double pitch) {
  double sine = 0, cosine = 0;
  for (const auto& rule : rules) {
    sine += rule.coverage * std::sin(kTurn * rule.u / pitch);
    cosine += rule.coverage * std::cos(kTurn * rule.u / pitch);
  }
  const double phase = std::atan2(sine, cosine) / kTurn;
  std::vector<RuleOnGrid> on_grid;
  for (const auto& rule : rules) {
    const double place = rule.u / pitch - phase;
    if (std::abs(place - std::round(place)) <= kOnPlace)
      on_grid.push_back({std::lround(place), rule.u, rule.coverage});
  }
  return on_grid;
}

// The pitch that lies nearest to all rules on the grid: a line through them.
double refined_pitch(std::span<const Rule> rules, double pitch) {
  double weight = 0, place = 0, u = 0, across = 0, spread = 0;
  const auto on_grid = rules_on_grid(rules, pitch);
  for (const auto& rule : on_grid) {
    weight += rule.coverage;
    place += rule.coverage * static_cast<double>(rule.place);
    u += rule.coverage * rule.u;
  }
  for (const auto& rule : on_grid) {
    const double from_mean = static_cast<double>(rule.place) - place / weight;
    across += rule.coverage * from_mean * (rule.u - u / weight);
    spread += rule.coverage * from_mean * from_mean;
  }
  return spread > 0 ? across / spread : pitch;
}

// How well rules keep a pitch: 1 when each stands on the grid and each place of the grid has one.
// Rules off the grid, as the paper's own edges beside it are, say nothing against it.
// Half the pitch of a page puts its rules on the grid too, but leaves every other place bare.
class RuleScore {
 public:
  RuleScore(std::span<const Rule> rules, double near) : rules_(rules), near_(near) {}

  double fit(double pitch) const {
    double sum = 0, weight = 0;
    for (std::size_t i = 0; i < rules_.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        const double distance = std::abs(rules_[i].u - rules_[j].u);
        const double seen = std::min({rules_[i].coverage, rules_[j].coverage, kPlainRule});
        const double w = seen * seen * std::exp(-distance / (4 * near_));
        sum += w * std::max(0., std::cos(kTurn * distance / pitch));
        weight += w;
      }
    return weight > 0 ? sum / weight : 0.;
  }

  double at(double pitch) const {
    std::set<long> places;
    for (const auto& rule : rules_on_grid(rules_, pitch)) places.insert(rule.place);
    if (places.size() < kFewestRules) return 0;
    const double spanned = static_cast<double>(*places.rbegin() - *places.begin() + 1);
    const double filled = static_cast<double>(places.size()) / spanned;
    if (filled < kLeastFilled) return 0;
    return (1 - kFilledShare) * fit(pitch) + kFilledShare * filled;
  }

 private:
  std::span<const Rule> rules_;
  double near_;
};

// Rules mislead by a factor of two only: a false one in the middle of each column, or every other
// one too faint.
bool is_octave(double a, double b) {
  return std::abs(std::abs(std::log2(a / b)) - 1) < kOctave;
}

// Between half lines and lines of the `widest` width: what the widths show, and rivals of it.
std::vector<double> borders_of(std::span<const UprightLine> lines, double widest) {
  return {border_of_widths(lines, widest), .62 * widest, .72 * widest, .85 * widest};
}

// A pitch that is sure. Lines set far apart may all be narrower than half a column.
void add_known(double pitch, std::span<const UprightLine> lines, std::vector<Grid>& grids) {
  grids.push_back({pitch, kRuleBorder * pitch, 0});
  const double widest = std::max(1., main_width(lines));
  if (widest > kFarApart * kRuleBorder * pitch) return;
  for (const double border : borders_of(lines, widest))
    grids.push_back({pitch, border, kRivalHandicap});
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

std::optional<double> pitch_of_rules(std::span<const Rule> rules, double near, double evenness) {
  if (rules.size() < kFewestRules) return std::nullopt;
  const RuleScore score(rules, near);
  const auto peaks =
      peaks_of([&](double p) { return score.fit(p); }, kNarrowest * near, kWidest * near, 1.004);
  double pitch = 0, best = evenness;
  for (const auto& peak : peaks) {
    if (score.at(peak.at) <= best) continue;
    best = score.at(peak.at);
    pitch = peak.at;
  }
  if (pitch == 0) return std::nullopt;
  return refined_pitch(rules, pitch);
}

std::vector<Grid> guess_grids(std::span<const UprightLine> lines, const KnownPitch& known) {
  std::vector<Grid> grids;
  if (known.of_rules) add_known(*known.of_rules, lines, grids);
  if (known.of_book && (!known.of_rules || is_octave(*known.of_rules, *known.of_book)))
    grids.push_back({*known.of_book, kRuleBorder * *known.of_book, 0});
  if (known.of_rules) return grids;
  const double widest = std::max(1., main_width(lines));
  const auto borders = borders_of(lines, widest);
  for (const double border : borders) {
    const double handicap = border == borders.front() ? 0 : kRivalHandicap;
    const PitchScore score(lines, border, widest);
    const double least = std::max(.78 * widest, 1.5 * small_width(lines, border));
    const auto peaks = peaks_of([&](double p) { return score.at(p); }, least, 2 * widest, 1.01);
    for (std::size_t i = 0; i < std::min(kMostPitches, peaks.size()); ++i)
      grids.push_back({peaks[i].at, border, handicap, looseness(peaks[i].at, lines, border)});
  }
  if (grids.empty()) grids.push_back({1.2 * widest, .7 * widest, 0});
  return grids;
}

}  // namespace wenlan
