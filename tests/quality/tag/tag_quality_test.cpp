// SPDX-License-Identifier: GPL-3.0-or-later
// How well the shipped tagger finds the names of the CHisIEC test part: exact span and kind, with
// punctuation, without it as pages have it, and in traditional characters.
#include <cstdlib>
#include <filesystem>
#include <map>
#include <string>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "engine/base/file.h"
#include "engine/base/utf8.h"
#include "engine/tag/table_rows.h"
#include "models/train/tagger/labelled_text.h"
#include "models/train/tagger/span_score.h"

namespace wenlan {
namespace {

namespace fs = std::filesystem;

const fs::path kTest = fs::path(WENLAN_SHARED_DIR) / "ner/chisiec/test.txt";

// The floors of floors.tsv by name. A drop below one fails; raise it when the tagger gets better.
std::map<std::string, double> floors() {
  std::map<std::string, double> found;
  const std::string table =
      read_file(fs::path(WENLAN_SOURCE_DIR) / "tests/quality/tag/floors.tsv").value();
  for_each_row(table, [&](const auto& fields) {
    found.emplace(fields.at(0), std::stod(std::string(fields.at(1))));
  });
  return found;
}

void expect_floor(const std::string& name, const std::vector<LabelledSentence>& sentences) {
  const auto tagger = NameTagger::load(fs::path(WENLAN_SOURCE_DIR) / "models/tagger");
  ASSERT_TRUE(tagger) << to_sentence(tagger.error());
  const NameScores scores = score_names(*tagger, sentences);
  fmt::print("{:<12} F1 {:.2f}  precision {:.2f}  recall {:.2f} ",
             name,
             100 * scores.all.f1(),
             100.0 * scores.all.right / scores.all.found,
             100.0 * scores.all.right / scores.all.there);
  for (std::size_t kind = 0; kind < kNameKinds.size(); ++kind)
    fmt::print(
        " {} {:.1f}", name_in(kEntityKinds, kNameKinds[kind]), 100 * scores.by_kind[kind].f1());
  fmt::print("\n");
  EXPECT_GE(100 * scores.all.f1(), floors().at(name));
}

// By the program `opencc`; empty where there is none.
std::vector<LabelledSentence> in_traditional_characters(std::vector<LabelledSentence> sentences) {
  const fs::path folder = fs::path(testing::TempDir());
  const fs::path simplified = folder / "tag_simplified.txt",
                 traditional = folder / "tag_traditional.txt";
  std::string text;
  for (const LabelledSentence& sentence : sentences) text += to_utf8(sentence.text) + "\n";
  if (!write_file_atomically(simplified, text)) return {};
  const std::string command = fmt::format(
      "opencc -c s2t.json -i '{}' -o '{}' 2>/dev/null", simplified.string(), traditional.string());
  if (std::system(command.c_str()) != 0) return {};
  const std::string converted = read_file(traditional).value();
  const auto lines = split_at(converted, '\n');
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const std::u32string line = to_code_points(lines.at(i));
    EXPECT_EQ(line.size(), sentences[i].text.size());
    if (line.size() == sentences[i].text.size()) sentences[i].text = line;
  }
  return sentences;
}

class NamesOfTheTestPart : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(kTest)) GTEST_SKIP() << "no annotated text beside the checkout";
    sentences_ = read_labelled(kTest).value();
  }
  std::vector<LabelledSentence> sentences_;
};

TEST_F(NamesOfTheTestPart, AreFoundInPunctuatedText) {
  expect_floor("punctuated", sentences_);
}

TEST_F(NamesOfTheTestPart, AreFoundWithoutPunctuation) {
  expect_floor("stripped", without_punctuation(sentences_));
}

TEST_F(NamesOfTheTestPart, AreFoundInTraditionalCharacters) {
  const auto traditional = in_traditional_characters(without_punctuation(sentences_));
  if (traditional.empty()) GTEST_SKIP() << "the program opencc is not installed";
  expect_floor("traditional", traditional);
}

}  // namespace
}  // namespace wenlan
