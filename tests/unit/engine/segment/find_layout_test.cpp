// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/find_layout.h"

#include <gmock/gmock.h>

namespace wenlan {
namespace {

// Sees the lines it was given: the detector of a page whose lines are known.
class KnownLines final : public LineDetector {
 public:
  explicit KnownLines(std::vector<Box<CleanSpace>> boxes) {
    for (const auto& box : boxes) lines_.push_back({outline_of(box), .9F});
  }
  Result<std::vector<DetectedLine>> detect(const cv::Mat& /*pixels*/, int) const override {
    return lines_;
  }
  std::string model() const override { return "known lines"; }

 private:
  std::vector<DetectedLine> lines_;
};

CleanPage white_page(int width, int height) {
  CleanPage page;
  page.pixels = cv::Mat(height, width, CV_8UC3, cv::Scalar(255, 255, 255));
  page.without_red = page.pixels;
  page.scan_size = {width, height};
  return page;
}

SegmentOptions without_ink_search() {
  SegmentOptions options;
  options.find_uncovered_ink = false;
  return options;
}

TEST(FindLayout, ABlankPageHasNoLines) {
  CleanPage page = white_page(800, 1200);
  page.report.blank = true;
  const auto layout = find_layout(page, KnownLines({}), {}, {});
  ASSERT_TRUE(layout);
  EXPECT_EQ(layout->kind, PageKind::blank);
  EXPECT_TRUE(layout->lines.empty());
}

TEST(FindLayout, APageWithoutLinesIsAPicture) {
  const auto layout = find_layout(white_page(800, 1200), KnownLines({}), {}, {});
  ASSERT_TRUE(layout);
  EXPECT_EQ(layout->kind, PageKind::picture);
}

TEST(FindLayout, VerticalLinesAreColumnsFromTheRight) {
  const KnownLines detector({{100, 100, 60, 900}, {300, 100, 60, 900}, {200, 100, 60, 900}});
  const auto layout = find_layout(white_page(600, 1100), detector, without_ink_search(), {});
  ASSERT_TRUE(layout);
  ASSERT_EQ(layout->lines.size(), 3U);
  EXPECT_GT(bounding_box(layout->lines[0].outline).x, bounding_box(layout->lines[1].outline).x);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(layout->lines[i].column, static_cast<int>(i));
    EXPECT_EQ(layout->lines[i].mode, WritingMode::vertical_rl);
    EXPECT_EQ(layout->lines[i].region, layout->regions[0].id);
  }
}

TEST(FindLayout, RightHalfOfASpreadIsReadFirst) {
  CleanPage page = white_page(1200, 800);
  page.report.gutter_x = 600.F;
  std::vector<Box<CleanSpace>> boxes;
  for (float x = 100; x < 500; x += 80) boxes.push_back({x, 100, 60, 600});
  for (float x = 700; x < 1100; x += 80) boxes.push_back({x, 100, 60, 600});
  const auto layout = find_layout(page, KnownLines(boxes), without_ink_search(), {});
  ASSERT_TRUE(layout);
  ASSERT_EQ(layout->lines.size(), boxes.size());
  ASSERT_EQ(layout->regions.size(), 2U);
  EXPECT_GT(bounding_box(layout->regions[0].outline).x, 600);
  EXPECT_LT(bounding_box(layout->regions[1].outline).right(), 600);
}

TEST(FindLayout, WideLinesMakeAHorizontalPage) {
  const KnownLines detector({{100, 200, 600, 30}, {100, 100, 600, 30}});
  const auto layout = find_layout(white_page(800, 1100), detector, {}, {});
  ASSERT_TRUE(layout);
  ASSERT_EQ(layout->lines.size(), 2U);
  EXPECT_EQ(layout->lines[0].mode, WritingMode::horizontal_ltr);
  EXPECT_LT(bounding_box(layout->lines[0].outline).y, bounding_box(layout->lines[1].outline).y);
}

TEST(FindLayout, ASealIsARegionWithoutLinesAfterTheText) {
  CleanPage page = white_page(600, 1100);
  page.red_ink = cv::Mat(1100, 600, CV_8UC1, cv::Scalar(0));
  for (int i = 0; i <= 120; i += 20) {  // a frame with strokes in it
    page.red_ink(cv::Rect(320 + i, 600, 4, 120)) = 120;
    if (i % 120 == 0) page.red_ink(cv::Rect(320, 600 + i, 124, 4)) = 120;
  }
  const KnownLines detector({{100, 100, 60, 900}, {300, 100, 60, 900}, {200, 100, 60, 900}});
  const auto layout = find_layout(page, detector, without_ink_search(), {});
  ASSERT_TRUE(layout);
  EXPECT_EQ(layout->lines.size(), 3U);
  ASSERT_EQ(layout->regions.size(), 2U);
  EXPECT_EQ(layout->regions[1].kind, RegionKind::seal);
  EXPECT_NEAR(bounding_box(layout->regions[1].outline).x, 320, 5);
  page.report.blank = true;
  const auto bare = find_layout(page, KnownLines({}), {}, {});
  ASSERT_TRUE(bare);
  EXPECT_EQ(bare->kind, PageKind::blank);
  EXPECT_EQ(bare->regions.size(), 1U);
}

TEST(FindLayout, BearsTinyAndFlatPictures) {
  for (const auto& [width, height] :
       {std::pair(16, 16), std::pair(3000, 16), std::pair(16, 3000)}) {
    const KnownLines detector({{0, 0, 8, 12}, {8, 0, 4, 16}, {2, 2, 0, 0}});
    EXPECT_TRUE(find_layout(white_page(width, height), detector, {}, {}));
  }
}

TEST(FindLayout, StopsWhenAsked) {
  std::stop_source stop;
  stop.request_stop();
  const auto layout = find_layout(white_page(800, 1200), KnownLines({}), {}, stop.get_token());
  ASSERT_FALSE(layout);
  EXPECT_EQ(layout.error().code, ErrorCode::stopped);
}

}  // namespace
}  // namespace wenlan
