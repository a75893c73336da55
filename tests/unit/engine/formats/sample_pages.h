// SPDX-License-Identifier: GPL-3.0-or-later
// Pages to write and read back: between them they fill every field there is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/page/page.h"

namespace wenlan {

// A woodblock page: main text with a note that runs over a column end, a head note, the fold strip,
// a seal with writing and one without, a picture, and entities, one of them over a column end.
Page woodblock_page();
// Rows of Latin and Chinese, left to right, with blanks between words.
Page horizontal_page();
// A book that came as text: no scan, no places, no glyphs.
Page text_only_page();
// No writing at all.
Page blank_page();
// Found but not recognised: lines without text.
Page unrecognised_page();
// Ids no XML has, fractions, negative places, marks of every kind in the text.
Page awkward_page();

struct NamedPage {
  std::string name;
  Page page;
};
std::vector<NamedPage> every_page();

// True when xmllint and the schema are there.
bool can_validate(std::string_view schema);
// What xmllint says about `document`; empty when it is valid. `schema` is a path under the folder
// of standards.
std::string faults_of(const std::string& document, std::string_view schema);

inline constexpr std::string_view kPageSchema = "page/2019-07-15/pagecontent.xsd";
inline constexpr std::string_view kAltoSchema = "alto/alto-4-4.xsd";

}  // namespace wenlan
