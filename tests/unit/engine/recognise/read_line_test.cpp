// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/read_line.h"

#include <utility>

#include <gtest/gtest.h>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

// Reads every line as the same text; counts how often it is asked.
class Says : public LineRecogniser {
 public:
  Says(std::string_view text, float confidence, int& asked)
      : text_(to_code_points(text)), confidence_(confidence), asked_(asked) {}
  Result<ReadLine> read(const LineImage& /*line*/) const override {
    ++asked_;
    ReadLine line;
    for (const char32_t c : text_)
      line.glyphs.push_back({to_utf8(c), 0, 1, confidence_, {}, false});
    return line;
  }
  std::string model() const override { return "says"; }

 private:
  std::u32string text_;
  float confidence_;
  int& asked_;
};

struct Heard {
  std::string text;
  int asked[3] = {};
};

using Saying = std::pair<std::string_view, float>;

Heard hear(Saying main, Saying second, Saying third, bool vertical = false) {
  Heard heard;
  Recognisers recognisers;
  recognisers.main = std::make_unique<Says>(main.first, main.second, heard.asked[0]);
  recognisers.others.push_back(std::make_unique<Says>(second.first, second.second, heard.asked[1]));
  recognisers.others.push_back(std::make_unique<Says>(third.first, third.second, heard.asked[2]));
  const cv::Mat page(500, 500, CV_8UC3, cv::Scalar::all(255));
  const Box<CleanSpace> box =
      vertical ? Box<CleanSpace>{100, 20, 40, 400} : Box<CleanSpace>{20, 100, 400, 40};
  const auto read = read_line(page, outline_of(box), vertical, recognisers);
  for (const auto& glyph : read->text.glyphs) heard.text += glyph.text;
  return heard;
}

TEST(ReadLine, ARowReadWellAsChineseIsShownToNoOther) {
  const Heard heard = hear({"東鄉渠", .9F}, {"xx", .99F}, {"ཀཁ", .99F});
  EXPECT_EQ(heard.text, "東鄉渠");
  EXPECT_EQ(heard.asked[1], 0);
}

TEST(ReadLine, ChineseWithLatinWordsStaysWhole) {
  EXPECT_EQ(hear({"ONNX Runtime辨識", .9F}, {"ONNX Runtime #7", .97F}, {"", 0}).text,
            "ONNX Runtime辨識");
}

TEST(ReadLine, ALatinRowIsReadByTheNext) {
  const Heard heard = hear({"The rlver", .9F}, {"The river", .96F}, {"1]6 11", .99F});
  EXPECT_EQ(heard.text, "The river");
  EXPECT_EQ(heard.asked[2], 0);
}

TEST(ReadLine, FurtherOnesAreHeardInAnotherScriptAlone) {
  EXPECT_EQ(hear({"", 0}, {"qaquey gar", .9F}, {"བོད་ཡིག", .99F}).text, "བོད་ཡིག");
  EXPECT_EQ(hear({"", 0}, {"The river", .9F}, {"1]6 11]", .99F}).text, "The river");
  EXPECT_EQ(hear({"55", .76F}, {"qa", .7F}, {"བོད་ཡིག", .99F}).text, "བོད་ཡིག");
  EXPECT_EQ(hear({"", 0}, {"", 0}, {"ཇོ", .99F}).text, "");  // a piece of a stroke
}

TEST(ReadLine, ColumnsAreReadByTheMainOne) {
  const Heard heard = hear({"一", .1F}, {"xx", .99F}, {"ཀཁ", .99F}, true);
  EXPECT_EQ(heard.text, "一");
  EXPECT_EQ(heard.asked[1] + heard.asked[2], 0);
}

}  // namespace
}  // namespace wenlan
