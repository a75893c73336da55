// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/found_line.h"

#include <limits>
#include <optional>

#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr int kMostSlices = 48;

std::optional<Slice> slice_at(const Polygon<CleanSpace>& outline, double y) {
  double left = std::numeric_limits<double>::max();
  double right = std::numeric_limits<double>::lowest();
  for (std::size_t i = 0; i < outline.size(); ++i) {
    const auto& a = outline[i];
    const auto& b = outline[(i + 1) % outline.size()];
    if ((a.y <= y) == (b.y <= y)) continue;
    const double x = a.x + (y - a.y) * (b.x - a.x) / (b.y - a.y);
    left = std::min(left, x);
    right = std::max(right, x);
  }
  if (left > right) return std::nullopt;
  return Slice{y, left, right};
}

}  // namespace

double overlap_along(const UprightLine& a, const UprightLine& b) {
  return std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
}

FoundLine cut_across(const Polygon<CleanSpace>& outline, float confidence) {
  FoundLine line{{}, confidence};
  const auto box = bounding_box(outline);
  if (!(box.height >= 1) || !(box.width >= 1)) return line;
  const int count = std::clamp(static_cast<int>(box.height / 4), 4, kMostSlices);
  // The first and last slices lie a little inside: at the very ends an outline has no width.
  for (int i = 0; i < count; ++i) {
    const double y = box.y + box.height * (i + .25) / (count - .5);
    if (const auto slice = slice_at(outline, y)) line.slices.push_back(*slice);
  }
  if (line.slices.size() < 2) return {{}, confidence};
  line.slices.front().y = box.y;
  line.slices.back().y = box.bottom();
  return line;
}

Polygon<CleanSpace> outline_of(const FoundLine& line) {
  Polygon<CleanSpace> outline;
  if (line.slices.empty()) return outline;
  const auto point = [](double x, double y) {
    return Point<CleanSpace>{static_cast<float>(x), static_cast<float>(y)};
  };
  outline.push_back(point(line.slices.front().left, line.top()));
  for (const auto& slice : line.slices) outline.push_back(point(slice.right, slice.y));
  for (std::size_t i = line.slices.size(); i-- > 1;)
    outline.push_back(point(line.slices[i].left, line.slices[i].y));
  return outline;
}

std::pair<FoundLine, FoundLine> cut_at(const FoundLine& line, double y) {
  FoundLine above{{}, line.confidence, line.faint, line.kind}, below = above;
  for (const auto& slice : line.slices) (slice.y < y ? above : below).slices.push_back(slice);
  if (above.slices.empty() || below.slices.empty()) return {line, {}};
  above.slices.push_back(above.slices.back());
  above.slices.back().y = y;
  below.slices.insert(below.slices.begin(), below.slices.front());
  below.slices.front().y = y;
  return {std::move(above), std::move(below)};
}

double median_width(const FoundLine& line) {
  std::vector<double> widths;
  for (const auto& slice : line.slices) widths.push_back(slice.right - slice.left);
  return median(std::move(widths));
}

}  // namespace wenlan
