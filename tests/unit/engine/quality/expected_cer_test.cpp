// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/quality/expected_cer.h"

#include <gtest/gtest.h>

namespace wenlan {
namespace {

// Columns from the right, characters 50 pixels apart unless told otherwise.
class Pages {
 public:
  Pages& column(std::size_t characters, float confidence, float width = 50) {
    const auto number = static_cast<std::uint32_t>(page_.layout.lines.size());
    left_ -= 100;
    Line line;
    line.outline = outline_of(Box<ScanSpace>{
        left_, 0, width, 50 * static_cast<float>(std::max<std::size_t>(1, characters))});
    page_.layout.lines.push_back(line);
    for (std::size_t i = 0; i < characters; ++i)
      page_.transcript.glyphs.push_back(
          {{}, number, {left_, 50 * static_cast<float>(i), width, 50}, confidence, {}});
    return *this;
  }
  Line& last() { return page_.layout.lines.back(); }
  std::vector<Glyph>& glyphs() { return page_.transcript.glyphs; }
  SignSums signs() const { return signs_of_text(page_.layout, page_.transcript); }
  float cer() const { return estimate_quality(page_.layout, page_.transcript).expected_cer; }
  const Page& page() const { return page_; }

 private:
  Page page_;
  float left_ = 2000;
};

TEST(Signs, ACharacterCountsForEveryLimitItIsBelow) {
  SignSums signs = Pages().column(10, 0.9F).column(10, 0.4F).signs();
  EXPECT_EQ(signs.characters, 20);
  EXPECT_EQ(signs[Sign::below_99], 20);
  EXPECT_EQ(signs[Sign::below_85], 10);
  EXPECT_EQ(signs[Sign::below_30], 0);
}

TEST(Signs, RoomForCharactersThatWerePassedOverIsAGap) {
  Pages pages;
  pages.column(10, 1);
  for (std::size_t i = 5; i < 10; ++i) pages.glyphs()[i].box.y += 100;
  EXPECT_EQ(pages.signs()[Sign::gap], 2);
}

TEST(Signs, HalvesOfANoteMayDifferByOne) {
  Pages pages;
  pages.column(6, 1).last().note_segment = 1;
  pages.last().note_half = NoteHalf::right;
  pages.last().stream = Stream::note;
  pages.column(5, 1).last().note_segment = 1;
  pages.last().note_half = NoteHalf::left;
  pages.last().stream = Stream::note;
  EXPECT_EQ(pages.signs()[Sign::uneven_halves], 0);
  pages.glyphs().erase(pages.glyphs().end() - 3, pages.glyphs().end());
  EXPECT_EQ(pages.signs()[Sign::uneven_halves], 3);
}

TEST(Signs, LinesAreComparedWithTheOthersOfThePage) {
  Pages pages;
  pages.column(10, 1).column(10, 1).column(10, 1, 90);
  EXPECT_EQ(pages.signs()[Sign::odd_size], 10);
  EXPECT_EQ(pages.signs()[Sign::overlap], 0);
  EXPECT_EQ(pages.signs()[Sign::minority], 0);
  pages.last().mode = WritingMode::horizontal_ltr;
  EXPECT_EQ(pages.signs()[Sign::minority], 10);
  pages.last().outline = pages.page().layout.lines.front().outline;
  EXPECT_EQ(pages.signs()[Sign::overlap], 20);
}

TEST(Signs, OtherStreamsAreNotOfTheText) {
  Pages pages;
  pages.column(10, 1).column(10, 0.1F).last().stream = Stream::seal;
  EXPECT_EQ(pages.signs().characters, 10);
  EXPECT_EQ(signs_of_lines(pages.page().layout, pages.page().transcript)[1].characters, 10);
}

TEST(ExpectedCer, GrowsWithDoubtAndIsAShare) {
  EXPECT_EQ(Pages().cer(), 0);
  EXPECT_LT(Pages().column(20, 1).cer(), 0.05F);
  EXPECT_LT(Pages().column(20, 0.97F).cer(), Pages().column(20, 0.7F).cer());
  EXPECT_LT(Pages().column(20, 0.7F).cer(), Pages().column(20, 0.2F).cer());
  EXPECT_LE(Pages().column(20, 0.01F).cer(), 1);
}

TEST(ExpectedCer, APageIsAsWrongAsItsLinesTogether) {
  Pages pages;
  pages.column(20, 0.9F).column(10, 0.9F).column(30, 0.6F);
  const auto lines = expected_cer_of_lines(pages.page().layout, pages.page().transcript);
  EXPECT_NEAR(pages.cer(), (20 * lines[0] + 10 * lines[1] + 30 * lines[2]) / 60, 1e-5);
}

}  // namespace
}  // namespace wenlan
