// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query/find_occurrences.h"

#include <algorithm>
#include <cstring>

#include <string.h>

namespace wenlan {
namespace {

// memmem is the quickest search there is here; a hit between two units is none.
std::size_t find_units(std::u16string_view text, std::u16string_view wanted, std::size_t from) {
  const char* const bytes = reinterpret_cast<const char*>(text.data());
  std::size_t at = from * sizeof(char16_t);
  while (at < text.size() * sizeof(char16_t)) {
    const void* found = ::memmem(bytes + at,
                                 text.size() * sizeof(char16_t) - at,
                                 wanted.data(),
                                 wanted.size() * sizeof(char16_t));
    if (found == nullptr) break;
    at = static_cast<std::size_t>(static_cast<const char*>(found) - bytes);
    if (at % sizeof(char16_t) == 0) return at / sizeof(char16_t);
    ++at;
  }
  return std::u16string_view::npos;
}

// Units that differ when at most one character does; 2 when more do, or when the text ends there.
// Both are compared unit by unit: a character of two units counts as one only if both differ in a
// single unit, which is what look-alikes outside the first plane do.
int differing_units(std::u16string_view text, std::u16string_view wanted) {
  int differing = 0;
  for (std::size_t at = 0; at < wanted.size(); ++at) {
    if (text[at] == kBreak) return 2;
    if (text[at] != wanted[at] && ++differing > 1) return 2;
  }
  return differing;
}

std::vector<Occurrence> find_with_one_wrong(std::u16string_view text,
                                            std::uint64_t begin,
                                            std::u16string_view wanted,
                                            std::size_t at_most) {
  std::vector<Occurrence> found;
  for (std::size_t at = 0; at + wanted.size() <= text.size() && found.size() < at_most; ++at)
    if (const int differing = differing_units(text.substr(at, wanted.size()), wanted);
        differing < 2)
      found.push_back({begin + at, differing == 0});
  return found;
}

}  // namespace

std::vector<Occurrence> find_occurrences(const OpenGeneration& generation,
                                         std::uint32_t page,
                                         SearchStream stream,
                                         const SearchText& phrase,
                                         Agreement agreement,
                                         std::size_t at_most) {
  std::vector<Occurrence> found;
  const UnitRange range = generation.units_of(page, stream);
  const std::size_t length = phrase.folded.size();
  if (length == 0 || range.begin == range.end) return found;
  const std::uint64_t end = std::min<std::uint64_t>(range.end + length - 1, range.book_end);
  const std::u16string_view text = generation.folded(stream).substr(range.begin, end - range.begin);
  if (agreement == Agreement::one_wrong)
    return find_with_one_wrong(text, range.begin, phrase.folded, at_most);
  const std::u16string_view printed = generation.printed(stream);
  for (std::size_t at = find_units(text, phrase.folded, 0);
       at != std::u16string_view::npos && found.size() < at_most;
       at = find_units(text, phrase.folded, at + 1))
    if (agreement == Agreement::folded ||
        printed.substr(range.begin + at, length) == phrase.printed)
      found.push_back({range.begin + at, true});
  return found;
}

}  // namespace wenlan
