// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/page/running_title.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

using Text = std::u32string;
using TextView = std::u32string_view;

constexpr TextView kDigits = U"〇一二三四五六七八九";
constexpr std::array<std::pair<char32_t, int>, 3> kPlaces{
    {{U'千', 1000}, {U'百', 100}, {U'十', 10}}};
constexpr std::array<std::pair<char32_t, int>, 3> kTens{{{U'廿', 20}, {U'卅', 30}, {U'卌', 40}}};
constexpr TextView kLeafWords = U"葉頁張紙板丁";
constexpr TextView kUnnumberedVolumes = U"上中下首末";
constexpr TextView kBetween = U" \n　";
constexpr std::size_t kLongestLeafNumber = 4;  // 一百廿三
constexpr float kLeastConfidence = .02F;       // of a reading taken instead
constexpr float kCertain = .6F;                // least mean confidence of the leaf number's line
constexpr int kGreatest = 9999;

bool is_in(TextView set, char32_t c) {
  return set.find(c) != TextView::npos;
}

std::optional<int> value_in(const auto& table, char32_t c) {
  for (const auto& [sign, value] : table)
    if (sign == c) return value;
  return std::nullopt;
}

bool is_numeral(char32_t c) {
  return is_in(kDigits, c) || value_in(kPlaces, c) || value_in(kTens, c);
}

std::size_t numerals_at(TextView text, std::size_t from) {
  std::size_t end = from;
  while (end < text.size() && is_numeral(text[end])) ++end;
  return end - from;
}

std::optional<int> digit_by_digit(TextView numerals) {
  int number = 0;
  for (const char32_t c : numerals) {
    const std::size_t digit = kDigits.find(c);
    if (digit == TextView::npos || number > kGreatest / 10) return std::nullopt;
    number = 10 * number + static_cast<int>(digit);
  }
  return number;
}

std::optional<int> with_places(TextView numerals) {
  int number = 0, digit = 0, last_place = 10 * kGreatest;
  for (const char32_t c : numerals) {
    const std::size_t found = kDigits.find(c);
    if (found != TextView::npos) {
      if (digit > 0) return std::nullopt;
      digit = static_cast<int>(found);
      continue;
    }
    const auto tens = value_in(kTens, c);
    const int place = tens ? 10 : *value_in(kPlaces, c);
    if (place >= last_place || (tens && digit > 0)) return std::nullopt;
    number += tens ? *tens : std::max(1, digit) * place;
    digit = 0;
    last_place = place;
  }
  return number + digit;
}

// A part of the strip's text that was understood, taken out of it.
Text take(Text& text, std::size_t from, std::size_t length) {
  Text taken = text.substr(from, length);
  text.replace(from, length, U"\n");
  return taken;
}

Text trimmed(TextView text) {
  while (!text.empty() && is_in(kBetween, text.front())) text.remove_prefix(1);
  while (!text.empty() && is_in(kBetween, text.back())) text.remove_suffix(1);
  Text answer;
  for (const char32_t c : text) {
    if (!is_in(kBetween, c))
      answer += c;
    else if (answer.back() != U' ')
      answer += U' ';
  }
  return answer;
}

// 卷一, 卷之十二, 卷第二百四十, 第三卷, 卷上: where it stands and what it is.
struct Volume {
  std::size_t at = 0, length = 0;
  Text number;  // 十二, 上
};

std::optional<Volume> volume_in(TextView strip) {
  for (std::size_t at = strip.find(U'卷'); at != TextView::npos; at = strip.find(U'卷', at + 1)) {
    std::size_t from = at + 1;
    while (from < strip.size() && is_in(U"之第", strip[from])) ++from;
    if (const std::size_t length = numerals_at(strip, from); length > 0)
      return Volume{at, from + length - at, Text(strip.substr(from, length))};
    if (from < strip.size() && is_in(kUnnumberedVolumes, strip[from]))
      return Volume{at, from + 1 - at, Text(1, strip[from])};
    std::size_t begin = at;
    while (begin > 0 && is_numeral(strip[begin - 1])) --begin;
    if (begin < at && begin > 0 && strip[begin - 1] == U'第')
      return Volume{begin - 1, at + 2 - begin, Text(strip.substr(begin, at - begin))};
  }
  return std::nullopt;
}

// The last numerals that a leaf word follows, or that end a piece of their own or the strip; those
// after 第 count a chapter unless a leaf word follows.
struct Leaf {
  std::size_t at = 0, length = 0;
  Text number;
};

std::optional<Leaf> leaf_in(TextView strip) {
  std::optional<Leaf> found;
  for (std::size_t begin = 0; begin < strip.size(); ++begin) {
    const std::size_t length = numerals_at(strip, begin);
    if (length == 0) continue;
    const std::size_t end = begin + length;
    const bool has_word = end < strip.size() && is_in(kLeafWords, strip[end]);
    const bool ends = end == strip.size() || is_in(kBetween, strip[end]);
    const bool counted = begin > 0 && strip[begin - 1] == U'第';
    const bool has_word_before = begin > 0 && is_in(kLeafWords, strip[begin - 1]);
    if (has_word || (ends && !counted)) {
      const std::size_t from = counted || has_word_before ? begin - 1 : begin;
      const std::size_t to = has_word ? end + 1 : end;
      found = Leaf{from, to - from, Text(strip.substr(begin, length))};
    }
    begin = end;
  }
  return found;
}

using Strip = std::vector<std::size_t>;  // indices of lines

