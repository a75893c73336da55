// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/read_page.h"

#include <gtest/gtest.h>

namespace wenlan {
namespace {

// Reads every line as the same characters, evenly spread.
class Echo : public LineRecogniser {
 public:
  Echo(std::vector<std::string> characters, float confidence)
      : characters_(std::move(characters)), confidence_(confidence) {}
  Result<ReadLine> read(const LineImage& /*line*/) const override {
    ReadLine line;
    const float step = 1.0F / static_cast<float>(characters_.size());
    for (const std::string& character : characters_) {
      const float begin = step * static_cast<float>(line.glyphs.size());
      line.glyphs.push_back({character, begin, begin + step, confidence_, {}, false});
    }
    return line;
  }
  std::string model() const override { return "echo"; }

 private:
  std::vector<std::string> characters_;
  float confidence_;
};

CleanPage blank_page() {
  CleanPage page;
  page.pixels = cv::Mat(500, 400, CV_8UC3, cv::Scalar::all(255));
  page.without_red = page.pixels;
  page.scan_size = {400, 500};
  return page;
}

Line line_at(const Box<ScanSpace>& box, WritingMode mode, float confidence = 1) {
  Line line;
  line.outline = outline_of(box);
  line.mode = mode;
  line.confidence = confidence;
  return line;
}

Recognisers with(std::vector<std::string> characters, float confidence) {
  return {std::make_unique<Echo>(std::move(characters), confidence), {}, std::nullopt};
}

TEST(ReadPage, EachLineOfTheLayoutHasItsText) {
  const Layout layout{PageKind::text,
                      {},
                      {line_at({300, 20, 40, 400}, WritingMode::vertical_rl),
                       line_at({240, 20, 40, 400}, WritingMode::vertical_rl)}};
  const auto reading = read_page(blank_page(), layout, with({"天", "地"}, 0.9F), {}, {});
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->transcript.text, "天地\n天地");
  EXPECT_EQ(reading->layout.lines.size(), reading->transcript.lines.size());
  EXPECT_LT(reading->transcript.glyphs[0].box.y, reading->transcript.glyphs[1].box.y);
}

TEST(ReadPage, ARowFromRightToLeftBeginsAtTheRight) {
  const Layout layout{
      PageKind::text, {}, {line_at({20, 20, 300, 40}, WritingMode::horizontal_rtl)}};
  const auto reading = read_page(blank_page(), layout, with({"報", "晶"}, 0.9F), {}, {});
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->transcript.text, "晶報");
  EXPECT_GT(reading->transcript.glyphs[0].box.x, reading->transcript.glyphs[1].box.x);
}

TEST(ReadPage, TheSurerRecogniserReadsARow) {
  Recognisers recognisers = with({"囗"}, 0.3F);
  recognisers.others.push_back(std::make_unique<Echo>(std::vector<std::string>{"W", "e"}, 0.95F));
  const Layout layout{
      PageKind::text, {}, {line_at({20, 20, 300, 40}, WritingMode::horizontal_ltr)}};
  EXPECT_EQ(read_page(blank_page(), layout, recognisers, {}, {})->transcript.text, "We");
  recognisers.main = std::make_unique<Echo>(std::vector<std::string>{"文"}, 0.99F);
  EXPECT_EQ(read_page(blank_page(), layout, recognisers, {}, {})->transcript.text, "文");
}

TEST(ReadPage, DoubtfulLinesReadBadlyAreGoneFromLayoutAndText) {
  Line sure = line_at({300, 20, 40, 400}, WritingMode::vertical_rl);
  Line doubtful = line_at({300, 440, 40, 40}, WritingMode::vertical_rl, 0.2F);
  const Layout layout{PageKind::text, {}, {sure, doubtful}};
  const auto bad = read_page(blank_page(), layout, with({"天"}, 0.5F), {}, {});
  EXPECT_EQ(bad->transcript.text, "天");
  EXPECT_EQ(bad->layout.lines.size(), 1U);
  const auto good = read_page(blank_page(), layout, with({"天"}, 0.9F), {}, {});
  EXPECT_EQ(good->transcript.text, "天\n天");
  EXPECT_GE(good->layout.lines[1].confidence, kDoubtfulLine);
}

TEST(ReadPage, ALineThatIsSurelyThereIsKeptHoweverBadlyItIsRead) {
  const Layout layout{PageKind::text, {}, {line_at({300, 20, 40, 400}, WritingMode::vertical_rl)}};
  const auto reading = read_page(blank_page(), layout, with({"天", "地"}, 0.01F), {}, {});
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->transcript.text, "〓〓");
  EXPECT_EQ(reading->layout.lines.size(), 1U);
  EXPECT_EQ(reading->transcript.glyphs[1].alternatives[0].text, "地");
  EXPECT_TRUE(reading->left_out.empty());
}

TEST(ReadPage, ABlankPageHasNoText) {
  const auto reading =
      read_page(blank_page(), {PageKind::blank, {}, {}}, with({"天"}, 0.9F), {}, {});
  ASSERT_TRUE(reading);
  EXPECT_TRUE(reading->transcript.text.empty());
  EXPECT_EQ(reading->quality.expected_cer, 0);
}

TEST(ReadPage, AStopIsObeyed) {
  std::stop_source stop;
  stop.request_stop();
  const Layout layout{PageKind::text, {}, {line_at({300, 20, 40, 400}, WritingMode::vertical_rl)}};
  const auto reading = read_page(blank_page(), layout, with({"天"}, 0.9F), {}, stop.get_token());
  ASSERT_FALSE(reading);
  EXPECT_EQ(reading.error().code, ErrorCode::stopped);
}

}  // namespace
}  // namespace wenlan
