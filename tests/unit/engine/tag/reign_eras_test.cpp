// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag/reign_eras.h"

#include <gtest/gtest.h>

namespace wenlan {
namespace {

TEST(CalendarDays, AreShownInTheProlepticGregorianCalendar) {
  EXPECT_EQ(iso_date(2451545), "2000-01-01");
  EXPECT_EQ(iso_date(2299161), "1582-10-15");
  EXPECT_EQ(iso_date(2299160), "1582-10-14");
  EXPECT_EQ(iso_date(1721060), "0000-01-01");
  EXPECT_EQ(iso_date(1721059), "-0001-12-31");
}

TEST(CalendarDays, GoRoundInSixty) {
  EXPECT_EQ(cycle_name(cycle_of_day(2451545)), "戊午");
  EXPECT_EQ(cycle_name(0), "甲子");
  EXPECT_EQ(cycle_of(9, 11), 59);
  EXPECT_EQ(cycle_of(0, 1), std::nullopt);
}

TEST(ReignEras, ARowGivesYearsAndMonths) {
  const auto eras = read_reign_eras(
      "# a comment\n4\t清/大清\t高宗\t乾隆\t2355163\t2377074\t1:52:2355163:1-2+2-ab{31} "
      "2:53:2355500:L-I\n",
      "");
  ASSERT_TRUE(eras);
  const ReignEra& era = eras->front();
  EXPECT_EQ(era.names.front(), U"乾隆");
  EXPECT_EQ(era.year_cycle(1), 52);
  EXPECT_EQ(era.year_of_cycle(53), 2);
  EXPECT_EQ(era.year_days(1), (DayRange{2355163, 2355163 + 29 + 30 + 29 + 30 + 31 - 1}));
  EXPECT_EQ(era.year_days(3), std::nullopt);
  EXPECT_EQ(era.find_month(1, 2, MonthKind::leap)->days.first, 2355163 + 59);
  EXPECT_EQ(era.find_month(2, 1, MonthKind::wu_first)->days.first, 2355529);
  EXPECT_EQ(era.find_month(1, 3, MonthKind::plain), nullptr);
}

TEST(ReignEras, RowsThatAreNotUnderstoodAreRefused) {
  for (const char* row : {"",
                          "4\t清\t\t乾隆\t1\t2",
                          "4\t清\t\t乾隆\t1\t2\t1:52:1:?",
                          "4\t清\t\t乾隆\t1\t2\t1:52:1:+",
                          "4\t清\t\t乾隆\t1\t2\t1:52",
                          "4\t清\t\t\t1\t2\t1:52:1:1"}) {
    const auto eras = read_reign_eras(row, "eras.tsv");
    ASSERT_FALSE(eras) << row;
    EXPECT_EQ(eras.error().code, ErrorCode::wrong_model);
  }
}

}  // namespace
}  // namespace wenlan