// Whether two pieces stand one below the other.
bool is_below(const Line& upper, const Line& lower) {
  const auto a = bounding_box(upper.outline), b = bounding_box(lower.outline);
  return std::abs(a.center().x - b.center().x) <= std::max(a.width, b.width);
}

// A page may show the fold strips of two leaves: at either edge, or at the edges of a spread.
std::vector<Strip> strips_of(const Page& page) {
  std::vector<Strip> strips;
  const auto& lines = page.layout.lines;
  for (std::size_t i = 0; i < lines.size() && i < page.transcript.lines.size(); ++i) {
    if (lines[i].stream != Stream::running_title) continue;
    const auto strip = std::find_if(strips.begin(), strips.end(), [&](const Strip& other) {
      return is_below(lines[other.back()], lines[i]);
    });
    strip == strips.end() ? strips.push_back({i}) : strip->push_back(i);
  }
  return strips;
}

// The glyphs of a line, as far as it has any.
std::vector<const Glyph*> glyphs_of_line(const Page& page, std::size_t line) {
  std::vector<const Glyph*> glyphs;
  for (const Glyph& glyph : page.transcript.glyphs)
    if (glyph.line == line) glyphs.push_back(&glyph);
  return glyphs;
}

std::optional<char32_t> as_numeral(const Page& page, const Glyph& glyph) {
  const auto read = to_code_points(text_of(page.transcript.text, glyph.span));
  if (read.size() == 1 && is_numeral(read[0])) return read[0];
  for (const Alternative& other : glyph.alternatives) {
    const auto code_points = to_code_points(other.text);
    if (other.confidence >= kLeastConfidence && code_points.size() == 1 &&
        is_numeral(code_points[0]))
      return code_points[0];
  }
  return std::nullopt;
}

// The last piece of a strip is a number, if any reading makes it one.
std::optional<Text> leaf_number_by_other_readings(const Page& page, std::size_t line) {
  const auto glyphs = glyphs_of_line(page, line);
  if (glyphs.empty() || glyphs.size() > kLongestLeafNumber) return std::nullopt;
  Text numerals;
  for (const Glyph* glyph : glyphs) {
    const auto numeral = as_numeral(page, *glyph);
    if (!numeral) return std::nullopt;
    numerals += *numeral;
  }
  return number_of(numerals) ? std::optional(numerals) : std::nullopt;
}

// Whether the line that says the leaf number is read well; the last one that does.
bool is_leaf_certain(const Page& page, const Strip& strip, const std::string& leaf) {
  for (auto line = strip.rbegin(); line != strip.rend(); ++line) {
    const LineText& read = page.transcript.lines[*line];
    if (text_of(page.transcript.text, read.span).find(leaf) != std::string_view::npos)
      return read.confidence >= kCertain;
  }
  return false;  // other readings than the page's text
}

}  // namespace

std::optional<int> number_of(TextView numerals) {
  if (numerals.empty() || !std::all_of(numerals.begin(), numerals.end(), is_numeral))
    return std::nullopt;
  const bool has_places =
      std::any_of(numerals.begin(), numerals.end(), [](char32_t c) { return !is_in(kDigits, c); });
  return has_places || numerals.size() == 1 ? with_places(numerals) : digit_by_digit(numerals);
}

RunningTitle parse_running_title(const std::vector<Text>& pieces) {
  Text strip;
  for (const Text& piece : pieces) strip += (strip.empty() ? U"" : U"\n") + piece;
  RunningTitle answer;
  std::size_t title_ends = strip.find(U'\n');
  if (const auto volume = volume_in(strip)) {
    take(strip, volume->at, volume->length);
    answer.volume = to_utf8(U"卷" + volume->number);
    answer.volume_number = number_of(volume->number);
    title_ends = volume->at;
  }
  if (const auto leaf = leaf_in(strip)) {
    take(strip, leaf->at, leaf->length);
    answer.leaf = to_utf8(leaf->number);
    answer.leaf_number = number_of(leaf->number);
    title_ends = std::min(title_ends, leaf->at);
  }
  title_ends = std::min(title_ends, strip.size());
  answer.title = to_utf8(trimmed(TextView(strip).substr(0, title_ends)));
  answer.section = to_utf8(trimmed(TextView(strip).substr(title_ends)));
  return answer;
}

std::vector<RunningTitle> running_titles_of(const Page& page) {
  std::vector<RunningTitle> titles;
  for (const Strip& strip : strips_of(page)) {
    std::vector<Text> pieces;
    for (const std::size_t line : strip)
      pieces.push_back(
          to_code_points(text_of(page.transcript.text, page.transcript.lines[line].span)));
    RunningTitle title = parse_running_title(pieces);
    if (title.leaf.empty() && pieces.size() > 1) {
      if (auto number = leaf_number_by_other_readings(page, strip.back())) {
        pieces.back() = *std::move(number);
        title = parse_running_title(pieces);
      }
    }
    if (!title.leaf.empty()) title.leaf_certain = is_leaf_certain(page, strip, title.leaf);
    if (title != RunningTitle{}) titles.push_back(std::move(title));
  }
  return titles;
}

std::string leaf_label(const std::vector<RunningTitle>& titles) {
  std::string volume, leaf;
  for (const RunningTitle& title : titles) {
    if (volume.empty()) volume = title.volume;
    if (!title.leaf.empty()) leaf = title.leaf;
  }
  if (leaf.empty()) return volume;
  return volume + (volume.empty() ? "葉" : " 葉") + leaf;
}

}  // namespace wenlan
