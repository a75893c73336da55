// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/row_directions.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>

#include "engine/recognise/direction_signs.h"

namespace wenlan {
namespace {

constexpr double kSaysEnough = 2;    // pairs more in one direction than in the other
constexpr float kLikeHeight = 1.6F;  // of rows that run the same way
constexpr std::size_t kFewestColumns = 5;
constexpr float kSameHeight = .5F;  // of the lower row
// Of rows that make one block.
constexpr float kBlockHeight = 1.35F;  // the higher over the lower
constexpr float kBlockGap = 1.5F;      // heights
constexpr float kBlockBeside = .5F;    // of the narrower row

void turn(Line& line, ReadLine& read) {
  std::reverse(read.glyphs.begin(), read.glyphs.end());
  line.mode = line.mode == WritingMode::horizontal_rtl ? WritingMode::horizontal_ltr
                                                       : WritingMode::horizontal_rtl;
}

bool share_a_row(const Line& a, const Line& b) {
  if (is_vertical(a.mode) || a.mode != b.mode) return false;
  const auto first = bounding_box(a.outline), second = bounding_box(b.outline);
  const float shared = std::min(first.bottom(), second.bottom()) - std::max(first.y, second.y);
  return shared > kSameHeight * std::min(first.height, second.height);
}

// Rows that stand beside each other and were turned: the first becomes the last.
void change_places(Layout& layout,
                   std::vector<LineReading>& readings,
                   const std::vector<bool>& turned) {
  for (std::size_t begin = 0; begin < layout.lines.size();) {
    std::size_t end = begin + 1;
    while (end < layout.lines.size() && turned[begin] && turned[end] &&
           share_a_row(layout.lines[end - 1], layout.lines[end]))
      ++end;
    const auto at = [](auto& values, std::size_t i) {
      return values.begin() + static_cast<std::ptrdiff_t>(i);
    };
    std::reverse(at(layout.lines, begin), at(layout.lines, end));
    std::reverse(at(readings, begin), at(readings, end));
    begin = end;
  }
  // Regions follow their first lines.
  const auto place = [&](const Region& region) {
    return std::find_if(layout.lines.begin(), layout.lines.end(), [&](const Line& line) {
      return line.region == region.id;
    });
  };
  std::stable_sort(layout.regions.begin(), layout.regions.end(), [&](auto& a, auto& b) {
    return place(a) < place(b);
  });
  for (auto& region : layout.regions)
    if (const auto first = place(region); first != layout.lines.end()) region.mode = first->mode;
}

// Pieces beside each other are one row and speak together.
struct Row {
  std::size_t begin = 0, end = 0;  // lines
  double balance = 0;              // > 0: it runs as it stands
  Box<ScanSpace> box;

  bool is_sure() const { return std::abs(balance) >= kSaysEnough; }
};

// The labels over columns, in the region of their columns, are known to run from the right.
std::set<std::string> regions_of_columns(const Layout& layout) {
  std::set<std::string> ids;
  for (const Region& region : layout.regions)
    if (is_vertical(region.mode)) ids.insert(region.id);
  return ids;
}

std::vector<Row> rows_of(const Layout& layout,
                         const std::vector<LineReading>& readings,
                         const DirectionSigns& known) {
  const auto settled = regions_of_columns(layout);
  std::vector<Row> rows;
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    const Line& line = layout.lines[i];
    if (is_vertical(line.mode) || settled.contains(line.region)) continue;
    if (rows.empty() || rows.back().end != i || !share_a_row(layout.lines[i - 1], line))
      rows.push_back({i, i, 0, {}});
    Row& row = rows.back();
    row.end = i + 1;
    row.balance += known.balance(readings[i].text);
    row.box = united(row.box, bounding_box(line.outline));
  }
  return rows;
}

// Height over height, 1 or more.
float unlikeness(const Row& a, const Row& b) {
  return std::max(a.box.height, b.box.height) / std::max(std::min(a.box.height, b.box.height), 1.F);
}

float distance(const Row& a, const Row& b) {
  return std::max(std::max(a.box.y, b.box.y) - std::min(a.box.bottom(), b.box.bottom()), 0.F);
}

bool is_next_of_block(const Row& upper, const Row& lower) {
  const auto &a = upper.box, &b = lower.box;
  const float low = std::min(a.height, b.height), gap = b.y - a.bottom();
  const float shared = std::min(a.right(), b.right()) - std::max(a.x, b.x);
  return upper.end == lower.begin && unlikeness(upper, lower) < kBlockHeight &&
         gap > -kSameHeight * low && gap < kBlockGap * low &&
         shared > kBlockBeside * std::min(a.width, b.width);
}

// Rows of one block say together which way they run.
void speak_together(std::vector<Row>& rows) {
  for (std::size_t begin = 0; begin < rows.size();) {
    std::size_t end = begin + 1;
    while (end < rows.size() && is_next_of_block(rows[end - 1], rows[end])) ++end;
    double balance = 0;
    for (std::size_t i = begin; i < end; ++i) balance += rows[i].balance;
    for (; begin < end; ++begin) rows[begin].balance = balance;
  }
}

// What others say about a row that does not say enough itself: the sure one most like it in height,
// as headlines are; where none is, the nearest sure one, a date line under a masthead; then all.
double balance_around(const Row& row, const std::vector<Row>& rows) {
  double all = 0;
  const Row *alike = nullptr, *nearest = nullptr;
  for (const Row& other : rows) {
    all += other.balance;
    if (!other.is_sure()) continue;
    if (alike == nullptr || unlikeness(row, other) < unlikeness(row, *alike)) alike = &other;
    if (nearest == nullptr || distance(row, other) < distance(row, *nearest)) nearest = &other;
  }
  if (alike == nullptr) return all;
  return unlikeness(row, *alike) < kLikeHeight ? alike->balance : nearest->balance;
}

}  // namespace

void settle_row_directions(Layout& layout, std::vector<LineReading>& readings) {
  const DirectionSigns known(layout, readings);
  if (known.columns() < kFewestColumns) return;
  std::vector<Row> rows = rows_of(layout, readings, known);
  speak_together(rows);
  std::vector<bool> turned(readings.size());
  for (const Row& row : rows) {
    const double balance = row.is_sure() ? row.balance : balance_around(row, rows);
    if (balance >= 0) continue;
    for (std::size_t i = row.begin; i < row.end; ++i) {
      turned[i] = true;
      turn(layout.lines[i], readings[i].text);
    }
  }
  if (std::find(turned.begin(), turned.end(), true) != turned.end())
    change_places(layout, readings, turned);
}

}  // namespace wenlan
