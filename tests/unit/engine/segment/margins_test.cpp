// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/margins.h"

#include <gmock/gmock.h>

namespace wenlan {
namespace {

// Six ruled columns 60 apart from x = 60 on, and what stands in the strip left of them.
struct Leaf {
  std::vector<UprightLine> lines;
  BlockEvidence evidence;

  explicit Leaf(std::vector<UprightLine> strip) : lines(std::move(strip)) {
    for (int i = 0; i < 6; ++i) lines.push_back({0, 1000, 90. + 60 * i, 48});
    for (int i = 0; i < 7; ++i) evidence.rules.push_back({60. + 60 * i, .9});
    evidence.rule_pitch = 60;
  }

  std::vector<MarginRole> roles(double left_edge, double right_edge = 450) const {
    return find_margins(
        lines, lay_out_block(lines, evidence, {}), evidence, {left_edge, right_edge});
  }
};

TEST(Margins, StripCutByTheEdgeIsTheFold) {
  const Leaf leaf({{0, 300, 35, 26}, {600, 660, 35, 26}});
  const auto roles = leaf.roles(20);
  EXPECT_EQ(roles[0].stream, Stream::running_title);
  EXPECT_EQ(roles[1].stream, Stream::running_title);
  EXPECT_EQ(roles[2].stream, Stream::main);
  EXPECT_EQ(roles.back().stream, Stream::main);
}

TEST(Margins, ThePapersEdgeBesideAStripIsNoFrameAroundIt) {
  Leaf leaf({{0, 300, 27, 40}, {600, 660, 27, 40}});
  leaf.lines.resize(3);  // one column of text beside the strip, the others bare
  leaf.lines[2].center = 390;
  leaf.evidence.rules.insert(leaf.evidence.rules.begin(), {15, .9});
  EXPECT_EQ(leaf.roles(12)[0].stream, Stream::running_title);
}

TEST(Margins, ATitleBesideTheSpineOfASpreadIsText) {
  // Short, in pieces, at the edge of its half: like a fold strip, but wide, and on the other side.
  Leaf leaf({{0, 300, 35, 44}, {600, 660, 35, 44}});
  leaf.evidence.rules.clear();
  leaf.evidence.rule_pitch.reset();
  EXPECT_EQ(leaf.roles(10)[0].stream, Stream::running_title);
  const Block block = lay_out_block(leaf.lines, leaf.evidence, {});
  const auto at_spine = find_margins(leaf.lines, block, leaf.evidence, {10, 450, Spine::left});
  for (const auto& role : at_spine) EXPECT_EQ(role.stream, Stream::main);
}

TEST(Margins, AStripIsToldByItsLinesWhereItsColumnReachesFarOut) {
  Leaf leaf({{300, 700, 49, 20}});
  leaf.evidence.rules.clear();
  leaf.evidence.rule_pitch.reset();
  EXPECT_EQ(leaf.roles(-200)[0].stream, Stream::running_title);
}

TEST(Margins, BlackInkFarFromTheMiddleOfTheLeafIsNoFold) {
  Leaf leaf({});
  for (int i = 7; i < 14; ++i) leaf.lines.push_back({0, 1000, 90. + 60 * i, 48});
  const auto stream_with_strip = [&](std::size_t i) {
    Leaf other = leaf;
    other.lines[i].width = 26;
    other.lines[i].bottom = 600;
    other.evidence.solid_ink.push_back({other.lines[i].center, 350});
    return other.roles(0, 2000)[i].stream;
  };
  EXPECT_EQ(stream_with_strip(2), Stream::main);
  EXPECT_EQ(stream_with_strip(6), Stream::running_title);
}

TEST(Margins, TheLastColumnCutByTheEdgeStaysWhereSmallNotesPartItsText) {
  const Leaf leaf({{0, 400, 30, 48}, {405, 440, 30, 30}, {445, 1000, 30, 48}});
  EXPECT_EQ(leaf.roles(5)[0].stream, Stream::main);
}

TEST(Margins, FirstAndLastColumnOfTheTextStay) {
  const Leaf leaf({});
  for (const auto& role : leaf.roles(0)) EXPECT_EQ(role.stream, Stream::main);
}

TEST(Margins, ASpeckAtTheEdgeMakesNoFoldOfTheLastColumn) {
  const Leaf leaf({{1010, 1030, 66, 10, true}});
  for (const auto& role : leaf.roles(60)) EXPECT_EQ(role.stream, Stream::main);
}

TEST(Margins, NarrowPiecesBesideAFishTailAreTheFold) {
  Leaf leaf({{0, 200, 30, 26}, {700, 750, 30, 26}});
  leaf.evidence.rules.clear();
  leaf.evidence.rule_pitch.reset();
  leaf.evidence.solid_ink.push_back({30, 350});
  EXPECT_EQ(leaf.roles(-500)[0].stream, Stream::running_title);
}

TEST(Margins, RulesWithManyColumnsBesideThemAreNoFrame) {
  // Three strokes that happen to stand upright between the first columns of a page without rules.
  Leaf leaf({});
  leaf.evidence.rules = {{330, .9}, {390, .9}, {450, .9}};
  leaf.evidence.rule_pitch.reset();
  for (auto& line : leaf.lines) line.width = line.center < 300 ? 24 : 48;
  for (const auto& role : leaf.roles(30, 500)) EXPECT_NE(role.stream, Stream::running_title);
}

TEST(Margins, BlackInkInColumnsApartIsNoFold) {
  // Two columns of small characters, six columns between them, black ink in both.
  Leaf leaf({});
  for (int i = 7; i < 14; ++i) leaf.lines.push_back({0, 1000, 90. + 60 * i, 48});
  for (const std::size_t i : {2, 10}) {
    leaf.lines[i].width = 26;
    leaf.evidence.solid_ink.push_back({leaf.lines[i].center, 350});
  }
  for (const auto& role : leaf.roles(0, 2000)) EXPECT_EQ(role.stream, Stream::main);
}

TEST(Margins, WhereTheDetectorTellsKindsItsWordCounts) {
  // Two pieces that look like a strip a little, but for the kind seen.
  Leaf leaf({{0, 200, 30, 34}, {700, 750, 30, 34}});
  const auto stream_when = [&](std::optional<WritingKind> kind) {
    for (auto& line : leaf.lines) line.kind = WritingKind::text;
    leaf.lines[0].kind = leaf.lines[1].kind = kind;
    return leaf.roles(-500)[0].stream;
  };
  EXPECT_EQ(stream_when(WritingKind::fold_strip), Stream::running_title);
  EXPECT_EQ(stream_when(WritingKind::text), Stream::main);
}

TEST(Margins, AStripSeenBetweenTwoHalvesNeedsNoFishTail) {
  Leaf leaf({});
  for (int i = 7; i < 12; ++i) leaf.lines.push_back({0, 1000, 90. + 60 * i, 48});
  leaf.lines.push_back({0, 200, 450, 26, false, WritingKind::fold_strip});
  EXPECT_EQ(leaf.roles(-20, 820).back().stream, Stream::running_title);
}

TEST(Margins, ANoteInTheLastColumnStays) {
  const Leaf leaf({{0, 500, 45, 24}, {0, 500, 15, 24}});
  const auto roles = leaf.roles(-200);
  EXPECT_EQ(roles[0].stream, Stream::main);
  EXPECT_EQ(roles[1].stream, Stream::main);
}

TEST(Margins, SmallCharactersAroundAFishTailBetweenTwoHalvesAreTheFold) {
  Leaf leaf({});
  for (int i = 7; i < 12; ++i) leaf.lines.push_back({0, 1000, 90. + 60 * i, 48});
  leaf.lines.push_back({0, 200, 450, 26});
  leaf.lines.push_back({600, 700, 450, 26});
  for (int i = 7; i < 13; ++i) leaf.evidence.rules.push_back({60. + 60 * i, .9});
  EXPECT_EQ(leaf.roles(-20, 820)[leaf.lines.size() - 1].stream, Stream::main);
  leaf.evidence.solid_ink.push_back({450, 300});
  const auto roles = leaf.roles(-20, 820);
  EXPECT_EQ(roles[leaf.lines.size() - 1].stream, Stream::running_title);
  EXPECT_EQ(roles[leaf.lines.size() - 2].stream, Stream::running_title);
  EXPECT_EQ(roles[5].stream, Stream::main);
}

TEST(Margins, ALineOfSmallCharactersFromTopToBottomIsNoFold) {
  Leaf leaf({});
  for (int i = 7; i < 12; ++i) leaf.lines.push_back({0, 1000, 90. + 60 * i, 48});
  leaf.lines.push_back({80, 990, 450, 26});
  for (int i = 7; i < 13; ++i) leaf.evidence.rules.push_back({60. + 60 * i, .9});
  leaf.evidence.solid_ink.push_back({450, 300});
  EXPECT_EQ(leaf.roles(-20, 820).back().stream, Stream::main);
}

// Twelve ruled columns of narrow characters, those of the seventh as wide as the rest.
Leaf leaf_with_wide_fold() {
  Leaf leaf({});
  for (int i = 6; i < 12; ++i) leaf.lines.push_back({0, 1000, 90. + 60 * i, 48});
  for (int i = 7; i < 13; ++i) leaf.evidence.rules.push_back({60. + 60 * i, .9});
  for (auto& line : leaf.lines) line.width = 28;
  return leaf;
}

TEST(Margins, AFishTailToBothSidesOfItsCharactersIsInTheFold) {
  Leaf leaf = leaf_with_wide_fold();
  const std::size_t strip = 6;
  EXPECT_EQ(leaf.roles(-20, 820)[strip].stream, Stream::main);
  leaf.evidence.solid_ink = {{432, 300}, {468, 301}};
  EXPECT_EQ(leaf.roles(-20, 820)[strip].stream, Stream::running_title);
  EXPECT_EQ(leaf.roles(-20, 820)[strip - 1].stream, Stream::main);
}

TEST(Margins, OneBlotBesideACharacterIsNoFishTail) {
  Leaf leaf = leaf_with_wide_fold();
  leaf.evidence.solid_ink = {{432, 300}, {432, 306}};
  for (const auto& role : leaf.roles(-20, 820)) EXPECT_EQ(role.stream, Stream::main);
}

TEST(Margins, TheLastOfColumnsSetFarApartIsText) {
  Leaf leaf({{0, 1000, 30, 28}});
  for (auto& line : leaf.lines) line.width = 28;
  for (const auto& role : leaf.roles(-200, 820)) EXPECT_EQ(role.stream, Stream::main);
}

}  // namespace
}  // namespace wenlan
