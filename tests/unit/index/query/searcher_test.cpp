// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query/searcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index/knowledge/subject_id.h"
#include "index/query/answer_json.h"
#include "tests/support/index_folder.h"

namespace wenlan {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::IndexFolder;
using testing::ListedBook;
using testing::page_of;
using ::testing::SizeIs;
using testing::text_page;

std::vector<std::string> pages_of(const SearchAnswer& answer) {
  std::vector<std::string> pages;
  for (const SearchHit& hit : answer.hits) pages.push_back(hit.book + "/" + hit.page);
  return pages;
}

SearchAnswer answer_to(const IndexFolder& folder, const SearchRequest& request) {
  const auto searcher = Searcher::open(folder.index());
  if (!searcher) throw std::runtime_error(to_sentence(searcher.error()));
  auto answer = searcher->search(request);
  if (!answer) throw std::runtime_error(to_sentence(answer.error()));
  return *std::move(answer);
}

SearchAnswer search(const IndexFolder& folder, const std::string& query) {
  return answer_to(folder, SearchRequest{.query = query});
}

// 欽定四庫(right|left note)全書, columns 1 to 4, and a second page.
IndexFolder commented_book() {
  return IndexFolder({ListedBook{{"siku", "欽定四庫全書", "紀昀", "清"},
                                 {page_of("0001",
                                          {{Stream::main, "欽定四"},
                                           {Stream::note, "右半註"},
                                           {Stream::note, "左半文"},
                                           {Stream::main, "庫全書"},
                                           {Stream::running_title, "卷一", "r2"},
                                           {Stream::running_title, "三", "r2"}}),
                                  page_of("0002", {{Stream::main, "總目，提要"}})}}});
}

TEST(Searcher, MainTextRunsOnAcrossNotesWithOneBoxEachColumn) {
  const IndexFolder folder = commented_book();
  const SearchAnswer answer = search(folder, "四庫全");
  ASSERT_EQ(answer.total, 1);
  ASSERT_THAT(answer.hits, SizeIs(1));
  const SearchHit& hit = answer.hits.front();
  EXPECT_EQ(hit.leaf, "卷一 葉三");
  ASSERT_THAT(hit.matches, SizeIs(1));
  EXPECT_EQ(hit.matches[0].text, "四庫全");
  ASSERT_THAT(hit.matches[0].pieces, SizeIs(2));
  EXPECT_EQ(hit.matches[0].pieces[0].box, (Box<ScanSpace>{1900, 100, 80, 50}));
  EXPECT_EQ(hit.matches[0].pieces[1].box, (Box<ScanSpace>{1600, 0, 80, 100}));
}

TEST(Searcher, PhraseOverAPageEndCountsWhereItBegins) {
  const IndexFolder folder = commented_book();
  const SearchAnswer answer = search(folder, "全書總目提");
  EXPECT_EQ(answer.total, 1);
  EXPECT_THAT(pages_of(answer), ElementsAre("siku/0001"));
  const auto& pieces = answer.hits[0].matches[0].pieces;
  ASSERT_THAT(pieces, SizeIs(2));
  EXPECT_EQ(pieces[0].page, "0001");
  EXPECT_EQ(pieces[1].page, "0002");
  EXPECT_EQ(pieces[1].box, (Box<ScanSpace>{1900, 0, 80, 200}));
  EXPECT_EQ(answer.hits[0].snippet, "欽定四庫全書總目，提要");
  EXPECT_THAT(answer.hits[0].snippet_marks, ElementsAre(std::pair(4U, 10U)));
}

TEST(Searcher, StreamsCanBeSearchedAlone) {
  const IndexFolder folder = commented_book();
  EXPECT_EQ(answer_to(folder, {.query = "註左半", .in = StreamChoice::note}).total, 1);
  EXPECT_EQ(answer_to(folder, {.query = "註左半", .in = StreamChoice::main}).total, 0);
  EXPECT_EQ(answer_to(folder, {.query = "四庫", .in = StreamChoice::note}).total, 0);
  EXPECT_EQ(search(folder, "卷一").hits.at(0).matches.at(0).stream, Stream::running_title);
}

TEST(Searcher, VariantsAreFoundUnlessSwitchedOff) {
  const IndexFolder folder = commented_book();
  EXPECT_EQ(search(folder, "四库全书").total, 1);
  EXPECT_EQ(answer_to(folder, {.query = "四库全书", .variants = false}).total, 0);
  EXPECT_EQ(answer_to(folder, {.query = "四庫全書", .variants = false}).total, 1);
  EXPECT_EQ(answer_to(folder, {.query = "书", .variants = false}).total, 0);
  EXPECT_EQ(search(folder, "书").total, 1);
  EXPECT_EQ(search(folder, "书").hits[0].matches[0].text, "書");
}

TEST(Searcher, PunctuationIsNotPartOfTheText) {
  const IndexFolder folder = commented_book();
  EXPECT_EQ(search(folder, "總目提要").total, 1);
  EXPECT_EQ(search(folder, "總 目。提、要").total, 1);
}

TEST(Searcher, OneCharacterMayBeWrongWhenFuzzy) {
  const IndexFolder folder = commented_book();
  const SearchAnswer answer = answer_to(folder, {.query = "欽定囗庫", .fuzzy = true});
  EXPECT_EQ(answer.total, 1);
  EXPECT_FALSE(answer.exact);
  EXPECT_FALSE(answer.hits.at(0).matches.at(0).exact);
  EXPECT_EQ(answer.hits.at(0).matches.at(0).text, "欽定四庫");
  EXPECT_EQ(search(folder, "欽定囗庫").total, 0);
}

TEST(Searcher, WordsCanBeCombined) {
  const IndexFolder folder(
      {ListedBook{{"a", "甲書", "", "唐"}, {text_page("0001", "春夏"), text_page("0002", "夏秋")}},
       ListedBook{{"b", "乙書", "", "宋"},
                  {text_page("0001", "秋冬"), text_page("0002", "冬春")}}});
  EXPECT_THAT(pages_of(search(folder, "\"春\" OR \"秋\"")), SizeIs(4));
  EXPECT_THAT(pages_of(search(folder, "春 AND 夏")), ElementsAre("a/0001"));
  EXPECT_THAT(pages_of(search(folder, "夏 NOT 春")), ElementsAre("a/0002"));
  EXPECT_THAT(pages_of(search(folder, "(春 OR 秋) book:b")), ElementsAre("b/0001", "b/0002"));
  EXPECT_THAT(pages_of(search(folder, "dynasty:唐 秋")), ElementsAre("a/0002"));
  EXPECT_THAT(pages_of(answer_to(folder, {.query = "秋", .dynasty = "宋"})), ElementsAre("b/0001"));
  EXPECT_THAT(search(folder, "甲").books, SizeIs(1));
  // The last page of one book does not run on into the next.
  EXPECT_EQ(search(folder, "夏秋秋").total, 0);
}

TEST(Searcher, SubjectsAreFoundWithThePages) {
  Page page = text_page("0001", "蘇軾知杭州");
  page.entities.push_back({"e1", EntityKind::person, {0, 6}, "蘇軾", 1, {}});
  page.entities.push_back({"e2", EntityKind::place, {9, 6}, "杭州", 1, {}});
  const IndexFolder folder({ListedBook{{"a", "甲", "", ""}, {page, text_page("0002", "蘇轍")}}});
  const SearchAnswer answer = search(folder, "苏轼");
  ASSERT_THAT(answer.subjects, SizeIs(1));
  EXPECT_EQ(answer.subjects[0].name, "蘇軾");
  EXPECT_EQ(answer.subjects[0].id, subject_id(EntityKind::person, "蘇軾"));
  ASSERT_THAT(answer.facets.place, SizeIs(1));
  EXPECT_EQ(answer.facets.place[0].label, "杭州");
  EXPECT_EQ(answer_to(folder, {.query = "知", .person = answer.subjects[0].id}).total, 1);
  EXPECT_EQ(search(folder, "person:蘇軾").total, 1);
  EXPECT_EQ(search(folder, "place:蘇軾").total, 0);
}

TEST(Searcher, UnreadPagesEndAPhrase) {
  const IndexFolder folder(
      {ListedBook{{"a", "甲", "", ""}, {text_page("0001", "天地"), text_page("0003", "玄黃")}}});
  EXPECT_EQ(search(folder, "地玄").total, 0);
  EXPECT_EQ(search(folder, "玄黃").total, 1);
}

TEST(Searcher, TextPagesHaveOneBoxOfNothing) {
  const IndexFolder folder({ListedBook{{"a", "甲", "", ""}, {text_page("0001", "天地玄黃")}}});
  EXPECT_THAT(to_json(search(folder, "地玄")),
              HasSubstr(R"("pieces":[{"page":"0001","box":[0,0,0,0]}])"));
}

TEST(Searcher, RefusesWhatItCannotAnswer) {
  const IndexFolder folder = commented_book();
  const auto searcher = Searcher::open(folder.index());
  EXPECT_EQ(searcher->search({.query = "(四庫"}).error().code, ErrorCode::bad_query);
  EXPECT_EQ(searcher->search({.query = "四庫", .limit = -1}).error().code, ErrorCode::usage);
  EXPECT_EQ(searcher->search({.query = "四庫", .book = "none"}).error().code, ErrorCode::not_found);
  EXPECT_EQ(Searcher::open(folder.index() / "nowhere").error().code, ErrorCode::missing_index);
}

}  // namespace
}  // namespace wenlan
