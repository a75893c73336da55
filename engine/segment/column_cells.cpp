// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/column_cells.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

// Lengths in pitches.
constexpr double kEdge = .03;   // of the column, where a rule or a neighbour may show
constexpr double kSpeck = .03;  // of ink in a row
constexpr double kLongPiece = .9,
                 kLeastPiece = .12;  // pieces longer are parted where they are thin
constexpr double kThinReach = .15;
constexpr double kThin = .45;  // of the usual ink in a row
constexpr double kLaneReach = .15, kLaneStep = .03, kLaneWidth = .06;
constexpr double kMiddle = .08;                        // from the middle of the column to its lane
constexpr double kTallest = .54, kTallestHalf = 1.05;  // small characters; halves of one as 林
constexpr double kTallestSingle = 1.35, kFlatSingle = .12;
constexpr double kMostWhite = .35;  // above or below a character that counts as its own
constexpr double kWhiteAtEnds = .1;
constexpr double kShortestDouble = .3;

// Costs in natural logarithms of odds, by the rows of ink a grain of which say the same.
constexpr double kGrain = .06;
constexpr double kInkedLane = 2;
constexpr double kTallHalves = 1;
constexpr double kDouble = 2.5;      // of a double row
constexpr double kTooShort = 20;     // for each pitch that it is shorter than can be
constexpr double kBareSingle = 3.5;  // of a single character with nothing at its middle
constexpr double kEdgeAside = .08;   // of the column: what is left of a rule
constexpr double kAside = .14, kWidestAside = .55, kAsideSingle = 4;
constexpr double kStepSpread = .15;  // of the logarithm
constexpr double kMostTooShort = 2.5, kMostTooLong = 6;
constexpr double kWhiteInside = 8, kSomeWhite = .05;  // for each pitch of white in a character

int ink_in(const cv::Mat1b& column, int row, int left, int right) {
  left = std::clamp(left, 0, column.cols);
  right = std::clamp(right, left, column.cols);
  return left < right ? cv::countNonZero(column.row(row).colRange(left, right)) : 0;
}

// Length of the unbroken run of rows with ink between `left` and `right` that each row is in.
std::vector<int> run_lengths(const cv::Mat1b& column, int left, int right) {
  std::vector<int> lengths(column.rows, 0);
  for (int begin = 0; begin < column.rows;) {
    int end = begin;
    while (end < column.rows && ink_in(column, end, left, right) > 0) ++end;
    std::fill(lengths.begin() + begin, lengths.begin() + end, end - begin);
    begin = std::max(end, begin + 1);
  }
  return lengths;
}

}  // namespace

ColumnCells::ColumnCells(const cv::Mat1b& column, double pitch)
    : pitch_(pitch), middle_(column.cols / 2.) {
  cv::Mat1b inner = column.clone();
  const int edge = std::min(column.cols / 2, std::max(1, static_cast<int>(kEdge * pitch)));
  inner.colRange(0, edge) = 0;
  inner.colRange(column.cols - edge, column.cols) = 0;
  std::vector<int> ink(column.rows);
  for (int row = 0; row < column.rows; ++row) {
    ink[row] = ink_in(inner, row, 0, inner.cols);
    if (ink[row] < std::max(1., kSpeck * pitch)) ink[row] = 0;
  }
  find_pieces(ink);
  find_sides(inner);
  for (double off = -kLaneReach; off <= kLaneReach + kLaneStep / 2; off += kLaneStep) {
    const int at = static_cast<int>(std::lround(column.cols / 2. + off * pitch));
    if (lanes_.empty() || lanes_.back().at != at) lanes_.push_back(lane_at(at, inner, ink));
  }
}

void ColumnCells::find_pieces(const std::vector<int>& ink) {
  const int rows = static_cast<int>(ink.size());
  for (int begin = 0; begin < rows;) {
    int end = begin;
    while (end < rows && ink[end] > 0) ++end;
    if (end > begin) part_long({begin, end}, ink);
    begin = std::max(end, begin + 1);
  }
}

void ColumnCells::part_long(Piece piece, const std::vector<int>& ink) {
  if (piece.end - piece.begin <= kLongPiece * pitch_) {
    pieces_.push_back(piece);
    return;
  }
  std::vector<int> sorted(ink.begin() + piece.begin, ink.begin() + piece.end);
  std::nth_element(sorted.begin(), sorted.begin() + sorted.size() / 2, sorted.end());
  const double thin = kThin * sorted[sorted.size() / 2];
  const int reach = static_cast<int>(kThinReach * pitch_);
  for (int row = piece.begin + reach; row + reach < piece.end; ++row) {
    const bool thinnest =
        ink[row] == *std::min_element(ink.begin() + row - reach, ink.begin() + row + reach + 1);
    if (!thinnest || ink[row] >= thin || row - piece.begin <= kLeastPiece * pitch_) continue;
    pieces_.push_back({piece.begin, row});
    piece.begin = row;
  }
  pieces_.push_back(piece);
}

