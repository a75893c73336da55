// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag/date_grammar.h"

#include <filesystem>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/file.h"
#include "engine/base/utf8.h"

namespace wenlan {
namespace {

const DateGrammar& grammar() {
  static const DateGrammar shipped = [] {
    const auto file = std::filesystem::path(WENLAN_SOURCE_DIR) / "models/tagger/eras.tsv";
    return DateGrammar(read_reign_eras(read_file(file).value(), "eras.tsv").value());
  }();
  return shipped;
}

// "words first_day..last_day" of the dates in a text.
std::vector<std::string> dates_in(std::string_view utf8) {
  const std::u32string text = to_code_points(utf8);
  std::vector<std::string> told;
  for (const DateSpan& span : grammar().dates_in(text))
    told.push_back(to_utf8(std::u32string_view(text).substr(span.begin, span.end - span.begin)) +
                   " " + span.date.first_day + ".." + span.date.last_day);
  return told;
}

DateSpan only_date_in(std::string_view utf8) {
  const auto spans = grammar().dates_in(to_code_points(utf8));
  EXPECT_EQ(spans.size(), 1U) << utf8;
  return spans.empty() ? DateSpan{} : spans.front();
}

using testing::ElementsAre;
using testing::IsEmpty;

TEST(DateGrammar, AYearOfAnEraIsItsDays) {
  EXPECT_THAT(dates_in("乾隆元年重修"), ElementsAre("乾隆元年 1736-02-12..1737-01-30"));
  EXPECT_THAT(dates_in("乾隆二十有三年"), ElementsAre("乾隆二十有三年 1758-02-08..1759-01-28"));
}

TEST(DateGrammar, AMonthAndADayAreFoundInTheCalendar) {
  EXPECT_THAT(dates_in("康熙六十一年十一月十三日上崩"),
              ElementsAre("康熙六十一年十一月十三日 1722-12-20..1722-12-20"));
  EXPECT_THAT(dates_in("道光二十二年七月二十四日"),
              ElementsAre("道光二十二年七月二十四日 1842-08-29..1842-08-29"));
  EXPECT_THAT(dates_in("光緒三十四年十月"), ElementsAre("光緒三十四年十月 1908-10-25..1908-11-23"));
}

TEST(DateGrammar, ADayOfTheCycleIsPlacedInItsMonth) {
  const DateSpan date = only_date_in("唐武德九年六月庚申");
  EXPECT_EQ(date.date.first_day, "0626-07-05");
  EXPECT_EQ(date.date.dynasty, "唐");
  EXPECT_EQ(date.date.day, 4);
  EXPECT_EQ(date.date.cycle_day, "庚申");
}

TEST(DateGrammar, LeapMonthsAreTheirOwn) {
  const DateSpan date = only_date_in("崇禎十七年");
  EXPECT_EQ(date.date.era_year, 17);
  EXPECT_TRUE(only_date_in("光緒二十六年閏八月初三日").date.leap_month);
  EXPECT_EQ(only_date_in("光緒二十六年閏八月初三日").date.first_day, "1900-09-26");
}

TEST(DateGrammar, TheDynastyBeforeAnEraDecidesWhichOneItIs) {
  EXPECT_EQ(only_date_in("漢建元二年").date.first_day.substr(0, 5), "-0139");
  EXPECT_EQ(only_date_in("齊建元二年").date.first_day.substr(0, 4), "0480");
  EXPECT_EQ(only_date_in("後唐長興四年建").date.dynasty, "後唐");
  EXPECT_EQ(only_date_in("宋元嘉二年建").date.dynasty, "劉宋");
  EXPECT_GT(only_date_in("齊建元二年").confidence, only_date_in("建元二年").confidence);
}

TEST(DateGrammar, AnEmperorBelongsToTheDate) {
  EXPECT_THAT(dates_in("至宋仁宗慶曆四年春滕子京謫守巴陵郡"),
              ElementsAre("宋仁宗慶曆四年 1044-02-08..1045-01-26"));
}

TEST(DateGrammar, ACycleYearStandsForTheNumber) {
  EXPECT_EQ(only_date_in("國朝康熙丙午歲").date.era_year, 5);
  EXPECT_EQ(only_date_in("康熙三十一年歲次壬申孟夏").date.month, 4);
}

TEST(DateGrammar, VariantsAndSimplifiedFormsAreTheSame) {
  EXPECT_THAT(dates_in("正徳二年"), ElementsAre("正徳二年 1507-01-23..1508-02-10"));
  EXPECT_THAT(dates_in("万历四十八年七月"), ElementsAre("万历四十八年七月 1620-07-29..1620-08-27"));
}

TEST(DateGrammar, TheRepublicCountsByTheCommonCalendar) {
  EXPECT_THAT(dates_in("民國二十三年五月四日"),
              ElementsAre("民國二十三年五月四日 1934-05-04..1934-05-04"));
}

TEST(DateGrammar, AnEraAloneIsADateWhereNothingElseCanBeMeant) {
  EXPECT_THAT(dates_in("國朝乾隆間重建"), ElementsAre("國朝乾隆 1736-02-12..1796-02-08"));
  EXPECT_THAT(dates_in("開元寺在縣西"), IsEmpty());
  EXPECT_THAT(dates_in("永樂縣"), IsEmpty());
  EXPECT_THAT(dates_in("天下太平"), IsEmpty());
}

TEST(DateGrammar, AYearTheEraDoesNotHaveIsNoCertainDate) {
  const DateSpan date = only_date_in("康熙七十年");
  EXPECT_EQ(date.date.first_day, "");
  EXPECT_LT(date.confidence, 0.7F);
}

TEST(DateGrammar, OfErasWithOneNameTheOneBooksWriteOfIsMeant) {
  EXPECT_EQ(only_date_in("乾德五年").date.dynasty, "北宋");
  EXPECT_EQ(only_date_in("元嘉二年").date.dynasty, "劉宋");
  EXPECT_EQ(only_date_in("紹興九年").date.dynasty, "南宋");
  EXPECT_EQ(grammar().dates_in(to_code_points("前蜀乾德四年，乾德五年")).back().date.dynasty,
            "前蜀");
}

TEST(DateGrammar, OnlyACertainDateSpeaksForTheNext) {
  const auto dates = grammar().dates_in(to_code_points("天禧中建紹興九年修"));
  ASSERT_EQ(dates.size(), 2U);
  EXPECT_EQ(dates[0].date.dynasty, "北宋");
  EXPECT_EQ(dates[1].date.dynasty, "南宋");
}

TEST(DateGrammar, WordsThatAreNoDatesStayOut) {
  EXPECT_THAT(dates_in("元年春王正月"), IsEmpty());
  EXPECT_THAT(dates_in("永樂三四年"), ElementsAre("永樂 1403-02-01..1425-01-28"));
  EXPECT_THAT(dates_in("國家中興時"), IsEmpty());
  EXPECT_THAT(dates_in(""), IsEmpty());
}

std::u32string numeral(int number) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  std::u32string words;
  if (number >= 20) words += kDigits[number / 10];
  if (number >= 10) words += U'十';
  if (number % 10 > 0) words += kDigits[number % 10];
  return words;
}

// Every 31st month of the table, written out and read back.
TEST(DateGrammar, MonthsOfAllErasAreReadBackAsTheyStandInTheTable) {
  const auto file = std::filesystem::path(WENLAN_SOURCE_DIR) / "models/tagger/eras.tsv";
  const auto eras = read_reign_eras(read_file(file).value(), "eras.tsv").value();
  int count = 0, read_back = 0;
  for (const ReignEra& era : eras)
    for (const EraMonth& month : era.months) {
      if (++count % 31 != 0 || month.kind == MonthKind::second_leap) continue;
      // 初始 had two eleventh months, by the calendar of Han and by that of Wang Mang.
      if (era.find_month(month.year, month.month, month.kind) != &month) continue;
      const std::u32string text =
          era.dynasty_words[0] + (era.emperors.empty() ? U"" : era.emperors.front()) +
          era.names[0] + numeral(month.year) + U"年" +
          (month.kind == MonthKind::leap ? U"閏" : U"") +
          (month.kind == MonthKind::wu_twelfth                  ? U"臘"
           : month.month == 1 && month.kind == MonthKind::plain ? U"正"
                                                                : numeral(month.month)) +
          U"月朔日";
      ++read_back;
      const auto dates = grammar().dates_in(text);
      ASSERT_EQ(dates.size(), 1U) << to_utf8(text);
      EXPECT_EQ(dates[0].end - dates[0].begin, text.size()) << to_utf8(text);
      EXPECT_EQ(dates[0].date.first_day, iso_date(month.days.first)) << to_utf8(text);
      EXPECT_EQ(dates[0].date.last_day, dates[0].date.first_day) << to_utf8(text);
    }
  EXPECT_GT(read_back, 1000);
}

}  // namespace
}  // namespace wenlan
