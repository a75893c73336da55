// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/knowledge/mention_context.h"

#include <algorithm>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

std::u32string without_line_ends(std::string_view text) {
  std::u32string characters = to_code_points(text);
  std::erase(characters, U'\n');
  return characters;
}

std::uint32_t utf16_size(std::u32string_view characters) {
  return static_cast<std::uint32_t>(
      characters.size() +
      static_cast<std::size_t>(std::count_if(
          characters.begin(), characters.end(), [](char32_t c) { return c > 0xFFFF; })));
}

// A window of bytes is enough and keeps long text pages quick; a character takes up to four.
constexpr std::size_t kBytesPerCharacter = 6;

}  // namespace

MentionContext context_of(std::string_view text, TextSpan span, int characters) {
  const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
  const std::size_t end = std::min<std::size_t>(span.end(), text.size());
  const std::size_t window = static_cast<std::size_t>(characters) * kBytesPerCharacter;
  const auto wanted = static_cast<std::size_t>(characters);
  std::size_t from = begin > window ? begin - window : 0;
  while (from < begin && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
  std::size_t to = std::min(text.size(), end + window);
  while (to > end && to < text.size() && (static_cast<unsigned char>(text[to]) & 0xC0) == 0x80)
    --to;
  std::u32string before = without_line_ends(text.substr(from, begin - from));
  if (before.size() > wanted) before.erase(0, before.size() - wanted);
  const std::u32string middle = without_line_ends(text.substr(begin, end - begin));
  std::u32string after = without_line_ends(text.substr(end, to - end));
  after.resize(std::min(after.size(), wanted));
  const std::uint32_t mark_begin = utf16_size(before);
  return {to_utf8(before) + to_utf8(middle) + to_utf8(after),
          to_utf8(middle),
          {mark_begin, mark_begin + utf16_size(middle)}};
}

int characters_between(std::string_view text, TextSpan first, TextSpan second) {
  if (second.begin <= first.end() || second.begin > text.size()) return 0;
  int count = 0;
  for (std::size_t at = first.end(); at < second.begin; ++at)
    if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80 && text[at] != '\n') ++count;
  return count;
}

}  // namespace wenlan