ColumnCells::Lane ColumnCells::lane_at(int at,
                                       const cv::Mat1b& column,
                                       const std::vector<int>& ink) const {
  const int half = std::max(1, static_cast<int>(std::lround(kLaneWidth * pitch_ / 2)));
  const auto left = run_lengths(column, 0, at - half);
  const auto right = run_lengths(column, at + half, column.cols);
  Lane lane{at, std::abs(at - column.cols / 2.) <= kMiddle * pitch_, {0}, {0}};
  for (int row = 0; row < column.rows; ++row) {
    const bool inked = ink[row] > 0 && ink_in(column, row, at - half, at + half) > 0;
    const double run = std::min(left[row], right[row]) / pitch_;
    const bool tall = ink[row] > 0 && !inked && run > kTallest && run < kTallestHalf;
    const double cost = inked ? kInkedLane : tall ? kTallHalves : 0;
    lane.cost.push_back(lane.cost.back() + cost / (kGrain * pitch_));
    lane.inked.push_back(lane.inked.back() + inked);
  }
  return lane;
}

void ColumnCells::find_sides(const cv::Mat1b& column) {
  for (auto& piece : pieces_) {
    cv::Mat1b across;
    cv::reduce(column.rowRange(piece.begin, piece.end), across, 0, cv::REDUCE_MAX);
    const int edge = std::min(across.cols / 2, static_cast<int>(kEdgeAside * pitch_));
    const cv::Rect box = cv::boundingRect(across.colRange(edge, across.cols - edge));
    piece.left = edge + box.x;
    piece.right = edge + box.x + box.width;
  }
}

// Of a character that stands in the right half of the column: a note of a single one.
double ColumnCells::aside_cost(std::size_t first, std::size_t last) const {
  int left = std::numeric_limits<int>::max(), right = 0;
  for (std::size_t i = first; i <= last; ++i) {
    left = std::min(left, pieces_[i].left);
    right = std::max(right, pieces_[i].right);
  }
  const double off = ((left + right) / 2. - middle_) / pitch_;
  return right - left < kWidestAside * pitch_ && off > kAside ? kAsideSingle : 0;
}

// Half of the white between a piece and the one before it; in pitches.
double ColumnCells::white_above(std::size_t piece) const {
  if (piece == 0 || piece == pieces_.size()) return kWhiteAtEnds;
  const double white = (pieces_[piece].begin - pieces_[piece - 1].end) / pitch_;
  return std::min(kMostWhite, white / 2);
}

// Of one character from piece `first` to piece `last`.
double ColumnCells::single_cost(std::size_t first, std::size_t last, double step) const {
  const int begin = pieces_[first].begin, end = pieces_[last].end;
  const double height = (end - begin) / pitch_;
  const double taken = height + white_above(first) + white_above(last + 1);
  const double off = std::log(taken / step) / kStepSpread;
  double cost = std::min(taken < step ? kMostTooShort : kMostTooLong, off * off / 2);
  const bool bare = std::any_of(lanes_.begin(), lanes_.end(), [&](const Lane& lane) {
    return lane.middle && lane.inked[end] == lane.inked[begin];
  });
  if (bare && height > kFlatSingle) cost += kBareSingle;
  cost += aside_cost(first, last);
  for (std::size_t i = first; i < last; ++i) {
    const double white = (pieces_[i + 1].begin - pieces_[i].end) / pitch_;
    cost += kWhiteInside * std::max(0., white - kSomeWhite);
  }
  return cost;
}

// Of a double row from piece `first` to piece `last`, with the lane that suits it best.
double ColumnCells::double_cost(std::size_t first, std::size_t last, int& lane) const {
  const int begin = pieces_[first].begin, end = pieces_[last].end;
  double least = std::numeric_limits<double>::max();
  for (const auto& candidate : lanes_) {
    const double cost = candidate.cost[end] - candidate.cost[begin];
    if (cost >= least) continue;
    least = cost;
    lane = candidate.at;
  }
  return kDouble + least + kTooShort * std::max(0., kShortestDouble - (end - begin) / pitch_);
}

CellRuns ColumnCells::runs(double step) const {
  struct Cell {
    double cost = std::numeric_limits<double>::max();
    std::size_t first = 0;
    bool doubled = false;
    int lane = 0;
  };
  std::vector<Cell> best(pieces_.size() + 1);  // of all pieces before this one
  best[0].cost = 0;
  for (std::size_t end = 1; end <= pieces_.size(); ++end)
    for (std::size_t first = end; first-- > 0;) {
      const double height = (pieces_[end - 1].end - pieces_[first].begin) / pitch_;
      int lane = 0;
      const double doubled = best[first].cost + double_cost(first, end - 1, lane);
      if (doubled < best[end].cost) best[end] = {doubled, first, true, lane};
      if (height > kTallestSingle) continue;
      const double single = best[first].cost + single_cost(first, end - 1, step);
      if (single < best[end].cost) best[end] = {single, first, false, 0};
    }
  CellRuns found{{}, best.back().cost};
  for (std::size_t end = pieces_.size(); end > 0; end = best[end].first) {
    const Cell& cell = best[end];
    const CellRun run{pieces_[cell.first].begin, pieces_[end - 1].end, cell.doubled, cell.lane};
    if (!found.runs.empty() && !run.doubled && !found.runs.back().doubled)
      found.runs.back().begin = run.begin;
    else
      found.runs.push_back(run);
  }
  std::reverse(found.runs.begin(), found.runs.end());
  return found;
}

}  // namespace wenlan
