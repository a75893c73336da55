// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/schema/searchable.h"

#include <vector>

#include <unicode/uchar.h>

#include "engine/base/utf8.h"
#include "engine/base/variants.h"

namespace wenlan {
namespace {

constexpr char32_t kUnreadable = U'〓';
constexpr char32_t kEndOfTable = 0x32400;  // behind the last Han extension
constexpr char32_t kFullWidthToAscii = 0xFEE0;

bool is_text(char32_t c) {
  if (c == kUnreadable || (c >= 0x2FF0 && c <= 0x2FFF)) return true;  // ⿰ describes a character
  if (u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
    return false;
  // Characters outside Unicode stand in the private area; unassigned ones may be a newer Unicode's.
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) &
          (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK | U_GC_CO_MASK | U_GC_CN_MASK)) != 0 &&
         (c & 0xFFFE) != 0xFFFE;
}

char32_t look_up(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= kFullWidthToAscii;
  // Radicals are symbols to Unicode, but stand for the character in many transcriptions.
  const char32_t plain = fold_variant(c);
  if (!is_text(plain)) return 0;
  return fold_variant(
      static_cast<char32_t>(u_foldCase(static_cast<UChar32>(plain), U_FOLD_CASE_DEFAULT)));
}

std::vector<char32_t> make_table() {
  std::vector<char32_t> table(kEndOfTable);
  for (char32_t c = 0; c < kEndOfTable; ++c) table[c] = look_up(c);
  return table;
}

}  // namespace

char32_t searched_form(char32_t printed) {
  static const std::vector<char32_t> table = make_table();
  return printed < kEndOfTable ? table[printed] : look_up(printed);
}

void append_units(std::u16string& units, char32_t folded) {
  if (folded > 0xFFFF) {
    units.push_back(static_cast<char16_t>(0xD7C0 + (folded >> 10)));
    units.push_back(static_cast<char16_t>(0xDC00 | (folded & 0x3FF)));
  } else {
    units.push_back(static_cast<char16_t>(folded));
  }
}

std::u32string characters_of(std::u16string_view units) {
  std::u32string characters;
  characters.reserve(units.size());
  for (const char16_t unit : units) {
    if ((unit & 0xFC00) == 0xDC00 && !characters.empty() && (characters.back() >> 10) == 0x36)
      characters.back() = 0x10000 + ((characters.back() & 0x3FF) << 10 | (unit & 0x3FF));
    else
      characters.push_back(unit);
  }
  return characters;
}

int append_character(SearchText& text, char32_t printed) {
  const char32_t folded = searched_form(printed);
  if (folded == 0) return 0;
  append_units(text.folded, folded);
  text.printed.push_back(static_cast<char16_t>(printed & 0xFFFF));
  text.printed.resize(text.folded.size());
  return folded > 0xFFFF ? 2 : 1;
}

SearchText search_text_of(std::u32string_view characters) {
  SearchText text;
  for (const char32_t c : characters) append_character(text, c);
  return text;
}

std::string folded_utf8(std::string_view name) {
  return to_utf8(characters_of(search_text_of(to_code_points(name)).folded));
}

}  // namespace wenlan
