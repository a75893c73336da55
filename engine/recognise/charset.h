// SPDX-License-Identifier: GPL-3.0-or-later
// The characters a network tells apart, and which of them a column of a classical page may hold.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wenlan {

// Class 0 is "nothing" (the blank of CTC), then the keys in order, then the space.
class Charset {
 public:
  // `keys`: one character on each line, as the model's metadata lists them.
  static Charset parse(std::string_view keys);

  int size() const { return static_cast<int>(texts_.size()); }
  const std::string& text(int class_index) const { return texts_[class_index]; }
  bool is_space(int class_index) const { return class_index + 1 == size(); }

  // By class: 1 where it may be read in a column: Han, repeat and circle marks, punctuation of
  // Chinese; and the blank.
  const std::vector<std::uint8_t>& of_columns() const { return of_columns_; }
  // By class: 1 for all of them.
  const std::vector<std::uint8_t>& of_rows() const { return of_rows_; }

 private:
  std::vector<std::string> texts_;
  std::vector<std::uint8_t> of_columns_;
  std::vector<std::uint8_t> of_rows_;
};

// Whether a column of a classical page may hold the character.
bool may_stand_in_column(char32_t code_point);

}  // namespace wenlan
