// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/direction_signs.h"

#include <string>
#include <string_view>

#include "engine/base/utf8.h"
#include "engine/quality/familiar_pairs.h"

namespace wenlan {
namespace {

// What a pair of each kind says, in pairs of the page.
constexpr double kOfDate = 2;
constexpr double kOfOldTexts = .5;

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

}  // namespace

DirectionSigns::DirectionSigns(const Layout& layout, const std::vector<LineReading>& readings) {
  for (const auto word : kCommonWords) pairs_.emplace(word[0], word[1]);
  for (std::size_t i = 0; i < readings.size(); ++i) {
    if (!is_vertical(layout.lines[i].mode)) continue;
    ++columns_;
    for (const Pair& pair : pairs_of(readings[i].text)) pairs_.insert(pair);
  }
}

double DirectionSigns::balance(const ReadLine& line) const {
  double balance = balance_of_date(line);
  for (const auto& [first, second] : pairs_of(line)) {
    balance += static_cast<double>(pairs_.count({first, second})) -
               static_cast<double>(pairs_.count({second, first}));
    balance += kOfOldTexts * (static_cast<double>(is_familiar_pair(first, second)) -
                              static_cast<double>(is_familiar_pair(second, first)));
  }
  return balance;
}

}  // namespace wenlan
