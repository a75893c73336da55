// SPDX-License-Identifier: GPL-3.0-or-later
// Where one column changes between single characters and double rows of small ones, as notes of a
// few characters between characters of the text do 音釋: told cell by cell from the ink.
#pragma once

#include <vector>

#include <opencv2/core/mat.hpp>

namespace wenlan {

// A stretch of one kind; rows and columns of the picture given.
struct CellRun {
  int begin = 0, end = 0;  // its ink; end is not part of it
  bool doubled = false;
  int lane = 0;  // the bare column between its two rows; double rows only
};

struct CellRuns {
  std::vector<CellRun> runs;  // from top to bottom, kinds in turn
  double cost = 0;            // comparable between readings of the same column
};

// One upright column, cut into cells by dynamic programming: single characters, of which one comes
// every `step`, and stretches with a bare lane down the middle.
class ColumnCells {
 public:
  // `column` is the ink (255) from edge to edge, `pitch` pixels wide and of any height.
  ColumnCells(const cv::Mat1b& column, double pitch);

  // `step` in pitches, above 0. No runs where there is no ink. Time grows with the height.
  CellRuns runs(double step) const;

 private:
  // Ink without a white row through it, or as much of it as a cut may part.
  struct Piece {
    int begin, end;
    int left = 0, right = 0;  // of its ink
  };
  // A place where the lane may be, and by row, from the top on, what speaks against it there.
  struct Lane {
    int at = 0;
    bool middle = false;
    std::vector<double> cost;  // of a double row
    std::vector<int> inked;    // rows
  };

  void find_pieces(const std::vector<int>& ink);
  void find_sides(const cv::Mat1b& column);
  void part_long(Piece piece, const std::vector<int>& ink);
  Lane lane_at(int at, const cv::Mat1b& column, const std::vector<int>& ink) const;
  double single_cost(std::size_t first, std::size_t last, double step) const;
  double double_cost(std::size_t first, std::size_t last, int& lane) const;
  double white_above(std::size_t piece) const;
  double aside_cost(std::size_t first, std::size_t last) const;

  double pitch_;
  double middle_;  // of the column
  std::vector<Piece> pieces_;
  std::vector<Lane> lanes_;
};

}  // namespace wenlan
