// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/settle_doubtful.h"

#include <gtest/gtest.h>

namespace wenlan {
namespace {

constexpr float kBar = 0.75F;

Line line_in(int column, float confidence) {
  Line line;
  line.region = "r1";
  line.column = column;
  line.confidence = confidence;
  return line;
}

ReadLine read_as(const std::string& character, float confidence, int count = 1) {
  ReadLine line;
  for (int i = 0; i < count; ++i) line.glyphs.push_back({character, 0, 0, confidence, {}, false});
  return line;
}

Fate fate_of_second(const Line& first, const Line& second, const ReadLine& read) {
  const ReadLine sure = read_as("天", 0.99F, 5);
  return settle_doubtful({PageKind::text, {}, {first, second}}, {&sure, &read}, kBar)[1];
}

TEST(SettleDoubtful, WellReadPiecesOfAColumnStay) {
  EXPECT_EQ(fate_of_second(line_in(0, 1), line_in(0, 0.3F), read_as("地", 0.9F)), Fate::keep);
}

TEST(SettleDoubtful, BadlyReadPiecesAndSpecksReadAsMarksAreDirt) {
  EXPECT_EQ(fate_of_second(line_in(0, 1), line_in(0, 0.3F), read_as("地", 0.5F)), Fate::drop);
  EXPECT_EQ(fate_of_second(line_in(0, 1), line_in(0, 0.3F), read_as("。", 0.9F)), Fate::drop);
}

TEST(SettleDoubtful, NumeralsInAFoldStripAreItsLeafNumber) {
  Line title = line_in(0, 1), number = line_in(0, 0.3F);
  title.stream = number.stream = Stream::running_title;
  EXPECT_EQ(fate_of_second(title, number, read_as("二", 0.5F)), Fate::keep);
  EXPECT_EQ(fate_of_second(title, number, read_as("二", 0.3F)), Fate::drop);
  EXPECT_EQ(fate_of_second(title, number, read_as("山", 0.5F)), Fate::drop);
  EXPECT_EQ(fate_of_second(line_in(0, 1), line_in(0, 0.3F), read_as("二", 0.5F)), Fate::drop);
}

TEST(SettleDoubtful, AWholeColumnReadBadlyIsTheFoldStrip) {
  EXPECT_EQ(fate_of_second(line_in(0, 1), line_in(1, 0.45F), read_as("地", 0.6F)),
            Fate::running_title);
  EXPECT_EQ(fate_of_second(line_in(0, 1), line_in(1, 0.45F), read_as("地", 0.9F)), Fate::keep);
}

TEST(SettleDoubtful, RedLinesStayOnlyWhenReadWellAndAreNeverTheFoldStrip) {
  Line red = line_in(1, 0.4F);
  red.ink = Ink::red;
  EXPECT_EQ(fate_of_second(line_in(0, 1), red, read_as("地", 0.6F)), Fate::drop);
  EXPECT_EQ(fate_of_second(line_in(0, 1), red, read_as("。", 0.9F)), Fate::drop);
  EXPECT_EQ(fate_of_second(line_in(0, 1), red, read_as("地", 0.9F)), Fate::keep);
}

TEST(SettleDoubtful, LinesWithoutAnyCharacterGoEvenWhenCertain) {
  EXPECT_EQ(fate_of_second(line_in(0, 1), line_in(1, 1), {}), Fate::drop);
  EXPECT_EQ(fate_of_second(line_in(0, 1), line_in(1, 1), read_as("地", 0.2F)), Fate::keep);
}

}  // namespace
}  // namespace wenlan
