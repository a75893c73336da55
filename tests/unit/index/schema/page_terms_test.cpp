// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/schema/page_terms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wenlan {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> ngrams(const PageTerms& terms) {
  std::vector<std::string> all;
  for (const TermCount& term : terms.own) all.push_back(term.ngram + std::to_string(term.count));
  return all;
}

TEST(PageTerms, OwnPairsBeginOnThePageAndMayEndBehindIt) {
  const PageTerms terms = terms_of_page(u"一丁一", u"七万");
  EXPECT_THAT(ngrams(terms), ElementsAre("一2", "一丁1", "一七1", "丁1", "丁一1"));
  EXPECT_THAT(terms.next, ElementsAre("七万"));
}

TEST(PageTerms, NothingRunsOverABreak) {
  const PageTerms terms =
      terms_of_page(std::u16string_view(u"一\0丁", 3), std::u16string_view(u"七\0万三", 4));
  EXPECT_THAT(ngrams(terms), ElementsAre("一1", "丁1", "丁七1"));
  EXPECT_THAT(terms.next, IsEmpty());
}

TEST(PageTerms, FifteenCharactersOfTheNextPageBeginAPair) {
  EXPECT_EQ(terms_of_page(u"天", u"甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未").next.size(),
            kNextCharacters);
}

TEST(PageTerms, AnEmptyPageHasNoTerms) {
  const PageTerms terms = terms_of_page(u"", u"七万");
  EXPECT_THAT(terms.own, IsEmpty());
  EXPECT_THAT(terms.next, IsEmpty());
}

}  // namespace
}  // namespace wenlan
