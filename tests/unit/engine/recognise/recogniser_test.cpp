// SPDX-License-Identifier: GPL-3.0-or-later
// The real recognisers, on rows written by OpenCV and on columns of real pages where they are at
// hand.
#include <filesystem>
#include <thread>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include "engine/clean/load_scan.h"
#include "engine/nn/network_session.h"
#include "engine/recognise/crop_line.h"
#include "engine/recognise/recognisers.h"
#include "engine/recognise/tesseract_recogniser.h"

namespace wenlan {
namespace {

LineImage row_saying(const std::string& text) {
  LineImage row{cv::Mat(70, 420, CV_8UC3, cv::Scalar::all(240)), false};
  cv::putText(row.pixels,
              text,
              {12, 50},
              cv::FONT_HERSHEY_COMPLEX,
              1.4,
              cv::Scalar::all(20),
              2,
              cv::LINE_AA);
  return row;
}

std::string text_of(const ReadLine& line) {
  std::string text;
  for (const ReadGlyph& glyph : line.glyphs) text += (glyph.space_before ? " " : "") + glyph.text;
  return text;
}

void expect_in_order(const ReadLine& line) {
  float last = 0;
  for (const ReadGlyph& glyph : line.glyphs) {
    EXPECT_GE(glyph.begin, last);
    EXPECT_GT(glyph.end, glyph.begin);
    EXPECT_LE(glyph.end, 1);
    last = glyph.begin;
  }
}

Result<Recognisers> load(const RecogniseOptions& options = {}) {
  return load_recognisers(*ModelStore::open(WENLAN_SOURCE_DIR "/models"), options);
}

TEST(OnnxRecogniser, ReadsARowOfLatin) {
  const auto recognisers = load();
  ASSERT_TRUE(recognisers) << to_sentence(recognisers.error());
  if (recognisers->fallback_reason) GTEST_SKIP() << to_sentence(*recognisers->fallback_reason);
  const auto line = recognisers->main->read(row_saying("Crystal 1939"));
  ASSERT_TRUE(line);
  EXPECT_EQ(text_of(*line), "Crystal 1939");
  EXPECT_GT(mean_confidence(*line), 0.8F);
  expect_in_order(*line);
}

TEST(OnnxRecogniser, ReadsAColumnOfAPrintedBook) {
  const auto recognisers = load();
  ASSERT_TRUE(recognisers);
  const std::filesystem::path file = WENLAN_SHARED_DIR "/gt/openguji_book5_siku_zongmu/001_1.png";
  if (recognisers->fallback_reason || !std::filesystem::exists(file)) GTEST_SKIP();
  const auto scan = load_scan(file, 0, {});
  ASSERT_TRUE(scan);
  const LineCrop crop =
      crop_line(scan->pixels, outline_of(Box<CleanSpace>{2235, 1325, 200, 680}), true);
  const auto line = recognisers->main->read(crop.image);
  ASSERT_TRUE(line);
  EXPECT_EQ(text_of(*line), "經部總敘");
  expect_in_order(*line);
  // Four characters of about equal height.
  for (std::size_t i = 0; i < line->glyphs.size(); ++i)
    EXPECT_NEAR(
        line->glyphs[i].begin + line->glyphs[i].end, (2.0 * static_cast<double>(i) + 1) / 4, 0.16)
        << i;
}

TEST(TesseractRecogniser, ReadsARowOfLatinOnManyThreads) {
  const auto recogniser = load_tesseract_recogniser("eng", "", 2);
  ASSERT_TRUE(recogniser) << to_sentence(recogniser.error());
  const LineImage row = row_saying("The Crystal");
  std::vector<std::string> texts(3);
  {
    std::vector<std::jthread> threads;
    for (std::string& text : texts)
      threads.emplace_back([&] { text = text_of(*(*recogniser)->read(row)); });
  }
  for (const std::string& text : texts) EXPECT_EQ(text, "The Crystal");
  expect_in_order(*(*recogniser)->read(row));
}

TEST(TesseractRecogniser, ReadsNoColumnsWithoutALanguageForThem) {
  const auto recogniser = load_tesseract_recogniser("eng", "", 2);
  ASSERT_TRUE(recogniser);
  LineImage column = row_saying("The Crystal");
  column.vertical = true;
  EXPECT_TRUE((*recogniser)->read(column)->glyphs.empty());
}

TEST(Recognisers, ALanguageThatIsNotInstalledIsNamed) {
  RecogniseOptions options;
  options.only_languages = "xyz";
  const auto recognisers = load(options);
  ASSERT_FALSE(recognisers);
  EXPECT_EQ(recognisers.error().code, ErrorCode::missing_model);
  EXPECT_NE(recognisers.error().subject.find("xyz"), std::string::npos);
}

TEST(Recognisers, TheyAreNamedForTheRecord) {
  const auto recognisers = load();
  ASSERT_TRUE(recognisers);
  if (recognisers->fallback_reason) GTEST_SKIP();
  EXPECT_EQ(recognisers->model(),
            "ppocrv6-small-recogniser 6f327246b503 " + native_precision() +
                ", tesseract eng, tesseract bod");
}

}  // namespace
}  // namespace wenlan
