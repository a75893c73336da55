// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/assemble_transcript.h"

#include <gtest/gtest.h>

namespace wenlan {
namespace {

// A column 20 pixels wide and 100 long, at (300, 50) of the clean page.
LinePlace place() {
  return {{1, 0, 300, 0, 1, 50}, 100, 0, 20, true};
}

ReadGlyph glyph(const std::string& text, float begin, float confidence = 0.9F) {
  return {text, begin, begin + 0.2F, confidence, {}, false};
}

std::string written(const Transcript& transcript, std::size_t glyph_index) {
  return std::string(text_of(transcript.text, transcript.glyphs[glyph_index].span));
}

TEST(AssembleTranscript, LinesAreJoinedAndSpansCoverThem) {
  const std::vector<LineReading> lines{{{{glyph("天", 0), glyph("地", 0.2F)}}, place()},
                                       {{{glyph("人", 0)}}, place()}};
  const Transcript transcript = assemble_transcript(lines, {}, {});
  EXPECT_EQ(transcript.text, "天地\n人");
  EXPECT_EQ(text_of(transcript.text, transcript.lines[0].span), "天地");
  EXPECT_EQ(text_of(transcript.text, transcript.lines[1].span), "人");
  ASSERT_EQ(transcript.glyphs.size(), 3U);
  EXPECT_EQ(written(transcript, 1), "地");
  EXPECT_EQ(transcript.glyphs[2].line, 1U);
  EXPECT_FLOAT_EQ(transcript.lines[0].confidence, 0.9F);
}

TEST(AssembleTranscript, BoxesLieOnTheScan) {
  // The clean page is the scan at half size.
  const Placement placement = Placement::from_scan_to_clean({0.5, 0, 0, 0, 0.5, 0});
  const Transcript transcript =
      assemble_transcript({{{{glyph("天", 0.5F)}}, place()}}, placement, {});
  EXPECT_EQ(transcript.glyphs[0].box, (Box<ScanSpace>{600, 200, 40, 40}));
}

TEST(AssembleTranscript, WhatIsTooDoubtfulIsWrittenAsTheGetaMark) {
  const Transcript transcript = assemble_transcript({{{{glyph("天", 0, 0.01F)}}, place()}}, {}, {});
  EXPECT_EQ(transcript.text, "〓");
  ASSERT_EQ(transcript.glyphs[0].alternatives.size(), 1U);
  EXPECT_EQ(transcript.glyphs[0].alternatives[0].text, "天");
}

TEST(AssembleTranscript, ALineOfWhichNothingIsSureKeepsEveryPlaceAndEveryGuess) {
  ReadGlyph first = glyph("天", 0, 0.05F);
  first.alternatives = {{"夫", 0.04F}, {"夭", 0.03F}, {"大", 0.02F}, {"太", 0.01F}, {"犬", 0.002F}};
  const Transcript transcript = assemble_transcript(
      {{{{first, glyph("地", 0.3F, 0.01F), glyph("人", 0.6F, 0)}}, place()}}, {}, {});
  EXPECT_EQ(transcript.text, "〓〓〓");
  ASSERT_EQ(transcript.glyphs.size(), 3U);
  EXPECT_EQ(transcript.glyphs[0].alternatives.size(), 6U);
  EXPECT_EQ(transcript.glyphs[0].alternatives[0], (Alternative{"天", 0.05F}));
  EXPECT_EQ(transcript.glyphs[0].alternatives[5], (Alternative{"犬", 0.002F}));
  for (const Glyph& glyph : transcript.glyphs) EXPECT_FALSE(glyph.box.empty());
}

TEST(AssembleTranscript, SpacesAreTextBetweenGlyphs) {
  ReadGlyph second = glyph("b", 0.2F);
  second.space_before = true;
  const Transcript transcript = assemble_transcript({{{{glyph("a", 0), second}}, place()}}, {}, {});
  EXPECT_EQ(transcript.text, "a b");
  EXPECT_EQ(written(transcript, 1), "b");
}

TEST(AssembleTranscript, AMarkThatComposesIsPartOfTheCharacterBefore) {
  const Transcript transcript =
      assemble_transcript({{{{glyph("e", 0), glyph("\u0301", 0.2F)}}, place()}}, {}, {});
  EXPECT_EQ(transcript.text, "\u00e9");
  ASSERT_EQ(transcript.glyphs.size(), 1U);
  EXPECT_FLOAT_EQ(transcript.glyphs[0].box.height, 40);
}

}  // namespace
}  // namespace wenlan
