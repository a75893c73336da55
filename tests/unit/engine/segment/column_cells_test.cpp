// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/column_cells.h"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr int kPitch = 60, kStep = 50;
constexpr double kStepInPitches = static_cast<double>(kStep) / kPitch;

// A column of paper, and what is drawn into it from the top down.
class DrawnColumn {
 public:
  void single() { character({9, y_ + 4, 42, 42}), y_ += kStep; }
  // Two characters of a double row, `left` or the place left bare.
  void small_pair(bool left = true) {
    character({35, y_ + 3, 17, 22});
    if (left) character({7, y_ + 3, 17, 22});
    y_ += 28;
  }
  // As 林: two high halves with white between.
  void two_halves() {
    character({9, y_ + 4, 18, 42});
    character({33, y_ + 4, 18, 42});
    y_ += kStep;
  }
  int bottom() const { return y_; }
  CellRuns cut() const {
    return ColumnCells(ink_.rowRange(0, y_).clone(), kPitch).runs(kStepInPitches);
  }

 private:
  void character(const cv::Rect& box) {
    cv::rectangle(ink_, box, cv::Scalar(255), 3);
    cv::line(ink_, {box.x + box.width / 2, box.y}, {box.x + box.width / 2, box.br().y - 1}, 255, 3);
  }

  cv::Mat1b ink_ = cv::Mat1b(1000, kPitch, uchar{0});
  int y_ = 0;
};

TEST(ColumnCells, CharactersOfTheTextAreOneRun) {
  DrawnColumn column;
  for (int i = 0; i < 6; ++i) column.single();
  const auto runs = column.cut().runs;
  ASSERT_EQ(runs.size(), 1U);
  EXPECT_FALSE(runs[0].doubled);
  EXPECT_NEAR(runs[0].begin, 4, 2);
  EXPECT_NEAR(runs[0].end, column.bottom() - 4, 3);
}

TEST(ColumnCells, NotesOfOneAndThreeCharactersArePartedFromTheText) {
  DrawnColumn column;
  column.single();
  column.single();
  const int first = column.bottom();
  column.small_pair();
  column.single();
  const int second = column.bottom();
  column.small_pair();
  column.small_pair(false);
  column.single();
  const auto runs = column.cut().runs;
  ASSERT_EQ(runs.size(), 5U);
  for (std::size_t i = 0; i < runs.size(); ++i) EXPECT_EQ(runs[i].doubled, i % 2 == 1) << i;
  EXPECT_NEAR(runs[1].begin, first + 3, 2);
  EXPECT_NEAR(runs[1].lane, 30, 3);
  EXPECT_NEAR(runs[3].begin, second + 3, 2);
  EXPECT_NEAR(runs[3].end, second + 53, 3);
}

TEST(ColumnCells, ASmallCharacterAloneAtTheRightIsANote) {
  DrawnColumn column;
  for (int i = 0; i < 3; ++i) column.single();
  column.small_pair(false);
  for (int i = 0; i < 3; ++i) column.single();
  const auto runs = column.cut().runs;
  ASSERT_EQ(runs.size(), 3U);
  EXPECT_TRUE(runs[1].doubled);
}

TEST(ColumnCells, ACharacterOfTwoHighHalvesIsNoDoubleRow) {
  DrawnColumn column;
  column.single();
  column.two_halves();
  column.single();
  EXPECT_EQ(column.cut().runs.size(), 1U);
}

TEST(ColumnCells, TheStepThatSuitsIsTheCheapest) {
  DrawnColumn column;
  for (int i = 0; i < 8; ++i) column.single();
  const cv::Mat1b none(100, kPitch, uchar{0});
  EXPECT_TRUE(ColumnCells(none, kPitch).runs(1).runs.empty());
  EXPECT_LT(column.cut().cost, 1);
}

}  // namespace
}  // namespace wenlan
