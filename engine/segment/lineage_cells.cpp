// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/lineage_cells.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <opencv2/core.hpp>

namespace wenlan {
namespace {

using CleanBox = Box<CleanSpace>;

// Of the width of a cell: ink in one row of pixels.
constexpr double kStroke = .15;  // a stroke that leads down holds no more
constexpr double kBeam = .85;    // one that joins brothers holds more, or comes in from a side
constexpr double kBeside = .25;
constexpr double kElbow = .25;  // or from a side to the middle, which holds this at least

// In widths of a usual cell.
constexpr double kMostTrimmed = .9;
constexpr double kLongStroke = .5;  // between two names found as one
constexpr double kLeastCell = .5;
constexpr double kThin = .12;
constexpr double kTurnedDown = .2;

constexpr double kUneven = .25;  // of its length, from its middle to where it turns

constexpr double kMostlyStroke = .7;  // of the rows between two names; the others cross it

// Of a line that is a stroke alone: hardly longer than one character; of its rows.
constexpr double kShort = 1.6;
constexpr double kMostWritten = .15, kLeastStroke = .35;
constexpr double kWornStroke = .6;  // of the rows beyond
constexpr double kBeyond = .15;     // of its width, that the stroke goes on above or below

enum class Look { bare, stroke, beam, writing };

// One row of pixels of a cell.
struct Row {
  Look look = Look::bare;
  int from = 0, to = 0;  // of its ink
  bool goes_on = false;  // there is ink beside the cell: a stroke or rule across
};

Row look_at(const cv::Mat1b& row) {
  Row seen;
  int ink = 0, runs = 0;
  for (int x = 0; x < row.cols; ++x) {
    const bool dark = row(0, x) != 0;
    ink += dark;
    if (dark && ink == 1) seen.from = x;
    runs += dark && (x == 0 || row(0, x - 1) == 0);
    if (dark) seen.to = x + 1;
  }
  if (ink == 0) return seen;
  const bool from_side = row(0, 0) != 0 || row(0, row.cols - 1) != 0;
  if (ink > kBeam * row.cols || (runs == 1 && from_side && ink >= kElbow * row.cols))
    seen.look = Look::beam;
  else
    seen.look = runs == 1 && ink <= kStroke * row.cols ? Look::stroke : Look::writing;
  return seen;
}

cv::Rect area_of(const CleanBox& cell, const InkPicture& picture) {
  return cv::Rect(cv::Point2d(cell.x, cell.y) * picture.scale,
                  cv::Point2d(cell.right(), cell.bottom()) * picture.scale) &
         cv::Rect({0, 0}, picture.dark.size());
}

std::vector<Row> rows_of(const CleanBox& cell, const InkPicture& picture) {
  const cv::Rect area = area_of(cell, picture);
  std::vector<Row> rows;
  if (area.width < 4 || area.height < 4) return rows;
  const int beside = std::max(1, static_cast<int>(kBeside * area.width));
  const cv::Rect wide = cv::Rect(area.x - beside, area.y, area.width + 2 * beside, area.height) &
                        cv::Rect({0, 0}, picture.dark.size());
  for (int y = 0; y < area.height; ++y) {
    const cv::Mat1b row = picture.dark(area).row(y);
    rows.push_back(look_at(row));
    rows.back().goes_on = cv::countNonZero(picture.dark(wide).row(y)) > cv::countNonZero(row);
  }
  return rows;
}

// A worn stroke across that turns down to the name, or a rule: a few rows that go on beside the
// cell, or begin or end where the stroke below them is, which is apart from the name. 十 and 丁 are
// even to both sides.
std::size_t elbow_rows(const std::vector<Row>& rows, std::size_t from, double unit) {
  std::size_t to = from;
  while (to < rows.size() && rows[to].look == Look::writing) ++to;
  const auto across = rows[(from + to) / 2];
  std::size_t foot = to;
  while (foot < rows.size() && rows[foot].look == Look::stroke) ++foot;
  if (to == from || static_cast<double>(to - from) > kThin * unit || foot == rows.size() ||
      rows[foot].look != Look::bare || static_cast<double>(foot - to) < kTurnedDown * unit)
    return 0;
  for (std::size_t i = from; i < to; ++i)
    if (rows[i].goes_on) return to - from;
  const double stroke = (rows[to].from + rows[to].to) / 2.;
  const double middle = (across.from + across.to) / 2.;
  return std::abs(middle - stroke) > kUneven * (across.to - across.from) ? to - from : 0;
}

// How many of the rows, from the first, hold nothing but joining strokes.
std::size_t stroke_rows(const std::vector<Row>& rows, double unit) {
  std::size_t count = 0;
  bool strokes = false;
  while (count < rows.size() && static_cast<double>(count) <= kMostTrimmed * unit) {
    if (rows[count].look == Look::writing) {
      const std::size_t elbow = elbow_rows(rows, count, unit);
      if (elbow == 0) break;
      count += elbow;
      continue;
    }
    strokes = strokes || rows[count].look != Look::bare;
    ++count;
  }
  return strokes ? count : 0;
}

// From one row to another, the latter not included.
struct Stretch {
  std::size_t from = 0, to = 0;
};

// The stretches of writing in a line: apart where a stroke runs for a while.
std::vector<Stretch> names_in(const std::vector<Row>& rows, double unit) {
  std::vector<Stretch> names{{0, rows.size()}};
  for (std::size_t from = 0; from < rows.size();) {
    std::size_t to = from, strokes = 0;
    for (; to < rows.size() && (rows[to].look == Look::stroke || rows[to].look == Look::beam); ++to)
      strokes += rows[to].look == Look::stroke;
    const auto length = static_cast<double>(to - from);
    const bool between = static_cast<double>(from) > kLeastCell * unit &&
                         static_cast<double>(rows.size() - to) > kLeastCell * unit;
    if (between && length > kLongStroke * unit &&
        static_cast<double>(strokes) > kMostlyStroke * length) {
      names.back().to = from;
      names.push_back({to, rows.size()});
    }
    from = std::max(to, from + 1);
  }
  // Where a stroke crosses a rule is no name.
  if (names.size() > 1)
    std::erase_if(names, [&](const Stretch& name) {
      return static_cast<double>(name.to - name.from) < kThin * unit;
    });
  return names;
}

Stretch trimmed(const std::vector<Row>& rows, Stretch name, double unit) {
  const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(name.from);
  const auto end = rows.begin() + static_cast<std::ptrdiff_t>(name.to);
  const std::size_t above = stroke_rows(std::vector<Row>(begin, end), unit);
  const std::size_t below = stroke_rows(
      std::vector<Row>(std::make_reverse_iterator(end), std::make_reverse_iterator(begin)), unit);
  const std::size_t length = name.to - name.from;
  if (static_cast<double>(length) < static_cast<double>(above + below) + kLeastCell * unit)
    return name;
  return {name.from + above, name.to - below};
}

// Is there ink right above or below the line, in most rows, where its outermost one has some?
bool leads_beyond(const Row& edge, const cv::Mat1b& ink, const cv::Rect& line, bool above) {
  if (edge.look != Look::stroke) return false;
  const int reach = std::max(2, static_cast<int>(kBeyond * line.width));
  const cv::Rect beyond = cv::Rect(line.x + edge.from - 1,
                                   above ? line.y - reach : line.br().y,
                                   edge.to - edge.from + 2,
                                   reach) &
                          cv::Rect({0, 0}, ink.size());
  if (beyond.height < reach) return false;
  int inked = 0;
  for (int y = 0; y < beyond.height; ++y) inked += cv::countNonZero(ink(beyond).row(y)) > 0;
  fprintf(
      stderr, "beyond %d of %d above %d at %d %d\n", inked, beyond.height, above, line.x, line.y);
  return inked >= kWornStroke * beyond.height;
}

// Hardly anything but a stroke that goes on beyond the line: where it crosses a rule, or meets
// another. 十 and 丁 end where their lines do.
bool is_stroke_alone(const std::vector<Row>& rows,
                     const InkPicture& picture,
                     const cv::Rect& line) {
  const auto share_of = [&](Look look) {
    const auto count =
        std::count_if(rows.begin(), rows.end(), [&](const Row& row) { return row.look == look; });
    return static_cast<double>(count) / static_cast<double>(rows.size());
  };
  if (share_of(Look::writing) > kMostWritten || share_of(Look::stroke) < kLeastStroke) return false;
  return leads_beyond(rows.front(), picture.dark, line, true) ||
         leads_beyond(rows.back(), picture.dark, line, false);
}

}  // namespace

std::vector<WrittenCell> written_cells(const std::vector<DetectedLine>& lines,
                                       const InkPicture& picture,
                                       double width) {
  std::vector<WrittenCell> cells;
  for (const auto& line : lines) {
    const CleanBox box = bounding_box(line.outline);
    const std::vector<Row> rows = rows_of(box, picture);
    if (rows.empty()) {
      cells.push_back({box, line.confidence});
      continue;
    }
    if (box.height < kShort * width && is_stroke_alone(rows, picture, area_of(box, picture)))
      continue;
    for (const Stretch& name : names_in(rows, width * picture.scale)) {
      const auto [from, to] = trimmed(rows, name, width * picture.scale);
      const auto rows_per_pixel = static_cast<float>(picture.scale);
      CleanBox cell = box;
      cell.y += static_cast<float>(from) / rows_per_pixel;
      cell.height -= static_cast<float>(from + rows.size() - to) / rows_per_pixel;
      cells.push_back({cell, line.confidence});
    }
  }
  return cells;
}

}  // namespace wenlan
