// SPDX-License-Identifier: GPL-3.0-or-later
#include <optional>
#include <string>

#include "engine/base/utf8.h"
#include "index/schema/page_text.h"

namespace wenlan {
namespace {

constexpr std::u32string_view kNumerals = U"〇一二三四五六七八九十百千廿卅";
constexpr std::u32string_view kLeafWords = U"葉頁張";

bool is_numeral(char32_t c) {
  return kNumerals.find(c) != std::u32string_view::npos;
}

std::size_t numerals_at(std::u32string_view text, std::size_t from) {
  std::size_t end = from;
  while (end < text.size() && is_numeral(text[end])) ++end;
  return end - from;
}

// 卷一, 卷之十二, 卷上.
std::u32string volume_in(std::u32string_view strip) {
  const std::size_t at = strip.find(U'卷');
  if (at == std::u32string_view::npos) return {};
  std::size_t from = at + 1;
  if (from < strip.size() && strip[from] == U'之') ++from;
  if (const std::size_t length = numerals_at(strip, from); length > 0)
    return U"卷" + std::u32string(strip.substr(from, length));
  if (from < strip.size() &&
      std::u32string_view(U"上中下首末").find(strip[from]) != std::u32string_view::npos)
    return std::u32string(U"卷") + strip[from];
  return {};
}

// The last numerals of the strip that do not belong to the volume.
std::u32string leaf_number_in(std::u32string_view strip) {
  std::size_t end = strip.size();
  while (end > 0 && kLeafWords.find(strip[end - 1]) != std::u32string_view::npos) --end;
  std::size_t begin = end;
  while (begin > 0 && is_numeral(strip[begin - 1])) --begin;
  if (begin == end) return {};
  const bool of_volume = begin > 0 && (strip[begin - 1] == U'卷' || strip[begin - 1] == U'之');
  return of_volume ? std::u32string() : std::u32string(strip.substr(begin, end - begin));
}

}  // namespace

std::string leaf_of(const Page& page) {
  std::u32string volume, leaf;
  for (std::size_t i = 0; i < page.layout.lines.size() && i < page.transcript.lines.size(); ++i) {
    if (page.layout.lines[i].stream != Stream::running_title) continue;
    const auto strip = to_code_points(text_of(page.transcript.text, page.transcript.lines[i].span));
    if (volume.empty()) volume = volume_in(strip);
    if (const auto number = leaf_number_in(strip); !number.empty()) leaf = number;
  }
  std::string label = to_utf8(volume);
  if (!leaf.empty()) label += (label.empty() ? "葉" : " 葉") + to_utf8(leaf);
  return label;
}

}  // namespace wenlan
