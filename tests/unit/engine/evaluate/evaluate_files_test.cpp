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
  const auto result =
      evaluate_files(write("a.txt", "天地{{玄黃}}"), write("b.txt", "天他{{玄黃}}"));
  ASSERT_TRUE(result);
  EXPECT_EQ(result->pages, 1);
  EXPECT_EQ(result->characters, 4U);
  EXPECT_DOUBLE_EQ(result->cer, 0.25);
  EXPECT_DOUBLE_EQ(result->cer_main.value(), 0.5);
  EXPECT_DOUBLE_EQ(result->cer_note.value(), 0);
}

TEST_F(EvaluateFiles, PageXmlGoesWithText) {
  Page page;
  page.id = "0001";
  page.layout.lines.resize(1);
  page.layout.lines[0].id = "l1";
  page.transcript.text = "天地";
  page.transcript.lines = {{{0, 6}, 1}};
  const auto result =
      evaluate_files(write("truth.txt", "天地"), write("read.xml", to_page_xml(page)));
  ASSERT_TRUE(result) << to_sentence(result.error());
  EXPECT_EQ(result->cer, 0);
}

TEST_F(EvaluateFiles, PagesOfFoldersGoTogetherByNameAndMissingOnesAreAllWrong) {
  write("truth/set/1.txt", "天地");
  write("truth/set/2.txt", "玄黃");
  write("read/set/1.txt", "天地");
  const auto result = evaluate_files(folder_ / "truth", folder_ / "read");
  ASSERT_TRUE(result);
  EXPECT_EQ(result->pages, 2);
  EXPECT_EQ(result->missing, 1);
  EXPECT_DOUBLE_EQ(result->cer, 0.5);
}

TEST_F(EvaluateFiles, APageWithoutHanIsComparedByAllItsLetters) {
  const auto result = evaluate_files(write("a.txt", "The Crystal"), write("b.txt", "The Cristal"));
  EXPECT_DOUBLE_EQ(result->cer, 0.1);
}

TEST_F(EvaluateFiles, WhatIsNotThereIsNamed) {
  const auto result = evaluate_files(write("a.txt", "天"), folder_ / "nowhere.txt");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::not_found);
  EXPECT_NE(result.error().subject.find("nowhere.txt"), std::string::npos);
}

TEST_F(EvaluateFiles, ABrokenPageIsABadDocument) {
  const auto result = evaluate_files(write("a.txt", "天"), write("b.xml", "<PcGts"));
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::bad_document);
}

TEST(EvaluationJson, HasTheNamesOfTheContract) {
  Evaluation evaluation;
  evaluation.pages = 1;
  evaluation.cer_main = 0.5;
  EXPECT_EQ(to_json(evaluation),
            R"({"pages":1,"missing":0,"characters":0,"cer":0.0,"cer_folded":0.0,)"
            R"("cer_order_free":0.0,"cer_main":0.5,"cer_note":null,"interval_95":[0.0,0.0]})");
}

}  // namespace
}  // namespace wenlan
