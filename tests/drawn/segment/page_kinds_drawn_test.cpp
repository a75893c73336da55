// SPDX-License-Identifier: GPL-3.0-or-later
// One small page of each kind, from its ink to its regions.
#include <gmock/gmock.h>

#include "tests/drawn/segment/drawn_scan.h"

namespace wenlan {
namespace {

std::string repeated(std::string_view row, int times) {
  std::string rows;
  for (int i = 0; i < times; ++i) rows += std::string(row) + "\n";
  return rows;
}

TEST(PageKinds, AnUnruledLeaf) {
  EXPECT_EQ(DrawnScan("\n" + repeated("..EE.DD.CC.BB.AA..", 14)).read(), "text A B C D E");
}

TEST(PageKinds, ARuledLeafWithNotes) {
  EXPECT_EQ(DrawnScan(repeated("..-----------------..", 1) + repeated("..!EE!DD!CC!BB!AA!..", 8) +
                      repeated("..!EE!DD!gf!BB!AA!..", 6) + repeated("..-----------------..", 1))
                .read(),
            "text A B C(f/g) D E");
}

TEST(PageKinds, ASpreadIsReadFromItsRightHalf) {
  EXPECT_EQ(DrawnScan(repeated("..HH.GG.FF.EE....DD.CC.BB.AA..", 14)).folded().read(),
            "text A B C D; text E F G H");
}

TEST(PageKinds, TwoRegisters) {
  EXPECT_EQ(DrawnScan(repeated(".EE.DD.CC.BB.AA.", 14) + ".---------------.\n" +
                      repeated(".KK.JJ.HH.GG.FF.", 14))
                .read(),
            "text A B C D E; text F G H J K");
}

TEST(PageKinds, TheLastRegisterMayHoldTwoColumns) {
  EXPECT_EQ(DrawnScan(repeated(".KK.JJ.HH.GG.FF.EE.DD.CC.BB.AA.", 14) +
                      repeated("...............................", 3) +
                      repeated(".........................MM.LL.", 14))
                .read(),
            "text A B C D E F G H J K; text L M");
}

constexpr std::string_view kFoldLeft = "t.EE.DD.CC.BB.AA..", kFoldRight = "..EE.DD.CC.BB.AA.t";

TEST(PageKinds, AFoldStripAtTheLeftEdge) {
  EXPECT_EQ(DrawnScan(repeated(kFoldLeft, 4) + repeated("..EE.DD.CC.BB.AA..", 6) +
                      repeated("u.EE.DD.CC.BB.AA..", 2) + repeated("..EE.DD.CC.BB.AA..", 2))
                .read(),
            "text A B C D E; fold-strip tu");
}

TEST(PageKinds, AFoldStripAtTheRightEdge) {
  EXPECT_EQ(DrawnScan(repeated(kFoldRight, 4) + repeated("..EE.DD.CC.BB.AA..", 6) +
                      repeated("..EE.DD.CC.BB.AA.u", 2) + repeated("..EE.DD.CC.BB.AA..", 2))
                .read(),
            "text A B C D E; fold-strip tu");
}

TEST(PageKinds, AFoldStripBetweenTheHalvesOfAnUnfoldedLeaf) {
  EXPECT_EQ(
      DrawnScan(
          repeated(".GG.FF.EE.DD....CC.BB.AA.", 1) + repeated(".GG.FF.EE.DD.t..CC.BB.AA.", 4) +
          repeated(".GG.FF.EE.DD....CC.BB.AA.", 1) + repeated(".GG.FF.EE.DD.#..CC.BB.AA.", 1) +
          repeated(".GG.FF.EE.DD....CC.BB.AA.", 4) + repeated(".GG.FF.EE.DD.u..CC.BB.AA.", 2) +
          repeated(".GG.FF.EE.DD....CC.BB.AA.", 2))
          .read(),
      "text A B C D E F G; fold-strip tu");
}

TEST(PageKinds, ModernRows) {
  const DrawnScan page(
      "..................\n.AAAAAAAAAAAAAAA..\n..................\n"
      ".BBBBBBBBBBBBBBB..\n..................\n.CCCCCCCC.........\n");
  EXPECT_EQ(page.laid_out().regions.at(0).mode, WritingMode::horizontal_ltr);
  EXPECT_EQ(page.read(), "text A B C");
}

TEST(PageKinds, HeadNotesAboveTheFrame) {
  EXPECT_EQ(DrawnScan(repeated(".......n..m.......", 3) + ".-----------------.\n" +
                      repeated("..EE.DD.CC.BB.AA..", 14))
                .read(),
            "head-margin m n; text A B C D E");
}

TEST(PageKinds, HeadNotesWithoutAFrame) {
  EXPECT_EQ(DrawnScan(repeated("......n..m........", 3) + repeated("..................", 1) +
                      repeated("..EE.DD.CC.BB.AA..", 14))
                .read(),
            "head-margin m n; text A B C D E");
}

TEST(PageKinds, ColumnsRaisedByOneTwoAndThreeCharactersAreText) {
  EXPECT_EQ(DrawnScan(repeated(".....DD...........", 1) + repeated(".....DD.CC........", 1) +
                      repeated(".....DD.CC.BB.....", 1) + repeated("..EE.DD.CC.BB.AA..", 14))
                .read(),
            "text A B C D E");
}

TEST(PageKinds, SideNotesInBlackBetweenColumns) {
  EXPECT_EQ(DrawnScan(repeated("..EEEE...DDDD...CCCC...BBBB...AAAA..", 4) +
                      repeated("..EEEE...DDDD...CCCC.s.BBBB...AAAA..", 6) +
                      repeated("..EEEE...DDDD...CCCC...BBBB...AAAA..", 14))
                .read(),
            "text A B C D E; side-note s");
}

TEST(PageKinds, RemarksInRed) {
  const DrawnScan page(repeated("....m.............", 3) + repeated("..EE.DD.CC.BB.AA..", 4) +
                           repeated("..EErDD.CC.BB.AA..", 6) + repeated("..EE.DD.CC.BB.AA..", 4),
                       "mr");
  EXPECT_EQ(page.read(), "text A B C D E; head-margin m; side-note r");
}

TEST(PageKinds, CirclesInRedBelongToTheColumnOnTheirLeft) {
  const DrawnScan page(repeated("..EE.DDoCCoBB.AAo.", 4) + repeated("..EE.DD.CC.BB.AA..", 10));
  EXPECT_EQ(page.read(), "text A B C D E");
  const Layout layout = page.laid_out();
  ASSERT_EQ(layout.marks.size(), 12U);
  EXPECT_EQ(layout.marks[0].line, layout.lines[0].id);
  EXPECT_EQ(layout.marks[4].line, layout.lines[2].id);
  EXPECT_EQ(layout.marks[8].line, layout.lines[3].id);
}

TEST(PageKinds, ASealOverTheText) {
  EXPECT_EQ(DrawnScan(repeated("..EE.DD.CC.BB.AA..", 14)).sealed(11, 9).read(),
            "text A B C D E; seal");
}

TEST(PageKinds, ACoverHasAFewLargeColumns) {
  const DrawnScan page(repeated("..........", 2) + repeated("...TTTTT..", 12) +
                       repeated("..........", 2));
  EXPECT_EQ(page.laid_out().kind, PageKind::cover);
}

TEST(PageKinds, AMapIsAPictureWithLabels) {
  const DrawnScan page(repeated("%%%%%%%%%%%%%%%%%%", 4) + repeated("%%%..A..%%%%%%%%%%", 2) +
                       repeated("%%%%%%%%%%%%..B..%", 2) + repeated("%%%%%%%%%%%%%%%%%%", 8));
  const Layout layout = page.laid_out();
  EXPECT_EQ(layout.kind, PageKind::picture);
  for (const Line& line : layout.lines) EXPECT_EQ(line.stream, Stream::other);
}

TEST(PageKinds, APictureWithoutAWord) {
  EXPECT_EQ(DrawnScan(repeated("%%%%%%%%%%%%%%%%%%", 16)).laid_out().kind, PageKind::picture);
}

TEST(PageKinds, ABlankLeafMayBearASeal) {
  EXPECT_EQ(DrawnScan(repeated("..................", 16)).blank().read(), "");
  const DrawnScan sealed = DrawnScan(repeated("..................", 16)).blank().sealed(5, 5);
  EXPECT_EQ(sealed.laid_out().kind, PageKind::blank);
  EXPECT_EQ(sealed.read(), "seal");
}

}  // namespace
}  // namespace wenlan
