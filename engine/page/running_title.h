// SPDX-License-Identifier: GPL-3.0-or-later
// What the fold strip 版心 of a leaf says: book, volume 卷, section and leaf number 葉次.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/page/page.h"

namespace wenlan {

struct RunningTitle {
  std::string title;                 // of book or chapter: 吳興志; empty when it is not there
  std::string volume;                // as catalogues cite it: 卷十二, 卷上; may be empty
  std::optional<int> volume_number;  // 12; empty for 卷上
  std::string section;               // what stands between volume and leaf number: 輿地
  std::string leaf;                  // 二十四; may be empty
  std::optional<int> leaf_number;    // 24
  bool leaf_certain = true;          // false: hardly read, cut in half at the fold perhaps
  bool operator==(const RunningTitle&) const = default;
};

// The number written in Chinese numerals, with places (二百四十, 廿三) or digit by digit (九一五);
// empty for anything else and beyond 9999.
std::optional<int> number_of(std::u32string_view numerals);

// Of the pieces of one fold strip, from top to bottom.
RunningTitle parse_running_title(const std::vector<std::u32string>& pieces);

// One for each fold strip of the page that says anything, in reading order. Where a leaf number is
// expected and the reading is none, other readings of its characters are tried.
std::vector<RunningTitle> running_titles_of(const Page& page);

// 卷一 葉三: how the page is cited; empty when no fold strip says.
std::string leaf_label(const std::vector<RunningTitle>& titles);

}  // namespace wenlan
