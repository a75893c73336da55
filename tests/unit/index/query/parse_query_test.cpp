// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query/parse_query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

// The tree as text: AND(四庫, NOT(book=siku)).
std::string shown(const Query& query) {
  const auto parts = [&query] {
    std::string text;
    for (const Query& part : query.parts) text += (text.empty() ? "" : ", ") + shown(part);
    return "(" + text + ")";
  };
  switch (query.kind) {
    case Query::Kind::phrase:
      return to_utf8(characters_of(query.phrase.folded));
    case Query::Kind::field:
      return std::string(spec_of(query.field).name) + "=" + query.value;
    case Query::Kind::all_of:
      return "AND" + parts();
    case Query::Kind::any_of:
      return "OR" + parts();
    case Query::Kind::none_of:
      break;
  }
  return "NOT" + parts();
}

std::string parsed(std::string_view text) {
  const auto query = parse_query(text);
  return query ? shown(*query) : query.error().detail;
}

TEST(ParseQuery, ABareRunIsOnePhraseWithoutPunctuation) {
  EXPECT_EQ(parsed("山川"), "山川");
  EXPECT_EQ(parsed(" 山、川 地。 "), "山川地");
  EXPECT_EQ(parsed("ＡＢc"), "abc");
}

TEST(ParseQuery, OperatorsBindAsUsual) {
  EXPECT_EQ(parsed("山 OR 川 AND 地"), "OR(山, AND(川, 地))");
  EXPECT_EQ(parsed("(山 OR 川) AND 地"), "AND(OR(山, 川), 地)");
  EXPECT_EQ(parsed("山 NOT 川"), "AND(山, NOT(川))");
  EXPECT_EQ(parsed("\"山\" \"川\""), "AND(山, 川)");
  EXPECT_EQ(parsed("山 AND NOT (川 OR 地)"), "AND(山, NOT(OR(川, 地)))");
}

TEST(ParseQuery, QuotesKeepOperatorsAsText) {
  EXPECT_EQ(parsed("\"AND 山\""), "and山");
  EXPECT_EQ(parsed("ANDY"), "andy");
}

TEST(ParseQuery, FieldsTakeAWordOrAQuote) {
  EXPECT_EQ(parsed("person:蘇軾 山"), "AND(person=蘇軾, 山)");
  EXPECT_EQ(parsed("山 title:\"a b\""), "AND(山, title=a b)");
  EXPECT_EQ(parsed("卷一：山"), "卷一山");
}

TEST(ParseQuery, StrayPunctuationIsNotAskedFor) {
  EXPECT_EQ(parsed("\"山\" ， \"川\""), "AND(山, 川)");
}

TEST(ParseQuery, ErrorsNameTheCharacter) {
  EXPECT_THAT(parsed("山 AND"), StartsWith("character 6: something to search for is missing"));
  EXPECT_THAT(parsed("山) 川"), StartsWith("character 2: ')' without '('"));
  EXPECT_THAT(parsed("山 AND (川"), StartsWith("character 7: this bracket is not closed"));
  EXPECT_THAT(parsed("\"山"), StartsWith("character 1: this quote is not closed"));
  EXPECT_THAT(parsed("山 writer:某"),
              StartsWith("character 3: no such field; there are title, book"));
  EXPECT_THAT(parsed("person: 山"), StartsWith("character 1: this field has no value"));
  EXPECT_THAT(parsed("，。"), StartsWith("character 1: there is no character to search for"));
  EXPECT_THAT(parsed(""), StartsWith("character 1: something to search for is missing"));
  EXPECT_THAT(parsed("山 OR OR 川"), StartsWith("character 6: something to search for is missing"));
}

TEST(ParseQuery, HostileTextIsRefused) {
  EXPECT_THAT(parsed(std::string("山\0川", 7)), HasSubstr("control character"));
  EXPECT_THAT(parsed("山\xFF"), StartsWith("character 2: not UTF-8"));
  EXPECT_THAT(parsed(std::string(100'000, 'a')), HasSubstr("longer than 2000"));
  EXPECT_THAT(parsed(std::string(1'000, '(')), HasSubstr("too many brackets"));
  std::string nots;
  for (int i = 0; i < 400; ++i) nots += "NOT ";
  EXPECT_THAT(parsed(nots), HasSubstr("too many brackets"));
}

}  // namespace
}  // namespace wenlan
