// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/evaluate_files.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "engine/base/file.h"
#include "engine/formats/page_xml.h"

namespace wenlan {
namespace {

class EvaluateFiles : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        std::filesystem::temp_directory_path() / ("wenlan-evaluate-" + std::to_string(getpid()));
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  std::filesystem::path write(const std::string& name, std::string_view bytes) {
    EXPECT_TRUE(write_file_atomically(folder_ / name, bytes));
    return folder_ / name;
  }

  std::filesystem::path folder_;
};

TEST_F(EvaluateFiles, TwoTextsAreCompared) {
  const auto result = score_files(write("a.txt", "天地{{玄黃}}"), write("b.txt", "天他{{玄黃}}"));
  ASSERT_TRUE(result);
  ASSERT_EQ(result->size(), 1U);
  EXPECT_EQ(result->at(0).all, (TextErrors{4, 1, 1, 1}));
  EXPECT_EQ(result->at(0).main, (TextErrors{2, 1, 1, 1}));
  EXPECT_EQ(result->at(0).note, (TextErrors{2, 0, 0, 0}));
  EXPECT_FALSE(result->at(0).expected_cer);
}

TEST_F(EvaluateFiles, PageXmlGoesWithText) {
  Page page;
  page.id = "0001";
  page.layout.lines.resize(1);
  page.layout.lines[0].id = "l1";
  page.transcript.text = "天地";
  page.transcript.lines = {{{0, 6}, 1}};
  page.layout.lines[0].outline = outline_of(Box<ScanSpace>{0, 0, 10, 20});
  page.transcript.glyphs = {{{0, 3}, 0, {0, 0, 10, 10}, 0.2F, {}},
                            {{3, 3}, 0, {0, 10, 10, 10}, 0.2F, {}}};
  const auto result = score_files(write("truth.txt", "天地"), write("read.xml", to_page_xml(page)));
  ASSERT_TRUE(result) << to_sentence(result.error());
  EXPECT_EQ(result->at(0).all.strict, 0U);
  EXPECT_EQ(result->at(0).signs.characters, 2);
  EXPECT_GT(result->at(0).expected_cer.value(), 0.1);
}

TEST_F(EvaluateFiles, PagesOfFoldersGoTogetherByNameAndMissingOnesAreAllWrong) {
  write("truth/set/1.txt", "天地");
  write("truth/set/2.txt", "玄黃");
  write("read/set/1.txt", "天地");
  const auto result = score_files(folder_ / "truth", folder_ / "read");
  ASSERT_TRUE(result);
  ASSERT_EQ(result->size(), 2U);
  EXPECT_FALSE(result->at(0).missing);
  EXPECT_TRUE(result->at(1).missing);
  EXPECT_EQ(result->at(1).page, "set/2");
  EXPECT_EQ(result->at(1).book, "set");
  EXPECT_EQ(result->at(1).all.strict, 2U);
}

TEST_F(EvaluateFiles, APageWithoutHanIsComparedByAllItsLetters) {
  const auto result = score_files(write("a.txt", "The Crystal"), write("b.txt", "The Cristal"));
  EXPECT_EQ(result->at(0).all, (TextErrors{10, 1, 1, 1}));
}

TEST_F(EvaluateFiles, WhatIsNotThereIsNamed) {
  const auto result = score_files(write("a.txt", "天"), folder_ / "nowhere.txt");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::not_found);
  EXPECT_NE(result.error().subject.find("nowhere.txt"), std::string::npos);
}

TEST_F(EvaluateFiles, ABrokenPageIsABadDocument) {
  const auto result = score_files(write("a.txt", "天"), write("b.xml", "<PcGts"));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::bad_document);
}

}  // namespace
}  // namespace wenlan
