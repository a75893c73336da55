// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/side_notes.h"

#include <algorithm>
#include <cmath>

#include "engine/segment/pitch.h"
#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

// In widths of the text.
constexpr double kText = .75;         // at least
constexpr double kRemark = .62;       // at most
constexpr double kReachesIn = .15;    // into the columns beside it, its own widths
constexpr double kLeastLength = 1.4;  // of its own width
constexpr double kFilled = .5;        // of the way between columns that their text fills, at least
constexpr double kOffMiddle = .13;    // of the way between columns
constexpr double kBeside = .5;        // of its length that has text on one side, at least

// What stands beside a remark on one of its sides.
struct Side {
  double distance = 0;  // to the middle of the nearest column
  double inner = 0;     // to its edge
  double covered = 0;   // length of text there
};

class SideNotes {
 public:
  explicit SideNotes(std::span<const UprightLine> lines) : width_(main_width(lines)) {
    for (const auto& line : lines)
      if (!line.doubtful && line.width >= kText * width_) text_.push_back(&line);
    find_spacing();
  }

  bool is_one(const UprightLine& line) const {
    if (spacing_ <= 0 || width_ < kFilled * spacing_) return false;
    if (line.width > kRemark * width_ || line.height() < kLeastLength * line.width) return false;
    const Side left = beside(line, -1), right = beside(line, 1);
    const double covered = std::max(left.covered, right.covered);
    return covered >= kBeside * line.height() && lies_halfway(left, line, 1) &&
           lies_halfway(right, line, -1);
  }

 private:
  // From column to column of the text.
  void find_spacing() {
    std::vector<std::pair<double, double>> steps;
    for (const auto* line : text_) {
      const Side left = beside(*line, -1);
      if (left.covered > 0) steps.emplace_back(left.distance, left.covered);
    }
    spacing_ = weighted_median(std::move(steps));
  }

  // Of what is on one side: that it is half a step away; or, where that column has no text at this
  // height, that there is such a column.
  bool lies_halfway(const Side& side, const UprightLine& line, int direction) const {
    const auto is_half = [&](double distance) {
      return std::abs(distance / spacing_ - .5) < kOffMiddle;
    };
    if (side.covered > 0 && is_half(side.distance))
      return side.inner > line.width * (.5 - kReachesIn);
    return std::any_of(text_.begin(), text_.end(), [&](const UprightLine* text) {
      return is_half(direction * (line.center - text->center));
    });
  }

  // The nearest text to the left (-1) or right (1) that runs beside the line.
  Side beside(const UprightLine& line, int side) const {
    Side nearest;
    for (const auto* text : text_) {
      const double distance = side * (text->center - line.center);
      const double shared = overlap_along(*text, line);
      if (text == &line || distance < kRemark / 2 * width_ || shared <= 0) continue;
      const bool same = nearest.covered > 0 && distance < nearest.distance + kText / 2 * width_ &&
                        distance > nearest.distance - kText / 2 * width_;
      if (nearest.covered > 0 && !same && distance > nearest.distance) continue;
      if (same)
        nearest.covered += shared;
      else
        nearest = {distance, distance - text->width / 2, shared};
    }
    return nearest;
  }

  std::vector<const UprightLine*> text_;
  double width_ = 0, spacing_ = 0;
};

}  // namespace

std::vector<bool> find_side_notes(std::span<const UprightLine> lines) {
  const SideNotes notes(lines);
  std::vector<bool> are;
  for (const auto& line : lines) are.push_back(notes.is_one(line));
  return are;
}

}  // namespace wenlan
