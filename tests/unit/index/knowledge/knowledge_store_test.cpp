// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/knowledge/knowledge_store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "index/knowledge/subject_id.h"
#include "tests/support/index_folder.h"

namespace wenlan {
namespace {

using ::testing::ElementsAre;
using testing::IndexFolder;
using testing::ListedBook;
using testing::page_of;
using ::testing::SizeIs;
using testing::text_page;

Entity named(EntityKind kind, const std::string& text, const std::string& name) {
  const auto begin = static_cast<std::uint32_t>(text.find(name));
  return {"e", kind, {begin, static_cast<std::uint32_t>(name.size())}, name, 1, {}};
}

IndexFolder two_pages() {
  const std::string first = "知州蘇軾至杭州";
  Page page = page_of("0001", {{Stream::main, first}, {Stream::running_title, "甲書卷二 五"}});
  page.entities = {named(EntityKind::office, first, "知州"),
                   named(EntityKind::person, first, "蘇軾"),
                   named(EntityKind::place, first, "杭州")};
  const std::string second = "苏轼蘇軾乾隆三年";
  Page other = text_page("0002", second);
  other.entities = {named(EntityKind::person, second, "苏轼"),
                    named(EntityKind::person, second, "蘇軾"),
                    named(EntityKind::date, second, "乾隆三年")};
  other.entities[2].date = CalendarDate{.dynasty = "清",
                                        .era = "乾隆",
                                        .era_year = 3,
                                        .first_day = "1738-02-19",
                                        .last_day = "1739-02-07"};
  return IndexFolder({ListedBook{{"a", "甲書", "", ""}, {page, other}}});
}

TEST(KnowledgeStore, FormsOfOneNameAreOneSubject) {
  const IndexFolder folder = two_pages();
  const auto store = KnowledgeStore::open(folder.knowledge());
  ASSERT_TRUE(store) << to_sentence(store.error());
  const auto subject = store->subject(subject_id(EntityKind::person, "苏轼"));
  ASSERT_TRUE(subject);
  EXPECT_EQ(subject->summary.name, "蘇軾");
  EXPECT_EQ(subject->summary.mentions, 3);
  EXPECT_THAT(subject->aliases, ElementsAre("苏轼"));
}

TEST(KnowledgeStore, MentionsSayWhere) {
  const IndexFolder folder = two_pages();
  const auto store = KnowledgeStore::open(folder.knowledge());
  const auto list = store->mentions(subject_id(EntityKind::person, "蘇軾"), 0, 2);
  ASSERT_TRUE(list);
  EXPECT_EQ(list->total, 3);
  ASSERT_THAT(list->mentions, SizeIs(2));
  const Mention& mention = list->mentions[0];
  EXPECT_EQ(mention.book + "/" + mention.page + " " + mention.title, "a/0001 甲書");
  EXPECT_EQ(mention.leaf, "卷二 葉五");
  EXPECT_TRUE(mention.snippet.starts_with("知州蘇軾至杭州"));
  EXPECT_THAT(mention.snippet_marks, ElementsAre(std::pair(2U, 4U)));
  EXPECT_EQ(mention.box, (Box<ScanSpace>{1900, 100, 80, 100}));
}

TEST(KnowledgeStore, RelationsAreSeenFromBothSides) {
  const IndexFolder folder = two_pages();
  const auto store = KnowledgeStore::open(folder.knowledge());
  const auto of_person = store->related(subject_id(EntityKind::person, "蘇軾"), 10);
  ASSERT_TRUE(of_person);
  std::vector<std::string> seen;
  for (const RelatedSubject& related : *of_person) {
    EXPECT_EQ(related.book, "a");
    EXPECT_EQ(related.page, related.subject.kind == EntityKind::date ? "0002" : "0001");
    EXPECT_EQ(related.first_day, related.subject.kind == EntityKind::date ? "1738-02-19" : "");
  }
  for (const RelatedSubject& related : *of_person)
    seen.push_back(related.relation + " " + related.subject.name);
  EXPECT_THAT(seen,
              ::testing::UnorderedElementsAre("holds-office 知州", "near 杭州", "near 乾隆三年"));
  const auto of_office = store->related(subject_id(EntityKind::office, "知州"), 1);
  EXPECT_EQ(of_office->at(0).relation, "held-by");
}

TEST(KnowledgeStore, AYearIsASubjectWithItsDays) {
  const IndexFolder folder = two_pages();
  const auto store = KnowledgeStore::open(folder.knowledge());
  const auto years = store->find("乾隆", EntityKind::date, 10);
  ASSERT_TRUE(years);
  ASSERT_THAT(*years, SizeIs(1));
  EXPECT_EQ(years->at(0).name, "乾隆三年");
  EXPECT_EQ(store->subject(years->at(0).id)->first_day, "1738-02-19");
}

TEST(KnowledgeStore, FindsByPartOfANameAndByKind) {
  const IndexFolder folder = two_pages();
  const auto store = KnowledgeStore::open(folder.knowledge());
  EXPECT_THAT(*store->find("", std::nullopt, 10), SizeIs(4));
  EXPECT_EQ(store->find("", std::nullopt, 10)->at(0).name, "蘇軾");
  EXPECT_THAT(*store->find("轼", EntityKind::person, 10), SizeIs(1));
  EXPECT_THAT(*store->find("轼", EntityKind::place, 10), SizeIs(0));
  EXPECT_EQ(store->subject("person-none").error().code, ErrorCode::not_found);
}

TEST(KnowledgeStore, TakesUpARebuiltFile) {
  const IndexFolder folder = two_pages();
  const auto store = KnowledgeStore::open(folder.knowledge());
  ASSERT_TRUE(store);
  folder.build({});
  EXPECT_THAT(*store->find("", std::nullopt, 10), SizeIs(0));
  EXPECT_EQ(KnowledgeStore::open(folder.knowledge() / "none").error().code,
            ErrorCode::missing_index);
}

TEST(SubjectId, IsTheSameForEveryFormAndTellsErasOfDynastiesApart) {
  EXPECT_EQ(subject_id(EntityKind::person, "蘇軾"), subject_id(EntityKind::person, "苏轼"));
  EXPECT_NE(subject_id(EntityKind::person, "蘇軾"), subject_id(EntityKind::place, "蘇軾"));
  Entity year{"e",
              EntityKind::date,
              {},
              "",
              1,
              CalendarDate{.dynasty = "漢", .era = "建武", .era_year = 21}};
  const SubjectName han = subject_of(year);
  EXPECT_EQ(han.name, "建武二十一年");
  year.date->dynasty = "晉";
  EXPECT_NE(subject_of(year).id, han.id);
  year.date->era.clear();
  EXPECT_EQ(subject_of(year).id, "");
}

}  // namespace
}  // namespace wenlan
