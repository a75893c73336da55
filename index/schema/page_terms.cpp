// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/schema/page_terms.h"

#include <algorithm>

#include "engine/base/utf8.h"
#include "index/schema/searchable.h"
#include "index/schema/stream_text.h"

namespace wenlan {
namespace {

// Two characters in one number, sorting as their UTF-8 does. A single character has no second.
std::uint64_t key_of(char32_t first, char32_t second) {
  return std::uint64_t{first} << 32 | second;
}

std::string ngram_of(std::uint64_t key) {
  std::string ngram = to_utf8(static_cast<char32_t>(key >> 32));
  if (const auto second = static_cast<char32_t>(key & 0xFFFFFFFF); second != 0)
    ngram += to_utf8(second);
  return ngram;
}

std::vector<std::uint64_t> keys_of_own(std::u32string_view text, std::size_t own) {
  std::vector<std::uint64_t> keys;
  keys.reserve(2 * own);
  for (std::size_t at = 0; at < own; ++at) {
    if (text[at] == kBreak) continue;
    keys.push_back(key_of(text[at], 0));
    if (at + 1 < text.size() && text[at + 1] != kBreak)
      keys.push_back(key_of(text[at], text[at + 1]));
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

std::vector<std::uint64_t> keys_of_next(std::u32string_view text, std::size_t own) {
  std::vector<std::uint64_t> keys;
  for (std::size_t at = own; at + 1 < text.size() && at < own + kNextCharacters; ++at) {
    if (text[at] == kBreak || text[at + 1] == kBreak) break;
    keys.push_back(key_of(text[at], text[at + 1]));
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

}  // namespace

PageTerms terms_of_page(std::u16string_view own, std::u16string_view following) {
  std::u32string text = characters_of(own);
  const std::size_t own_size = text.size();
  text += characters_of(following);
  PageTerms terms;
  std::uint64_t last = 0;
  for (const std::uint64_t key : keys_of_own(text, own_size)) {
    if (key == last) {
      ++terms.own.back().count;
    } else {
      terms.own.push_back({ngram_of(key), 1});
      last = key;
    }
  }
  if (own_size > 0)
    for (const std::uint64_t key : keys_of_next(text, own_size))
      terms.next.push_back(ngram_of(key));
  return terms;
}

}  // namespace wenlan
