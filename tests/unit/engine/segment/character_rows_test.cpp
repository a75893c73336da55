// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/character_rows.h"

#include <gtest/gtest.h>

#include "tests/unit/engine/segment/sheet_lines.h"

namespace wenlan {
namespace {

// Twelve columns, and five characters `size` large above them, `step` apart.
std::vector<DetectedLine> headline_of(float size, float step, float top = 50) {
  std::vector<DetectedLine> lines;
  add_block(lines, 700, 150, 12);
  for (int i = 0; i < 5; ++i) {
    const float left = 420 + step * static_cast<float>(i);
    lines.push_back(line_at(left, top, left + size, top + size));
  }
  return lines;
}

TEST(CharacterRows, LargeCharactersSideBySideAreOneRow) {
  const auto lines = join_character_rows(headline_of(36, 50));
  ASSERT_EQ(lines.size(), 13U);
  const auto box = bounding_box(lines.back().outline);
  EXPECT_FLOAT_EQ(box.x, 420);
  EXPECT_FLOAT_EQ(box.width, 236);
}

TEST(CharacterRows, CharactersAsSmallAsTheTextStay) {
  EXPECT_EQ(join_character_rows(headline_of(22, 30)).size(), 17U);
}

TEST(CharacterRows, CharactersFarApartStay) {
  EXPECT_EQ(join_character_rows(headline_of(30, 75)).size(), 17U);
}

TEST(CharacterRows, CharactersOfColumnsStay) {
  auto lines = headline_of(36, 50);
  for (int i = 0; i < 5; ++i) {  // the next of each column
    const float left = 420 + 50 * static_cast<float>(i);
    lines.push_back(line_at(left, 92, left + 36, 128));
  }
  EXPECT_EQ(join_character_rows(lines).size(), 22U);
}

TEST(CharacterRows, NoLinesNoRows) {
  EXPECT_TRUE(join_character_rows({}).empty());
}

}  // namespace
}  // namespace wenlan
