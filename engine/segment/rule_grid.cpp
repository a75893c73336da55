// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/rule_grid.h"

#include <cmath>
#include <numbers>
#include <set>
#include <vector>

#include "engine/segment/score_peaks.h"

namespace wenlan {
namespace {

constexpr double kTurn = 2 * std::numbers::pi;
constexpr std::size_t kFewestRules = 5;
constexpr double kPlainRule = .5;    // coverage that counts whole: the paper's own edge has more
constexpr double kFilledShare = .5;  // of the places of the grid, in that score
constexpr double kLeastFilled = .4;  // of the places: fewer stand on a grid by chance
constexpr double kOnPlace = .15;     // pitches off the grid
constexpr double kNarrowest = .7, kWidest = 3;  // of the pitch the text lets expect
// Columns so much closer are believed where many rules keep their pitch: lines of the text were
// found as one.
constexpr double kClosest = .45, kCloselyEven = .85;
constexpr std::size_t kManyRules = 9;

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

// How well the distances of rules keep a pitch. Rules off the grid, as the paper's own edges beside
// it are, say little against it.
double fit_of(std::span<const Rule> rules, double pitch, double near) {
  double sum = 0, weight = 0;
  for (std::size_t i = 0; i < rules.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const double distance = std::abs(rules[i].u - rules[j].u);
      const double seen = std::min({rules[i].coverage, rules[j].coverage, kPlainRule});
      const double w = seen * seen * std::exp(-distance / (4 * near));
      sum += w * std::max(-0.5, std::cos(kTurn * distance / pitch));
      weight += w;
    }
  return weight > 0 ? sum / weight : 0.;
}

}  // namespace

// Half the pitch of a page puts its rules on the grid too, but leaves every other place bare.
double evenness_of_rules(std::span<const Rule> rules, double pitch, double near) {
  std::set<long> places;
  for (const auto& rule : rules_on_grid(rules, pitch)) places.insert(rule.place);
  if (places.size() < kFewestRules) return 0;
  const double spanned = static_cast<double>(*places.rbegin() - *places.begin() + 1);
  const double filled = static_cast<double>(places.size()) / spanned;
  if (filled < kLeastFilled) return 0;
  return std::max(0., (1 - kFilledShare) * fit_of(rules, pitch, near) + kFilledShare * filled);
}

std::optional<double> pitch_of_rules(std::span<const Rule> rules, double near, double evenness) {
  if (rules.size() < kFewestRules) return std::nullopt;
  const auto fit = [&](double pitch) { return fit_of(rules, pitch, near); };
  double pitch = 0, best = evenness;
  for (const auto& peak : peaks_of(fit, kClosest * near, kWidest * near, 1.004)) {
    const double even = evenness_of_rules(rules, peak.at, near);
    if (even <= best) continue;
    if (peak.at < kNarrowest * near &&
        (even < kCloselyEven || rules_on_grid(rules, peak.at).size() < kManyRules))
      continue;
    best = even;
    pitch = peak.at;
  }
  if (pitch == 0) return std::nullopt;
  return refined_pitch(rules, pitch);
}

}  // namespace wenlan
