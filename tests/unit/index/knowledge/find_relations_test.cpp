// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/knowledge/find_relations.h"

#include <gtest/gtest.h>

#include "tests/support/listed_pages.h"

namespace wenlan {
namespace {

Entity named(EntityKind kind, const std::string& text, const std::string& name) {
  const auto begin = static_cast<std::uint32_t>(text.find(name));
  return {"e", kind, {begin, static_cast<std::uint32_t>(name.size())}, name, 1, {}};
}

TEST(FindRelations, AnOfficeBesideAPersonIsHeldByHim) {
  const std::string text = "知縣王某至，李某主簿";
  Page page = testing::text_page("0001", text);
  page.entities = {named(EntityKind::office, text, "知縣"),
                   named(EntityKind::person, text, "王某"),
                   named(EntityKind::person, text, "李某"),
                   named(EntityKind::office, text, "主簿")};
  const auto found = find_relations(page, {0, 1, 2, 3}, 2);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].kind, RelationKind::holds_office);
  EXPECT_EQ(found[0].source, 1U);
  EXPECT_EQ(found[0].target, 0U);
  EXPECT_EQ(text_of(text, found[0].span), "知縣王某");
  EXPECT_EQ(found[1].kind, RelationKind::near);
  EXPECT_EQ(found[2].kind, RelationKind::holds_office);
  EXPECT_EQ(found[2].source, 2U);
}

TEST(FindRelations, FarNamesAndTheSameNameAreNotRelated) {
  const std::string text = "王某天地玄黃李某";
  Page page = testing::text_page("0001", text);
  page.entities = {named(EntityKind::person, text, "王某"),
                   named(EntityKind::person, text, "李某")};
  EXPECT_TRUE(find_relations(page, {0, 1}, 3).empty());
  EXPECT_EQ(find_relations(page, {0, 1}, 4).size(), 1U);
  EXPECT_TRUE(find_relations(page, {0, 0}, 4).empty());
  EXPECT_TRUE(find_relations(page, {0, std::nullopt}, 4).empty());
}

}  // namespace
}  // namespace wenlan
