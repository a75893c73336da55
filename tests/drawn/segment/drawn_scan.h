// SPDX-License-Identifier: GPL-3.0-or-later
// Whole pages drawn in letters, laid out from their ink: frame, rules, fish-tails, drawings, red.
#pragma once

#include <string>
#include <string_view>

#include "engine/clean/clean_scan.h"
#include "engine/page/layout.h"
#include "engine/segment/line_detector.h"

namespace wenlan {

// Each letter is a line and covers the cells where it stands; two cells side by side make the width
// of a column, one is a half column or a small line. '-' and '!' are rules across and upright, '#'
// is black all over, '%' a drawing, 'o' a circle in red (the line detector does not see these).
// Small letters after `red` are lines in red. '.' and ' ' are paper.
class DrawnScan {
 public:
  explicit DrawnScan(std::string_view picture, std::string_view red = {});

  // The two halves of a spread meet in the middle.
  DrawnScan& folded();
  // An impression with its upper left corner in that cell.
  DrawnScan& sealed(int column, int row);
  DrawnScan& blank();

  Layout laid_out() const;
  // Its regions in order, parted by "; ": the kind of the region, or the stream of its lines where
  // that is neither text nor note, then the letters, columns parted by ' ', a small note as
  // "(right/left)".
  std::string read() const;

 private:
  struct Letter {
    char name;
    Box<CleanSpace> box;
    bool red;
  };

  void draw(char cell, int x, int y);
  char name_of(const Line& line) const;
  std::string read(const Layout& layout, const Region& region) const;

  CleanPage page_;
  std::vector<Letter> letters_;
};

}  // namespace wenlan
