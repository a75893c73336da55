// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/schema/stream_text.h"

#include <gtest/gtest.h>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

struct LineOf {
  Stream stream;
  std::string text;
  std::uint16_t region = 0;
};

PageText page_of(const std::vector<LineOf>& lines) {
  PageText page;
  for (const LineOf& line : lines) {
    if (!page.text.empty()) page.text += '\n';
    page.lines.push_back({{static_cast<std::uint32_t>(page.text.size()),
                           static_cast<std::uint32_t>(line.text.size())},
                          line.stream,
                          line.region,
                          {}});
    page.text += line.text;
  }
  return page;
}

// The search text with breaks as '|'.
std::string text_of_stream(const PageText& page, SearchStream stream, bool after_gap = false) {
  std::u32string text =
      characters_of(split_streams(page, after_gap)[static_cast<std::size_t>(stream)].text.folded);
  for (char32_t& c : text)
    if (c == kBreak) c = U'|';
  return to_utf8(text);
}

TEST(StreamText, MainRunsOnAcrossNotesAndNotesDoNotAcrossMain) {
  const PageText page = page_of({{Stream::main, "山川。"},
                                 {Stream::note, "甲"},
                                 {Stream::note, "乙"},
                                 {Stream::main, "地"},
                                 {Stream::note, "丙"}});
  EXPECT_EQ(text_of_stream(page, SearchStream::main), "山川地");
  EXPECT_EQ(text_of_stream(page, SearchStream::note), "|甲乙|丙");
}

TEST(StreamText, MainBehindTheLastNoteEndsIt) {
  EXPECT_EQ(
      text_of_stream(page_of({{Stream::note, "甲"}, {Stream::main, "山"}}), SearchStream::note),
      "甲|");
  EXPECT_EQ(
      text_of_stream(page_of({{Stream::note, "甲"}, {Stream::main, "。"}}), SearchStream::note),
      "甲");
}

TEST(StreamText, OtherWritingStaysInItsRegion) {
  const PageText page = page_of({{Stream::head_note, "甲", 1},
                                 {Stream::head_note, "乙", 1},
                                 {Stream::head_note, "丙", 2},
                                 {Stream::seal, "丁", 2}});
  EXPECT_EQ(text_of_stream(page, SearchStream::other), "|甲乙|丙|丁");
}

TEST(StreamText, AGapEndsWhatCameBefore) {
  const PageText page = page_of({{Stream::main, "山"}});
  EXPECT_EQ(text_of_stream(page, SearchStream::main, true), "|山");
}

TEST(StreamText, EveryUnitKnowsItsPlace) {
  const PageText page = page_of({{Stream::main, "山，𠀀"}, {Stream::main, "川"}});
  const StreamText main = split_streams(page, false)[0];
  ASSERT_EQ(main.places.size(), main.text.folded.size());
  std::string printed;
  for (const UnitPlace& place : main.places) printed += text_of(page.text, place.span);
  EXPECT_EQ(printed, "山𠀀𠀀川");
  EXPECT_EQ(main.places.back().line, 1U);
}

}  // namespace
}  // namespace wenlan
