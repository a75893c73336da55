// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/charset.h"

#include <algorithm>
#include <array>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

struct Range {
  char32_t first, last;
};

// Marks and punctuation. Turned 一 looks like 1, l, | or a dash, so none of those is here: the
// vertical line and dash forms are left out though Chinese print uses them.
constexpr std::array kMarks{
    Range{0x00B7, 0x00B7},  // ·
    Range{0x2018, 0x201D},  // ‘ ’ “ ”
    Range{0x2026, 0x2026},  // …
    Range{0x25A0, 0x25A1},  // ■ □, a character missing in print
    Range{0x25CB, 0x25CF},  // ○ ◎ ●
    Range{0x3001, 0x3003},  // 、 。 〃
    Range{0x3005, 0x3007},  // 々 〆 〇
    Range{0x3008, 0x3011},  // 〈 … 】
    Range{0x3013, 0x301B},  // 〓 〔 … 〛
    Range{0x3021, 0x3029},  // 〡 … 〩
    Range{0x303B, 0x303B},  // 〻
    Range{0xFF01, 0xFF01},  // ！
    Range{0xFF08, 0xFF09},  // （ ）
    Range{0xFF0C, 0xFF0C},  // ，
    Range{0xFF0E, 0xFF0E},  // ．
    Range{0xFF1A, 0xFF1B},  // ： ；
    Range{0xFF1F, 0xFF1F},  // ？
};

}  // namespace

bool may_stand_in_column(char32_t code_point) {
  return is_han(code_point) || std::any_of(kMarks.begin(), kMarks.end(), [&](const Range& range) {
           return range.first <= code_point && code_point <= range.last;
         });
}

Charset Charset::parse(std::string_view keys) {
  Charset charset;
  charset.texts_.emplace_back();
  while (!keys.empty()) {
    const std::size_t end = std::min(keys.find('\n'), keys.size());
    charset.texts_.emplace_back(keys.substr(0, end));
    keys.remove_prefix(std::min(end + 1, keys.size()));
  }
  charset.texts_.emplace_back(" ");
  charset.of_rows_.assign(charset.texts_.size(), 1);
  for (const std::string& text : charset.texts_) {
    const std::u32string code_points = to_code_points(text);
    charset.of_columns_.push_back(
        std::all_of(code_points.begin(), code_points.end(), may_stand_in_column) ? 1 : 0);
  }
  return charset;
}

}  // namespace wenlan
