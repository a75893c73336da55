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

std::size_t units_at(std::u16string_view text, std::size_t at) {
  const bool pair = (text[at] & 0xFC00) == 0xD800 && at + 1 < text.size();
  return pair ? 2 : 1;
}

struct Agreeing {
  std::size_t length = 0;  // units; 0: two characters differ, or the text ends
  bool exact = true;
};

// Compares character by character: one that differs may take another number of units.
Agreeing agreeing_from(std::u16string_view text, std::size_t begin, std::u16string_view wanted) {
  Agreeing agreeing;
  std::size_t at = begin;
  for (std::size_t of_wanted = 0; of_wanted < wanted.size();) {
    if (at >= text.size() || text[at] == kBreak) return {};
    const std::size_t units = units_at(text, at);
    const std::size_t units_wanted = units_at(wanted, of_wanted);
    const bool same = text.substr(at, units) == wanted.substr(of_wanted, units_wanted);
    if (!same && !agreeing.exact) return {};
    agreeing.exact = agreeing.exact && same;
    at += units;
    of_wanted += units_wanted;
  }
  agreeing.length = at - begin;
  return agreeing;
}

std::vector<Occurrence> find_with_one_wrong(std::u16string_view text,
                                            const UnitRange& range,
                                            std::u16string_view wanted,
                                            std::size_t at_most) {
  std::vector<Occurrence> found;
  const std::u16string_view here = text.substr(0, range.book_end);
  for (std::uint64_t at = range.begin; at < range.end && found.size() < at_most;
       at += units_at(here, at))
    if (const Agreeing agreeing = agreeing_from(here, at, wanted); agreeing.length > 0)
      found.push_back({at, agreeing.length, agreeing.exact});
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
  if (agreement == Agreement::one_wrong)
    return find_with_one_wrong(generation.folded(stream), range, phrase.folded, at_most);
  const std::uint64_t end = std::min<std::uint64_t>(range.end + length - 1, range.book_end);
  const std::u16string_view text = generation.folded(stream).substr(range.begin, end - range.begin);
  const std::u16string_view printed = generation.printed(stream);
  for (std::size_t at = find_units(text, phrase.folded, 0);
       at != std::u16string_view::npos && found.size() < at_most;
       at = find_units(text, phrase.folded, at + 1))
    if (agreement == Agreement::folded ||
        printed.substr(range.begin + at, length) == phrase.printed)
      found.push_back({range.begin + at, length, true});
  return found;
}

}  // namespace wenlan
