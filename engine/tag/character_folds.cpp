// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag/character_folds.h"

#include <numeric>

#include "engine/base/utf8.h"
#include "engine/tag/table_rows.h"

namespace wenlan {

CharacterFolds CharacterFolds::from_table(std::string_view table) {
  CharacterFolds folds;
  folds.forms_.resize(0x32400);  // the end of the last block of ideographs
  std::iota(folds.forms_.begin(), folds.forms_.end(), char32_t{0});
  for_each_row(table, [&](const std::vector<std::string_view>& fields) {
    if (fields.size() != 2) return;
    const std::u32string form = to_code_points(fields[0]);
    for (const char32_t written : to_code_points(fields[1]))
      if (form.size() == 1 && written < folds.forms_.size()) folds.forms_[written] = form[0];
  });
  return folds;
}

std::u32string CharacterFolds::fold(std::u32string_view text) const {
  std::u32string folded(text);
  for (char32_t& character : folded) character = fold(character);
  return folded;
}

}  // namespace wenlan
