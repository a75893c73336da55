// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/place_marks.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace wenlan {
namespace {

constexpr double kReach = .75;             // pitches, from the middle of its line
constexpr double kLeftIsFarther = 2;       // a mark stands to the right of its own line
constexpr int kFewestInRed = 3;            // circles in a row that was taken for red writing
constexpr double kFullOfCircles = 1. / 3;  // share of the row's length, where they are fewer

// What a mark stands in or beside: the line, by its number, whose right side is nearest.
std::optional<std::size_t> line_beside(const Box<CleanSpace>& mark,
                                       const std::vector<Box<CleanSpace>>& lines,
                                       double pitch) {
  const auto at = mark.center();
  std::optional<std::size_t> nearest;
  double least = kReach * pitch;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& line = lines[i];
    const double past = line.width / 2;
    if (line.empty() || at.y < line.y - past || at.y > line.bottom() + past) continue;
    const double aside = at.x - line.center().x;
    const double distance = aside > 0 ? aside : -kLeftIsFarther * aside;
    if (distance >= least) continue;
    nearest = i;
    least = distance;
  }
  return nearest;
}

bool lies_in(const Box<CleanSpace>& mark, const Box<CleanSpace>& line) {
  const auto at = mark.center();
  return at.x > line.x && at.x < line.right() && at.y > line.y && at.y < line.bottom();
}

// Pale red is seen among the black too.
bool is_among_red(const DraftMark& mark, std::span<const DraftMark> marks) {
  return std::any_of(marks.begin(), marks.end(), [&](const DraftMark& other) {
    return other.ink == Ink::red && !intersected(mark.box, other.box).empty();
  });
}

// Marks in red are taken for writing where they stand in a row, and strokes of red writing for
// marks: circles are marks where they are many, or fill the row.
bool is_stroke_of(const Box<CleanSpace>& writing,
                  const DraftMark& mark,
                  std::span<const DraftMark> marks) {
  if (!lies_in(mark.box, writing)) return false;
  if (mark.kind != MarkKind::circle) return true;
  int circles = 0;
  double length = 0;
  for (const auto& other : marks)
    if (other.ink == Ink::red && other.kind == MarkKind::circle && lies_in(other.box, writing)) {
      ++circles;
      length += other.box.height;
    }
  return circles < kFewestInRed && length < kFullOfCircles * writing.height;
}

// In whole pixels, so that it is written and read back without loss.
Box<ScanSpace> on_scan(const Box<CleanSpace>& box, const Placement& placement) {
  const auto around = bounding_box(placement.to_scan(outline_of(box)));
  const float left = std::floor(around.x), top = std::floor(around.y);
  return {left, top, std::ceil(around.right()) - left, std::ceil(around.bottom()) - top};
}

}  // namespace

void place_marks(std::span<const DraftMark> marks,
                 const Placement& placement,
                 double pitch,
                 Layout& layout) {
  if (marks.empty()) return;
  std::vector<Box<CleanSpace>> text, red;
  for (const Line& line : layout.lines) {
    const auto box = bounding_box(placement.to_clean(line.outline));
    const bool is_text = line.stream == Stream::main || line.stream == Stream::note;
    text.push_back(is_text && is_vertical(line.mode) ? box : Box<CleanSpace>{});
    if (line.ink == Ink::red) red.push_back(box);
  }
  struct Placed {
    std::size_t line;
    float along;
    const DraftMark* mark;
  };
  std::vector<Placed> placed;
  for (const auto& mark : marks) {
    if (mark.ink == Ink::black && is_among_red(mark, marks)) continue;
    const bool is_stroke =
        mark.ink == Ink::red && std::any_of(red.begin(), red.end(), [&](const auto& writing) {
          return is_stroke_of(writing, mark, marks);
        });
    if (is_stroke) continue;
    if (const auto line = line_beside(mark.box, text, pitch))
      placed.push_back({*line, mark.box.center().y, &mark});
  }
  std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
    return std::pair(a.line, a.along) < std::pair(b.line, b.along);
  });
  for (const auto& [line, along, mark] : placed)
    layout.marks.push_back({"m" + std::to_string(layout.marks.size() + 1),
                            mark->kind,
                            mark->ink,
                            on_scan(mark->box, placement),
                            layout.lines[line].id});
}

}  // namespace wenlan
