// SPDX-License-Identifier: GPL-3.0-or-later
// Newspapers drawn in letters: a letter covers the cells of one line, two cells make the width of a
// column; '|' and '-' are rules.
#include <map>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "engine/segment/block_order.h"

namespace wenlan {
namespace {

constexpr double kCell = 10;

void grow(std::map<char, Extent>& lines, char letter, double x, double y) {
  const Extent cell{x + 1, y + 1, x + kCell - 1, y + kCell - 1};
  const auto [line, fresh] = lines.try_emplace(letter, cell);
  if (!fresh) line->second = united(line->second, cell);
}

// Letters in the order in which they are read.
std::string read_sheet(const std::string& picture) {
  std::map<char, Extent> lines;
  PrintedRules rules;
  std::istringstream rows(picture);
  double y = 0;
  for (std::string row; std::getline(rows, row); y += kCell) {
    double x = 0;
    for (std::size_t i = 0; i < row.size(); ++i, x += kCell) {
      const Extent cell{x, y, x + kCell, y + kCell};
      const bool on = i > 0 && row[i - 1] == '-' && !rules.across.empty();
      if (row[i] == '|')
        rules.upright.push_back({x + 4, y, x + 6, y + kCell});
      else if (row[i] == '-' && on)
        rules.across.back().right = cell.right;
      else if (row[i] == '-')
        rules.across.push_back({x, y + 4, cell.right, y + 6});
      else if (row[i] != '.' && row[i] != ' ')
        grow(lines, row[i], x, y);
    }
  }
  // Pieces of an upright rule one below the other are one rule.
  std::vector<Extent> joined;
  for (const auto& piece : rules.upright) {
    bool found = false;
    for (auto& rule : joined)
      if (rule.left == piece.left && rule.bottom == piece.top) {
        rule.bottom = piece.bottom;
        found = true;
      }
    if (!found) joined.push_back(piece);
  }
  rules.upright = joined;
  std::string letters;
  std::vector<Extent> items;
  for (const auto& [letter, extent] : lines) {
    letters += letter;
    items.push_back(extent);
  }
  std::string read;
  for (const auto i : order_blocks(items, rules, 2 * kCell)) read += letters[i];
  return read;
}

TEST(Newspaper, ArticlesOfARegisterAreReadOneByOne) {
  EXPECT_EQ(read_sheet(R"(FFFFFFFFF.|.AAAAAA
FFFFFFFFF.|.AAAAAA
..........|.......
IIi.HH.GG.|.CC.BB.
IIi.HH.GG.|.CC.BB.
IIi.HH.GG.|.CC.BB.
IIi.HH.GG.|.CC.BB.
IIi.HH.GG.|.CC.BB.)")
                .substr(0, 6),
            "ABCFGH");
}

TEST(Newspaper, ARegisterEndsAtTheRuleAcross) {
  EXPECT_EQ(read_sheet(R"(DD.CC.....BB.AA
DD.CC.....BB.AA
DD.CC.....BB.AA
DD.CC.....BB.AA
DD.CC.....BB.AA
---------------
HH.GG.....FF.EE
HH.GG.....FF.EE
HH.GG.....FF.EE
HH.GG.....FF.EE
HH.GG.....FF.EE)"),
            "ABCDEFGH");
}

TEST(Newspaper, TextFlowsRoundATallHeadline) {
  // A and K are as tall as two registers; the text at the right of K is read before what is left.
  EXPECT_EQ(read_sheet(R"(MM.LL.KK.DD.CC.BB.AA
MM.LL.KK.DD.CC.BB.AA
MM.LL.KK.DD.CC.BB.AA
MM.LL.KK.DD.CC.BB.AA
......KK..........AA
PP.NN.KK.GG.FF.EE.AA
PP.NN.KK.GG.FF.EE.AA
PP.NN.KK.GG.FF.EE.AA
PP.NN.KK.GG.FF.EE.AA)"),
            "ABCDEFGKLMNP");
}

TEST(Newspaper, TheNextRegisterRunsOnUnderAShorterHeadline) {
  EXPECT_EQ(read_sheet(R"(DD.CC.BB.AA
DD.CC.BB.AA
DD.CC.BB.AA
DD.CC.BB.AA
......BB...
GG.FF.BB.EE
GG.FF.BB.EE
GG.FF.BB.EE
GG.FF.BB.EE
...........
LL.KK.JJ.HH
LL.KK.JJ.HH
LL.KK.JJ.HH
LL.KK.JJ.HH)"),
            "AEBCDFGHJKL");
}

TEST(Newspaper, HeadlinesSideBySideStayWithTheirColumns) {
  // Little room between the headlines, more between the columns of the two articles.
  EXPECT_EQ(read_sheet(R"(EEEEEEEE.AAAAAAAAA
EEEEEEEE.AAAAAAAAA
..................
..................
GG.FF....DD.CC.BB.
GG.FF....DD.CC.BB.
GG.FF....DD.CC.BB.
GG.FF....DD.CC.BB.
GG.FF....DD.CC.BB.
GG.FF....DD.CC.BB.)"),
            "ABCDEFG");
}

TEST(Newspaper, ADateLineAboveAnAdvertIsReadFirst) {
  // The frame of the advert makes a cut between it and the article; the date line is no part of it.
  EXPECT_EQ(read_sheet(R"(......AAAAAAA..........
.......................
.......................
...............BBBBBBB.
...............BBBBBBB.
|.FF..EEE...|..........
|.FF..EEE...|..DD.CC.CC
|.FF..EEE...|..DD.CC.CC
|.FF..EEE...|..DD.CC.CC
|.FF..EEE...|..DD.CC.CC
|.FF..EEE...|..DD.CC.CC
.......................
.......................
.....JJ.II.HHH.GG.LL.KK
.....JJ.II.HHH.GG.LL.KK
.....JJ.II.HHH.GG.LL.KK
.....JJ.II.HHH.GG.LL.KK)")
                .substr(0, 2),
            "AB");
}

}  // namespace
}  // namespace wenlan
