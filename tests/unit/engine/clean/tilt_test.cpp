// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/tilt.h"

#include <filesystem>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "drawn_page.h"
#include "engine/clean/leaf.h"
#include "engine/clean/load_scan.h"
#include "engine/clean/reduced_copy.h"

namespace wenlan {
namespace {

constexpr double kMost_deg = 8;

Tilt tilt_of(const cv::Mat& picture) {
  const ReducedCopy copy = reduced_copy(picture);
  return find_tilt(copy.grey(find_leaf(copy.grey)), kMost_deg);
}

TEST(Tilt, IsFoundToATenthOfADegreeWithAndWithoutRules) {
  for (const bool ruled : {true, false})
    for (const double turn : {-3.0, -1.0, -0.4, 0.0, 1.5, 3.0}) {
      const cv::Mat page = drawn_page({1000, 1400}, ruled);
      const Tilt tilt = tilt_of(turned_clockwise(page, turn, cv::Scalar(190, 215, 228)));
      EXPECT_NEAR(tilt.clockwise_deg, turn, 0.11) << "ruled " << ruled;
      EXPECT_GE(tilt.confidence, kLeastTiltConfidence);
    }
}

TEST(Tilt, IsNotGuessedWithoutEvidence) {
  for (const int grain : {1, 3, 9}) {
    cv::Mat noise(1000, 800, CV_8UC3);
    cv::theRNG().state = 5;
    cv::randu(noise, 0, 255);
    cv::blur(noise, noise, {grain, grain});
    cv::Mat specks(noise.size(), CV_8UC3, cv::Scalar::all(230));
    specks.setTo(cv::Scalar::all(40), noise < cv::mean(noise)[0] - 60.0 / grain);
    EXPECT_LT(tilt_of(specks).confidence, kLeastTiltConfidence) << grain;
  }
  EXPECT_LT(tilt_of(cv::Mat(1000, 800, CV_8UC3, cv::Scalar::all(240))).confidence,
            kLeastTiltConfidence);
}

TEST(Tilt, OfRealPagesFollowsEachTurn) {
  const std::filesystem::path pages = std::filesystem::path(WENLAN_SHARED_DIR) / "gt";
  if (!std::filesystem::exists(pages)) GTEST_SKIP() << "no real pages beside the checkout";
  for (const char* name : {"luatexcn_shiji_wyg/001_page_1.jpg",
                           "luatexcn_modern_vertical/001_ref-page-004.png",
                           "openguji_book6_jianmingmulu_j1/001_v01_023.jpg",
                           "mthv2_samples/001_0001_015_27_16.jpg"}) {
    const auto scan = load_scan(pages / name, 0, {});
    ASSERT_TRUE(scan.has_value());
    const double own = tilt_of(scan->pixels).clockwise_deg;
    EXPECT_LT(std::abs(own), 0.5) << name;
    for (const double turn : {-3.0, -1.0, 1.0, 3.0}) {
      const Tilt tilt = tilt_of(turned_clockwise(scan->pixels, turn, cv::mean(scan->pixels)));
      EXPECT_NEAR(tilt.clockwise_deg - own, turn, 0.2) << name;
      EXPECT_GE(tilt.confidence, kLeastTiltConfidence) << name;
    }
  }
}

}  // namespace
}  // namespace wenlan
