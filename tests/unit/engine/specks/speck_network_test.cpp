// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/specks/speck_network.h"

#include <gtest/gtest.h>

#include "tests/unit/engine/specks/drawn_specks.h"

namespace wenlan {
namespace {

const cv::Rect kWriting(100, 100, 800, 1200), kStamp(300, 400, 400, 400);

Result<SpeckNetwork> network() {
  const auto models = ModelStore::open(WENLAN_SOURCE_DIR "/models");
  return SpeckNetwork::load(*models);
}

CleanPage page_of(const cv::Mat1b& grey) {
  CleanPage page;
  cv::cvtColor(grey, page.pixels, cv::COLOR_GRAY2BGR);
  page.without_red = page.pixels;
  return page;
}

cv::Mat1b grey_of(const cv::Mat& pixels) {
  cv::Mat1b grey;
  cv::cvtColor(pixels, grey, cv::COLOR_BGR2GRAY);
  return grey;
}

// Mean darkness where `where` is set.
double darkness(const cv::Mat1b& grey, const cv::Mat& where) {
  return 255 - cv::mean(grey, where)[0];
}

TEST(SpeckNetwork, TakesSpecksOutAndLeavesTheWriting) {
  cv::Mat1b clean = bare_leaf();
  draw_writing(clean, kWriting);
  cv::Mat1b stamped = clean.clone();
  strew_specks(stamped, kStamp, 12);
  CleanPage page = page_of(stamped);
  const auto loaded = network();
  ASSERT_TRUE(loaded) << to_sentence(loaded.error());
  ASSERT_TRUE(loaded->take_out_specks(page));
  ASSERT_EQ(page.stamps.size(), 1U);
  EXPECT_NEAR(page.stamps[0].center().x, 500, 15);
  EXPECT_NEAR(page.stamps[0].height, 400, 30);
  const cv::Mat1b got = grey_of(page.without_red);
  EXPECT_LT(darkness(got, (stamped < clean)), 80);
  EXPECT_GT(darkness(got, clean < 128), 200);
  EXPECT_EQ(cv::norm(grey_of(page.pixels), stamped, cv::NORM_INF), 0);  // the scan is as it was
}

TEST(SpeckNetwork, LeavesOtherPagesAsTheyAre) {
  cv::Mat1b clean = bare_leaf();
  draw_writing(clean, kWriting);
  CleanPage page = page_of(clean);
  const auto loaded = network();
  ASSERT_TRUE(loaded);
  ASSERT_TRUE(loaded->take_out_specks(page));
  EXPECT_EQ(page.without_red.data, page.pixels.data);
  EXPECT_TRUE(page.stamps.empty());
}

TEST(SpeckNetwork, DoesNothingWhereItIsTurnedOff) {
  cv::Mat1b stamped = bare_leaf();
  strew_specks(stamped, kStamp, 12);
  CleanPage page = page_of(stamped);
  const auto loaded = network();
  ASSERT_TRUE(loaded);
  ASSERT_TRUE(loaded->take_out_specks(page, {.take_out = false}));
  EXPECT_EQ(page.without_red.data, page.pixels.data);
}

}  // namespace
}  // namespace wenlan
