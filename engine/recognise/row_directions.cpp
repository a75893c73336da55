// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/row_directions.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/quality/familiar_pairs.h"

namespace wenlan {
namespace {

constexpr double kSaysEnough = 2;  // pairs more in one direction than in the other
// What a pair of each kind says, in pairs of the page.
constexpr double kOfDate = 2;
constexpr double kOfOldTexts = .5;
constexpr float kLikeHeight = 1.6F;  // of rows that run the same way
constexpr std::size_t kFewestColumns = 5;
constexpr float kSameHeight = .5F;  // of the lower row

// Of date lines and mastheads, which no column of the page need repeat.
constexpr std::u32string_view kCommonWords[] = {
    U"中華", U"華民", U"民國", U"星期", U"期日", U"今日", U"本報", U"電話",
    U"地址", U"每日", U"廣告", U"一版", U"二版", U"三版", U"四版", U"公司",
    U"先生", U"大減", U"減價", U"廉價", U"商店", U"書局", U"書店", U"銀行"};

// What stands before what in a date line, not side by side.
constexpr std::u32string_view kOrderOfDate[] = {
    U"國年", U"年月", U"月日", U"年日", U"第版", U"第號", U"第期", U"第張", U"日第", U"星期"};

using Pair = std::pair<char32_t, char32_t>;

// Pairs of Han in the order of the glyphs.
std::vector<Pair> pairs_of(const ReadLine& line) {
  std::vector<Pair> pairs;
  char32_t last = 0;
  for (const ReadGlyph& glyph : line.glyphs) {
    const std::u32string code_points = to_code_points(glyph.text);
    const char32_t now = code_points.size() == 1 && is_han(code_points[0]) ? code_points[0] : 0;
    if (last != 0 && now != 0 && last != now) pairs.emplace_back(last, now);
    last = now;
  }
  return pairs;
}

// Of the parts of a date that stand once in the line: are they in the order of dates?
double balance_of_date(const ReadLine& line) {
  std::u32string text;
  for (const ReadGlyph& glyph : line.glyphs) text += to_code_points(glyph.text);
  double balance = 0;
  for (const auto order : kOrderOfDate) {
    const std::size_t first = text.find(order[0]), second = text.find(order[1]);
    if (first == std::u32string::npos || second == std::u32string::npos ||
        first != text.rfind(order[0]) || second != text.rfind(order[1]))
      continue;
    balance += first < second ? kOfDate : -kOfDate;
  }
  return balance;
}

class KnownPairs {
 public:
  KnownPairs(const Layout& layout, const std::vector<LineReading>& readings) {
    for (const auto word : kCommonWords) pairs_.emplace(word[0], word[1]);
    for (std::size_t i = 0; i < readings.size(); ++i) {
      if (!is_vertical(layout.lines[i].mode)) continue;
      ++columns_;
      for (const Pair& pair : pairs_of(readings[i].text)) pairs_.insert(pair);
    }
  }

  std::size_t columns() const { return columns_; }

  // How much more the line says as it stands than turned round.
  double balance(const ReadLine& line) const {
    double balance = balance_of_date(line);
    for (const auto& [first, second] : pairs_of(line)) {
      balance += static_cast<double>(pairs_.count({first, second})) -
                 static_cast<double>(pairs_.count({second, first}));
      balance += kOfOldTexts * (static_cast<double>(is_familiar_pair(first, second)) -
                                static_cast<double>(is_familiar_pair(second, first)));
    }
    return balance;
  }

 private:
  std::set<Pair> pairs_;
  std::size_t columns_ = 0;
};

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
                         const KnownPairs& known) {
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
  const KnownPairs known(layout, readings);
  if (known.columns() < kFewestColumns) return;
  const std::vector<Row> rows = rows_of(layout, readings, known);
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
