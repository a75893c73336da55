// SPDX-License-Identifier: GPL-3.0-or-later
// What a newspaper's sheet is put together from, while rows and columns are settled.
#pragma once

#include <vector>

#include "engine/segment/extent.h"
#include "engine/segment/line_detector.h"
#include "engine/segment/printed_rules.h"

namespace wenlan {

enum class Shape { column, row, character };

// By its sides: a character is hardly longer than wide.
Shape shape_of(const Box<CleanSpace>& box);

// Clockwise from the top left.
Polygon<CleanSpace> outline_of(const Extent& extent);

// A line, or a row put together from pieces.
struct Piece {
  Shape shape = Shape::column;
  Extent extent;
  Polygon<CleanSpace> outline;
  float confidence = 1;

  bool is_row() const { return shape == Shape::row; }
  bool is_column() const { return shape == Shape::column; }
};

struct SheetPieces {
  double unit = 0;  // width of a usual column; measure of all lengths
  std::vector<Piece> pieces;
  PrintedRules rules;
  InkPicture ink;

  bool is_headline(const Piece& piece) const;
};

// The usual width of columns, long ones counting more; 0 without any.
double usual_column_width(const std::vector<DetectedLine>& lines);

// The lines as pieces, and the rules of the picture (CV_8UC3, CleanSpace). Throws cv::Exception
// only.
SheetPieces pieces_of_sheet(const std::vector<DetectedLine>& lines, const cv::Mat& pixels);

// Makes one rectangle of both.
void unite(Piece& piece, const Piece& other);

// Leaves a column above `top` and makes another of what is below `bottom`, unless one would be too
// short.
void cut_column(SheetPieces& sheet, std::size_t column, double top, double bottom);
// The same with a row, between `left` and `right`.
void cut_row(SheetPieces& sheet, std::size_t row, double left, double right);

}  // namespace wenlan
