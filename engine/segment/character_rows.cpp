// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/character_rows.h"

#include <algorithm>
#include <utility>

#include "engine/segment/sheet_pieces.h"

namespace wenlan {
namespace {

constexpr double kLarge = 1.25;          // widths of a usual column
constexpr std::size_t kFewestParts = 3;  // pieces of a row
constexpr double kCharacters = 3.5;      // heights: the least length of a row
// In heights of the lower piece.
constexpr double kLikeHeight = 1.35;
constexpr double kGap = 1.1;
constexpr double kDrift = .25;
constexpr double kBelow = .6;  // nearer, a line of the same width makes a column with it

bool is_like(double a, double b) {
  return std::max(a, b) < kLikeHeight * std::min(a, b);
}

class CharacterRows {
 public:
  explicit CharacterRows(const std::vector<DetectedLine>& lines)
      : unit_(usual_column_width(lines)) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const auto box = bounding_box(lines[i].outline);
      boxes_.push_back(box);
      if (shape_of(box) != Shape::column && box.height > kLarge * unit_) large_.push_back(i);
    }
    std::sort(large_.begin(), large_.end(), [&](std::size_t a, std::size_t b) {
      return std::pair(boxes_[a].x, a) < std::pair(boxes_[b].x, b);
    });
  }

  // Indices of the lines of each row, from the left.
  std::vector<std::vector<std::size_t>> rows() const {
    std::vector<std::vector<std::size_t>> rows;
    for (const auto i : large_) {
      const auto row = std::find_if(
          rows.begin(), rows.end(), [&](auto& known) { return follows(known.back(), i); });
      if (row == rows.end())
        rows.push_back({i});
      else
        row->push_back(i);
    }
    std::erase_if(rows, [&](const auto& row) { return !is_headline(row); });
    return rows;
  }

 private:
  bool follows(std::size_t left, std::size_t right) const {
    const auto &a = boxes_[left], &b = boxes_[right];
    const double low = std::min(a.height, b.height);
    return is_like(a.height, b.height) && b.x - a.right() < kGap * low &&
           b.x - a.right() > -kDrift * low && std::abs(a.center().y - b.center().y) < kDrift * low;
  }

  bool is_headline(const std::vector<std::size_t>& row) const {
    const double length = boxes_[row.back()].right() - boxes_[row.front()].x;
    const auto in_column = std::count_if(
        row.begin(), row.end(), [&](std::size_t piece) { return stands_in_column(piece); });
    return row.size() >= kFewestParts && length > kCharacters * boxes_[row.front()].height &&
           in_column == 0;
  }

  // Does a line as wide stand close above or below?
  bool stands_in_column(std::size_t piece) const {
    const auto& own = boxes_[piece];
    return std::any_of(boxes_.begin(), boxes_.end(), [&](const auto& other) {
      const double gap = std::max(other.y - own.bottom(), own.y - other.bottom());
      return &other != &own && is_like(own.width, other.width) && gap < kBelow * own.height &&
             gap > -kDrift * own.height &&
             std::abs(own.center().x - other.center().x) < kDrift * own.width;
    });
  }

  double unit_;
  std::vector<Box<CleanSpace>> boxes_;
  std::vector<std::size_t> large_;  // from the left
};

Extent around(const std::vector<DetectedLine>& lines, const std::vector<std::size_t>& row) {
  Box<CleanSpace> box;
  for (const auto i : row) box = united(box, bounding_box(lines[i].outline));
  return {box.x, box.y, box.right(), box.bottom()};
}

}  // namespace

std::vector<DetectedLine> join_character_rows(std::vector<DetectedLine> lines) {
  auto rows = CharacterRows(lines).rows();
  if (rows.empty()) return lines;
  std::vector<DetectedLine> joined;
  std::vector<bool> taken(lines.size());
  for (const auto& row : rows) {
    float confidence = 0;
    for (const auto i : row) {
      taken[i] = true;
      confidence = std::max(confidence, lines[i].confidence);
    }
    joined.push_back({outline_of(around(lines, row)), confidence});
  }
  std::vector<DetectedLine> all;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (!taken[i]) all.push_back(std::move(lines[i]));
  std::stable_sort(joined.begin(), joined.end(), [](auto& a, auto& b) {
    return bounding_box(a.outline).y < bounding_box(b.outline).y;
  });
  std::move(joined.begin(), joined.end(), std::back_inserter(all));
  return all;
}

}  // namespace wenlan
