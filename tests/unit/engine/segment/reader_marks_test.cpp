// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/reader_marks.h"

#include <gmock/gmock.h>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

using testing::Each;
using testing::Field;
using testing::IsEmpty;
using testing::SizeIs;

constexpr double kPitch = 60;
constexpr int kColumns = 5, kTop = 50, kBottom = 650;

double middle_of_column(int column) {
  return 40 + kPitch * column;
}

// Columns of strokes that fill half of the pitch.
class MarkedPage {
 public:
  MarkedPage() {
    picture_.ink = cv::Mat1b(700, 360, uchar{0});
    for (int column = 0; column < kColumns; ++column) {
      const double u = middle_of_column(column);
      lines_.push_back({kTop, kBottom, u, .5 * kPitch});
      for (int y = kTop; y < kBottom; y += 12)
        cv::line(picture_.ink, {int(u) - 13, y}, {int(u) + 13, y + 4}, 255, 3);
    }
  }

  void draw_circle(int column, double aside, int y, int radius = 6) {
    cv::circle(picture_.ink,
               {static_cast<int>(middle_of_column(column) + aside * kPitch), y},
               radius,
               255,
               2);
  }
  void draw_dot(int column, double aside, int y) {
    cv::circle(picture_.ink,
               {static_cast<int>(middle_of_column(column) + aside * kPitch), y},
               4,
               255,
               cv::FILLED);
  }
  void draw_rules() {
    for (int column = 0; column <= kColumns; ++column) {
      const double u = middle_of_column(column) - kPitch / 2;
      rules_.push_back({u, 1});
      cv::line(picture_.ink, {int(u), kTop}, {int(u), kBottom}, 255, 2);
    }
  }

  std::vector<DraftMark> marks() const {
    return find_black_marks(picture_, {lines_, rules_, straightening_, kPitch});
  }

 private:
  InkPicture picture_;
  std::vector<UprightLine> lines_;
  std::vector<Rule> rules_;
  Straightening straightening_;
};

TEST(BlackMarks, StandToTheRightOfTheColumns) {
  MarkedPage page;
  for (int i = 0; i < 8; ++i) page.draw_circle(i % kColumns, .45, 100 + 60 * i);
  const auto marks = page.marks();
  EXPECT_THAT(marks, SizeIs(8));
  EXPECT_THAT(marks, Each(Field(&DraftMark::kind, MarkKind::circle)));
  EXPECT_THAT(marks, Each(Field(&DraftMark::ink, Ink::black)));
}

TEST(BlackMarks, MayLieOnTheRules) {
  MarkedPage page;
  for (int i = 0; i < 8; ++i) page.draw_circle(i % kColumns, .46, 100 + 60 * i);
  page.draw_rules();
  EXPECT_THAT(page.marks(), SizeIs(8));
}

TEST(BlackMarks, AreNoneWhereAsManyStandOnTheLeft) {
  MarkedPage page;
  for (int i = 0; i < 10; ++i) page.draw_dot(i % kColumns, i % 2 == 0 ? .43 : -.43, 100 + 50 * i);
  EXPECT_THAT(page.marks(), IsEmpty());
}

TEST(BlackMarks, OneOrTwoAreSpecks) {
  MarkedPage page;
  page.draw_dot(1, .43, 100);
  page.draw_circle(2, .43, 300);
  EXPECT_THAT(page.marks(), IsEmpty());
}

TEST(BlackMarks, AreNotAmongTheStrokes) {
  EXPECT_THAT(MarkedPage().marks(), IsEmpty());
}

TEST(RedMarks, AreAllThingsOfTheirShapeOutsideSeals) {
  cv::Mat1b red(600, 600, uchar{0});
  for (int i = 0; i < 4; ++i) cv::circle(red, {100, 100 + 60 * i}, 6, 150, 2);
  cv::circle(red, {400, 400}, 6, 150, 2);
  const FoundSeal seal{outline_of(Box<CleanSpace>{350, 350, 100, 100}), 1};
  const auto marks = find_red_marks(red, {&seal, 1}, kPitch);
  EXPECT_THAT(marks, SizeIs(4));
  EXPECT_THAT(marks, Each(Field(&DraftMark::ink, Ink::red)));
}

TEST(RedMarks, AreNoneWithoutRedInk) {
  EXPECT_THAT(find_red_marks({}, {}, kPitch), IsEmpty());
}

}  // namespace
}  // namespace wenlan
