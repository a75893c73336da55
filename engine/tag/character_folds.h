// SPDX-License-Identifier: GPL-3.0-or-later
// One form for all the ways to write a character: 歷, 歴 and 厯 are all known as 历.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace wenlan {

class CharacterFolds {
 public:
  // Knows no variants: every character is its own form.
  CharacterFolds() = default;
  // `table`: lines of a form, a tab and the other ways to write it; lines from # are comments.
  static CharacterFolds from_table(std::string_view table);

  char32_t fold(char32_t character) const {
    return character < forms_.size() ? forms_[character] : character;
  }
  std::u32string fold(std::u32string_view text) const;

 private:
  std::vector<char32_t> forms_;  // indexed by code point
};

}  // namespace wenlan
