// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/red_notes.h"

#include <gmock/gmock.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

using ::testing::ElementsAre;

constexpr double kPitch = 60;
constexpr TextExtent kText{200, kPitch};

cv::Mat1b bare_page() {
  return cv::Mat1b(1000, 800, uchar{0});
}

void draw_character(cv::Mat1b& page, cv::Point at, int size) {
  cv::line(page, at + cv::Point(size / 2, 0), at + cv::Point(size / 2, size), 120, 3);
  cv::line(page, at + cv::Point(0, size / 2), at + cv::Point(size, size / 2), 120, 3);
}

DetectedLine line_at(const Box<CleanSpace>& box) {
  return {outline_of(box), .9F};
}

Layout layout_of(const std::vector<DetectedLine>& lines,
                 const std::vector<FoundSeal>& seals = {},
                 const cv::Mat& only_red = cv::Mat(1000, 800, CV_8UC3, cv::Scalar::all(255))) {
  const Placement placement;
  LayoutBuilder builder(placement);
  add_red_notes(lines, only_red, seals, kText, builder);
  return builder.take(PageKind::text);
}

TEST(RedWriting, IsThingsOfTheSizeOfCharacters) {
  cv::Mat1b page = bare_page();
  for (int i = 0; i < 8; ++i) draw_character(page, {300, 200 + 34 * i}, 28);
  EXPECT_TRUE(has_red_writing(page, {}, kPitch));
}

TEST(RedWriting, CirclesDotsAndRulesAreNone) {
  cv::Mat1b page = bare_page();
  for (int i = 0; i < 30; ++i) cv::circle(page, {300, 150 + 25 * i}, 7, 120, 2);
  for (int x = 100; x < 750; x += 60) cv::line(page, {x, 100}, {x, 900}, 120, 3);
  EXPECT_FALSE(has_red_writing(page, {}, kPitch));
}

TEST(RedWriting, WhatIsWithinSealsIsNone) {
  cv::Mat1b page = bare_page();
  for (int i = 0; i < 9; ++i) draw_character(page, {400 + 34 * (i % 3), 500 + 34 * (i / 3)}, 28);
  const FoundSeal seal{outline_of(Box<CleanSpace>{390, 490, 120, 120}), 1};
  EXPECT_FALSE(has_red_writing(page, std::vector{seal}, kPitch));
}

TEST(RedNotes, StandFromRightToLeftInRedAndDoubtful) {
  const Layout layout = layout_of({line_at({200, 300, 25, 300}), line_at({500, 400, 25, 200})});
  ASSERT_EQ(layout.lines.size(), 2U);
  EXPECT_EQ(bounding_box(layout.lines[0].outline).x, 500);
  for (const Line& line : layout.lines) {
    EXPECT_EQ(line.ink, Ink::red);
    EXPECT_EQ(line.stream, Stream::side_note);
    EXPECT_LT(line.confidence, kDoubtfulLine);
  }
  EXPECT_EQ(layout.regions.size(), 2U);
}

TEST(RedNotes, ColumnsSideBySideAreOneRemark) {
  const Layout layout = layout_of({line_at({473, 390, 25, 190}), line_at({500, 400, 25, 200})});
  EXPECT_EQ(layout.regions.size(), 1U);
  EXPECT_NE(layout.lines[0].column, layout.lines[1].column);
}

TEST(RedNotes, AboveTheTextIsAHeadNote) {
  const Layout layout = layout_of({line_at({500, 40, 25, 150})});
  ASSERT_EQ(layout.regions.size(), 1U);
  EXPECT_EQ(layout.regions[0].kind, RegionKind::head_margin);
  EXPECT_EQ(layout.lines[0].stream, Stream::head_note);
}

TEST(RedNotes, OneLineOfHeadNoteAndSideNoteIsParted) {
  cv::Mat red(1000, 800, CV_8UC3, cv::Scalar::all(255));
  for (int y = 40; y < 600; y += 30)
    cv::rectangle(red, {502, y, 20, y == 190 ? 12 : 28}, cv::Scalar::all(0), cv::FILLED);
  const Layout layout = layout_of({line_at({500, 40, 25, 560})}, {}, red);
  std::vector<Stream> streams;
  for (const Line& line : layout.lines) streams.push_back(line.stream);
  EXPECT_THAT(streams, ElementsAre(Stream::head_note, Stream::side_note));
}

TEST(RedNotes, RowsCirclesAndWhatLiesOnSealsAreLeftOut) {
  const FoundSeal seal{outline_of(Box<CleanSpace>{390, 490, 120, 120}), 1};
  const Layout layout = layout_of(
      {line_at({100, 300, 200, 25}), line_at({300, 300, 10, 12}), line_at({400, 500, 30, 100})},
      {seal});
  EXPECT_TRUE(layout.lines.empty());
}

}  // namespace
}  // namespace wenlan
