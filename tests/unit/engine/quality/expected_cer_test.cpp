// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/quality/expected_cer.h"

#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "engine/base/utf8.h"
#include "engine/quality/familiar_pairs.h"

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
  // The text of the last columns, a character for each of the glyphs.
  Pages& saying(std::u32string_view text) {
    auto& [page_text, lines, glyphs] = page_.transcript;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::string character = to_utf8(text[i]);
      glyphs[glyphs.size() - text.size() + i].span = {static_cast<std::uint32_t>(page_text.size()),
                                                      static_cast<std::uint32_t>(character.size())};
      page_text += character;
    }
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

TEST(Signs, LinesThatLieOverOthersAreCountedByTheShareThatDoes) {
  Pages pages;
  pages.column(10, 1).column(10, 1).column(10, 1);
  EXPECT_EQ(pages.signs()[Sign::overlap], 0);
  pages.last().outline = pages.page().layout.lines.front().outline;
  EXPECT_EQ(pages.signs()[Sign::overlap], 20);
}

TEST(Signs, ACharacterThatGoesWithNeitherNeighbourIsStrange) {
  SignSums signs = Pages().column(6, 1).saying(U"天下太平萬歲").signs();
  EXPECT_EQ(signs[Sign::strange], 0);
  signs = Pages().column(7, 0.9F).saying(U"天下齉太平天下").signs();
  EXPECT_EQ(signs[Sign::strange], 1);
  EXPECT_EQ(signs[Sign::strange_unsure], 1);
  signs = Pages().column(7, 1).saying(U"天下〓太平天下").signs();
  EXPECT_EQ(signs[Sign::strange], 1);
  EXPECT_EQ(signs[Sign::strange_unsure], 0);
}

TEST(Signs, NeighboursAreSoughtAlongTheLineAndPastWhatIsNotHan) {
  EXPECT_EQ(Pages().column(1, 1).saying(U"齉").signs()[Sign::strange], 0);
  EXPECT_EQ(Pages().column(5, 1).saying(U"天，下太平").signs()[Sign::strange], 0);
  EXPECT_EQ(Pages().column(2, 1).column(2, 1).saying(U"天齉齉下").signs()[Sign::strange], 4);
}

TEST(FamiliarPairs, AnyWrittenFormsOfPairsThatStandTogether) {
  EXPECT_TRUE(is_familiar_pair(U'天', U'下'));
  EXPECT_TRUE(is_familiar_pair(U'萬', U'曆'));
  EXPECT_TRUE(is_familiar_pair(U'万', U'历'));
  EXPECT_FALSE(is_familiar_pair(U'下', U'〓'));
}

TEST(FamiliarPairs, FewStrangePairsPass) {
  int passed = 0, all = 0;
  for (char32_t first = 0x4E00; first < 0x9F00; first += 97)
    for (char32_t second = 0x4E00; second < 0x9F00; second += 101, ++all)
      if (is_familiar_pair(first, second)) ++passed;
  EXPECT_LT(passed, 0.15 * all);
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

TEST(ExpectedCer, GrowsWithWhatIsStrange) {
  EXPECT_LT(Pages().column(6, 0.9F).saying(U"天下太平萬歲").cer(),
            Pages().column(6, 0.9F).saying(U"天齉太齉萬齉").cer());
}

TEST(ExpectedCer, TheSameDoubtWeighsMoreOnADoubtfulPage) {
  const auto of_first = [](const Pages& pages) {
    return expected_cer_of_lines(pages.page().layout, pages.page().transcript).front();
  };
  EXPECT_LT(of_first(Pages().column(20, 0.9F).column(40, 1)),
            of_first(Pages().column(20, 0.9F).column(40, 0.5F)));
}

TEST(ExpectedCer, APageIsAsWrongAsItsLinesTogether) {
  Pages pages;
  pages.column(20, 0.9F).column(10, 0.9F).column(30, 0.6F);
  const auto lines = expected_cer_of_lines(pages.page().layout, pages.page().transcript);
  EXPECT_NEAR(pages.cer(), (20 * lines[0] + 10 * lines[1] + 30 * lines[2]) / 60, 1e-5);
}

}  // namespace
}  // namespace wenlan
