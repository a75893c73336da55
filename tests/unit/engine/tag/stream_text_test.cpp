// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag/stream_text.h"

#include <optional>

#include <gtest/gtest.h>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

struct Drawn {
  Transcript transcript;
  Layout layout;

  void add(Stream stream, std::string_view text, std::optional<int> segment = {}) {
    if (!layout.lines.empty()) transcript.text += '\n';
    const auto begin = static_cast<std::uint32_t>(transcript.text.size());
    transcript.text += text;
    transcript.lines.push_back({{begin, static_cast<std::uint32_t>(text.size())}, 1});
    Line line;
    line.stream = stream;
    line.note_segment = segment;
    layout.lines.push_back(line);
  }
  std::vector<StreamText> texts() const { return stream_texts(transcript, layout); }
};

TEST(StreamText, MainTextRunsOnAcrossNotesAndLineEnds) {
  Drawn page;
  page.add(Stream::main, "知縣王");
  page.add(Stream::note, "江西", 1);
  page.add(Stream::note, "人", 1);
  page.add(Stream::main, "守仁");
  page.add(Stream::running_title, "縣志");
  const auto texts = page.texts();
  ASSERT_EQ(texts.size(), 3U);
  EXPECT_EQ(to_utf8(texts[0].characters), "知縣王守仁");
  EXPECT_EQ(to_utf8(texts[1].characters), "江西人");
  EXPECT_EQ(to_utf8(texts[2].characters), "縣志");
}

TEST(StreamText, ASpanGoesOverALineEndButNotOverANote) {
  Drawn page;
  page.add(Stream::main, "知縣王");
  page.add(Stream::main, "守　仁");
  page.add(Stream::note, "江西", 1);
  page.add(Stream::main, "公");
  const StreamText main = page.texts()[0];
  const std::string& text = page.transcript.text;
  EXPECT_EQ(text_of(text, unbroken_span(main, text, 2, 5)), "王\n守　仁");
  EXPECT_EQ(text_of(text, unbroken_span(main, text, 3, 6)), "守　仁");
}

TEST(StreamText, AHeadlineStandsAlone) {
  Drawn page;
  page.layout.regions.push_back({"r1", RegionKind::headline, {}, WritingMode::horizontal_rtl, 1});
  page.add(Stream::main, "要聞");
  page.layout.lines[0].region = "r1";
  page.add(Stream::main, "昨日");
  EXPECT_EQ(page.texts().size(), 2U);
}

TEST(StreamText, AnEmptyPageHasNoTexts) {
  EXPECT_TRUE(Drawn{}.texts().empty());
}

}  // namespace
}  // namespace wenlan
