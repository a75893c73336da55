// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/row_directions.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

constexpr int kSaysEnough = 2;  // pairs more in one direction than in the other
constexpr std::size_t kFewestColumns = 5;
constexpr float kSameHeight = .5F;  // of the lower row

// Of date lines and mastheads, which no column of the page need repeat.
constexpr std::u32string_view kCommonWords[] = {
    U"中華", U"華民", U"民國", U"星期", U"期日", U"今日", U"本報", U"電話",
    U"地址", U"每日", U"廣告", U"一版", U"二版", U"三版", U"四版", U"公司",
    U"先生", U"大減", U"減價", U"廉價", U"商店", U"書局", U"書店", U"銀行"};

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

  // How many more pairs of the line are known as it stands than turned round.
  int balance(const ReadLine& line) const {
    int balance = 0;
    for (const auto& [first, second] : pairs_of(line))
      balance += static_cast<int>(pairs_.count({first, second})) -
                 static_cast<int>(pairs_.count({second, first}));
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

// The labels over columns, in the region of their columns, are known to run from the right.
std::set<std::string> regions_of_columns(const Layout& layout) {
  std::set<std::string> ids;
  for (const Region& region : layout.regions)
    if (is_vertical(region.mode)) ids.insert(region.id);
  return ids;
}

}  // namespace

void settle_row_directions(Layout& layout, std::vector<LineReading>& readings) {
  const KnownPairs known(layout, readings);
  if (known.columns() < kFewestColumns) return;
  int page = 0;  // > 0: rows run as they are
  std::vector<int> balances;
  const auto settled = regions_of_columns(layout);
  const auto is_open = [&](const Line& line) {
    return !is_vertical(line.mode) && !settled.contains(line.region);
  };
  for (std::size_t i = 0; i < readings.size(); ++i) {
    balances.push_back(is_open(layout.lines[i]) ? known.balance(readings[i].text) : 0);
    page += balances.back();
  }
  std::vector<bool> turned;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    const int balance = std::abs(balances[i]) >= kSaysEnough ? balances[i] : page;
    turned.push_back(is_open(layout.lines[i]) && balance < 0);
    if (turned.back()) turn(layout.lines[i], readings[i].text);
  }
  if (std::find(turned.begin(), turned.end(), true) != turned.end())
    change_places(layout, readings, turned);
}

}  // namespace wenlan
