// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag/tag_entities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace wenlan {
namespace {

const Tagger& shipped() {
  static const Tagger tagger =
      Tagger::load(std::filesystem::path(WENLAN_SOURCE_DIR) / "models").value();
  return tagger;
}

std::vector<std::string> told(const std::vector<std::string>& lines,
                              const Tagger& tagger = shipped()) {
  Transcript transcript;
  Layout layout;
  for (const std::string& line : lines) {
    if (!transcript.text.empty()) transcript.text += '\n';
    transcript.lines.push_back({{static_cast<std::uint32_t>(transcript.text.size()),
                                 static_cast<std::uint32_t>(line.size())},
                                1});
    transcript.text += line;
    layout.lines.emplace_back();
  }
  std::vector<std::string> words;
  for (const Entity& entity : tagger.tag(transcript, layout))
    words.push_back(entity.id + " " + std::string(name_in(kEntityKinds, entity.kind)) + " " +
                    std::string(text_of(transcript.text, entity.span)));
  return words;
}

using testing::Contains;
using testing::ElementsAre;

TEST(Tagger, FindsNamesAcrossLineEndsWithoutPunctuation) {
  const auto words = told({"唐貞觀三年以杜如", "晦爲尚書右僕射魏", "徵守祕書監"});
  EXPECT_THAT(words, Contains("e1 date 唐貞觀三年"));
  EXPECT_THAT(words, Contains(testing::HasSubstr("person 杜如\n晦")));
  EXPECT_THAT(words, Contains(testing::HasSubstr("person 魏\n徵")));
}

TEST(Tagger, ReadsSimplifiedTextAlike) {
  const auto simplified = told({"以杜如晦为尚书右仆射"});
  const auto traditional = told({"以杜如晦為尚書右僕射"});
  EXPECT_EQ(simplified.size(), traditional.size());
  EXPECT_THAT(traditional, ElementsAre("e1 person 杜如晦", "e2 office 尚書右僕射"));
}

TEST(Tagger, BracketsAreNoPartOfAName) {
  for (const std::string& word : told({"(蘇軾)字子瞻（眉山人）"}))
    EXPECT_EQ(word.find_first_of("()"), std::string::npos) << word;
}

TEST(Tagger, ADateHasItsIsoFormAndParts) {
  Transcript transcript{"康熙五年", {{{0, 12}, 1}}, {}};
  Layout layout;
  layout.lines.emplace_back();
  const auto entities = shipped().tag(transcript, layout);
  ASSERT_EQ(entities.size(), 1U);
  EXPECT_EQ(entities[0].normal_form, "1666-02-04/1667-01-23");
  EXPECT_EQ(entities[0].date->era, "康熙");
}

TEST(Tagger, EmptyTextHasNoEntities) {
  EXPECT_TRUE(shipped().tag({}, {}).empty());
  EXPECT_TRUE(told({"", "〓〓", "《》"}).empty());
}

TEST(Tagger, OptionsTurnKindsOff) {
  TagOptions options;
  options.names = false;
  const Tagger dates_only =
      Tagger::load(std::filesystem::path(WENLAN_SOURCE_DIR) / "models", options).value();
  EXPECT_THAT(told({"康熙五年知縣王守仁"}, dates_only), ElementsAre("e1 date 康熙五年"));
}

TEST(Tagger, AFolderWithoutTheModelIsNamed) {
  const auto tagger = Tagger::load("no/such/folder");
  ASSERT_FALSE(tagger);
  EXPECT_EQ(tagger.error().code, ErrorCode::missing_model);
  EXPECT_THAT(tagger.error().subject, testing::HasSubstr("weights.bin"));
}

}  // namespace
}  // namespace wenlan
