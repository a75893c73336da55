// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/book_grid.h"

#include <algorithm>
#include <cmath>

namespace wenlan {
namespace {

constexpr double kSamePitch = .02;  // of its logarithm
constexpr double kStrays = .03;
constexpr double kRounding = .01;
constexpr std::size_t kFewestRegisters = 4;

double log_distance(double a, double b) {
  return std::abs(std::log(a / b));
}

}  // namespace

PagePitches pitches_of(const Layout& layout) {
  PagePitches pitches;
  for (const Region& region : layout.regions)
    if (region.pitch > 0) pitches.push_back(region.pitch);
  return pitches;
}

std::optional<BookGrid> learn_book_grid(std::span<const PagePitches> pages) {
  std::vector<double> all;
  for (const PagePitches& page : pages) all.insert(all.end(), page.begin(), page.end());
  if (all.size() < kFewestRegisters) return std::nullopt;
  std::sort(all.begin(), all.end());
  // The widest run of sorted pitches that lie together.
  std::size_t begin = 0, best_begin = 0, best_end = 0;
  for (std::size_t end = 1; end <= all.size(); ++end) {
    while (log_distance(all[end - 1], all[begin]) > 2 * kSamePitch) ++begin;
    if (end - begin > best_end - best_begin) {
      best_begin = begin;
      best_end = end;
    }
  }
  if (2 * (best_end - best_begin) <= all.size()) return std::nullopt;
  const double middle = all[(best_begin + best_end) / 2];
  return BookGrid{std::exp(kRounding * std::round(std::log(middle) / kRounding))};
}

bool strays_from(const BookGrid& grid, const PagePitches& page) {
  return std::any_of(page.begin(), page.end(), [&](float pitch) {
    return log_distance(pitch, grid.pitch) > kStrays;
  });
}

}  // namespace wenlan
