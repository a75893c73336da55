// SPDX-License-Identifier: GPL-3.0-or-later
// Which characters are text, and in which form they are searched.
#pragma once

#include <string>
#include <string_view>

namespace wenlan {

// The form a printed character is searched in: variants folded, Latin in lower case, full width as
// half width. 0 for what is not part of the text: punctuation, white space, controls, selectors.
// The mark of an unreadable character 〓 is text. Folding twice changes nothing.
char32_t searched_form(char32_t printed);

// Units of the search text, UTF-16: one character is one unit or two.
void append_units(std::u16string& units, char32_t folded);
std::u32string characters_of(std::u16string_view units);

// The search text and, unit for unit, what tells the printed forms of one folded character apart.
struct SearchText {
  std::u16string folded;
  std::u16string printed;
  bool operator==(const SearchText&) const = default;
};

// Appends one printed character that is text; returns how many units that took (0: not text).
int append_character(SearchText& text, char32_t printed);

// What is searched when these characters are asked for; without what is not text.
SearchText search_text_of(std::u32string_view characters);

// The folded form of a name, UTF-8: equal for all its written forms.
std::string folded_utf8(std::string_view name);

}  // namespace wenlan
