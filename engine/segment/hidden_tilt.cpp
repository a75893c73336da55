// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/hidden_tilt.h"

#include <algorithm>
#include <cmath>

namespace wenlan {
namespace {

constexpr double kBoxSlack = 1.5;   // pixels that the sides of a box may be off
constexpr double kLeastWidth = .4;  // of the box: what is left of a line after its slant
constexpr double kLeastShare = .03;

bool is_box(const FoundLine& line) {
  const Slice& first = line.slices.front();
  return std::all_of(line.slices.begin(), line.slices.end(), [&](const Slice& slice) {
    return std::abs(slice.left - first.left) < kBoxSlack &&
           std::abs(slice.right - first.right) < kBoxSlack;
  });
}

}  // namespace

double hidden_share(std::span<const FoundLine> lines) {
  double boxes = 0, all = 0;
  for (const auto& line : lines) {
    all += line.height();
    if (is_box(line)) boxes += line.height();
  }
  return all > 0 ? boxes / all : 0;
}

double hidden_tilt_cost(double shear, double boxes, double weight) {
  return weight * std::abs(shear) / std::max(kLeastShare, boxes);
}

std::vector<UprightLine> upright_leaning(std::span<const FoundLine> lines,
                                         const Straightening& seen,
                                         double shear) {
  Straightening tried = seen;
  tried.shear += shear;
  std::vector<UprightLine> strips = upright(lines, tried);
  for (std::size_t i = 0; i < strips.size(); ++i) {
    if (!is_box(lines[i])) continue;
    auto& strip = strips[i];
    strip.width =
        std::max(kLeastWidth * strip.width, strip.width - std::abs(shear) * strip.height());
  }
  return strips;
}

}  // namespace wenlan
