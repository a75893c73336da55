// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/scored_text.h"

#include <algorithm>
#include <cstddef>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

constexpr std::u32string_view kOpening = U"{{";
constexpr std::u32string_view kClosing = U"}}";
constexpr char32_t kUnreadable = U'〓';

bool is_blank(char32_t c) {
  return c <= U' ' || c == U'\u3000' || c == U'\u00a0' || c == U'\ufeff';
}

void add(ScoredText& scored, char32_t character, bool in_note) {
  if (is_blank(character)) return;
  scored.all += character;
  (in_note ? scored.note : scored.main) += character;
}

std::u32string han_alone(std::u32string text) {
  std::erase_if(text, [](char32_t c) { return c != kUnreadable && !is_han(c); });
  return text;
}

}  // namespace

ScoredText scored_text_of_plain(std::string_view utf8) {
  const std::u32string text = to_code_points(utf8);
  ScoredText scored;
  bool in_note = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::u32string_view rest = std::u32string_view(text).substr(i);
    if (rest.starts_with(in_note ? kClosing : kOpening)) {
      in_note = !in_note;
      ++i;
    } else if (!in_note || text[i] != U'/') {
      add(scored, text[i], in_note);
    }
  }
  return scored;
}

ScoredText scored_text_of(const Page& page) {
  ScoredText scored;
  const std::size_t count = std::min(page.layout.lines.size(), page.transcript.lines.size());
  for (std::size_t i = 0; i < count; ++i) {
    const Stream stream = page.layout.lines[i].stream;
    if (stream != Stream::main && stream != Stream::note) continue;
    const auto text = text_of(page.transcript.text, page.transcript.lines[i].span);
    for (const char32_t c : to_code_points(text)) add(scored, c, stream == Stream::note);
  }
  return scored;
}

ScoredText han_of(const ScoredText& text) {
  return {han_alone(text.all), han_alone(text.main), han_alone(text.note)};
}

}  // namespace wenlan
