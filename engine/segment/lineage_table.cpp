// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/lineage_table.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <opencv2/core.hpp>

#include "engine/segment/ruling_lines.h"
#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr std::size_t kFewestCells = 6;
constexpr double kShortCell = 6;      // widths: the height of a usual cell is less
constexpr double kMostWritten = .45;  // of a table: text with short notes in it fills its columns
constexpr double kJoined = .5;        // of the cells that a stroke must lead to
// In widths of a usual cell.
constexpr double kNearest = .2;  // where the stroke is looked for, above and below a cell
constexpr double kFarthest = .9;
constexpr double kOffCenter = .35;
constexpr double kThick = .3;
constexpr double kSameCell = .5;  // centres of pieces of one name
constexpr double kRowGap = .5;    // between two generations at least
constexpr double kMostTrimmed = .8;

// Of the width of a cell: ink in one row of pixels.
constexpr double kStroke = .15;  // a stroke that leads down holds less
constexpr double kBeam = .85;    // one that joins brothers holds more

constexpr double kDrawn = .8;  // of its length, of a stroke
constexpr double kAlone = 2;   // ink around it over that of a stroke with one ragged edge

using CleanBox = Box<CleanSpace>;

std::vector<CleanBox> cells_of(const std::vector<DetectedLine>& lines) {
  std::vector<CleanBox> cells;
  for (const auto& line : lines)
    if (line.confidence >= kDoubtfulLine) cells.push_back(bounding_box(line.outline));
  return cells;
}

// Share of the box around all cells that they fill.
double share_written(const std::vector<CleanBox>& cells) {
  CleanBox all;
  double area = 0;
  for (const auto& cell : cells) {
    all = united(all, cell);
    area += cell.area();
  }
  return area / std::max(1.F, all.area());
}

// Is there a thin upright stroke near x = `center` between the heights? Pixels of the ink picture.
bool has_stroke(const cv::Mat1b& ink, double center, double from, double to, double width) {
  const cv::Rect all({0, 0}, ink.size());
  const cv::Rect area = cv::Rect(cv::Point2d(center - kOffCenter * width, from),
                                 cv::Point2d(center + kOffCenter * width, to)) &
                        all;
  if (area.width < 1 || area.height < 2) return false;
  int drawn = 0;  // columns of pixels
  for (int x = 0; x < area.width; ++x)
    if (cv::countNonZero(ink(area).col(x)) >= kDrawn * area.height) ++drawn;
  const bool alone = cv::countNonZero(ink(area)) < kAlone * (drawn + 1) * area.height;
  return drawn > 0 && drawn <= std::max(2., kThick * width) && alone;
}

// How many rows of pixels, from the given end of the cell, hold nothing but joining strokes.
int stroke_rows(const cv::Mat1b& cell, bool from_top) {
  const int most = std::min(cell.rows, static_cast<int>(kMostTrimmed * cell.cols));
  int rows = 0;
  bool strokes = false;
  for (int i = 0; i < most; ++i) {
    const int y = from_top ? i : cell.rows - 1 - i;
    const int ink = cv::countNonZero(cell.row(y));
    const bool beam = ink > kBeam * cell.cols;
    if (!beam && ink > kStroke * cell.cols) break;
    strokes = strokes || ink > 0;
    rows = i + 1;
  }
  return strokes ? rows : 0;
}

// The cell without the strokes at its ends, which read as 一 and 丁.
CleanBox without_strokes(CleanBox cell, const InkPicture& picture) {
  const cv::Rect area = cv::Rect(cv::Point2d(cell.x, cell.y) * picture.scale,
                                 cv::Point2d(cell.right(), cell.bottom()) * picture.scale) &
                        cv::Rect({0, 0}, picture.dark.size());
  if (area.width < 4 || area.height < 4) return cell;
  const auto above = static_cast<float>(stroke_rows(picture.dark(area), true) / picture.scale);
  const auto below = static_cast<float>(stroke_rows(picture.dark(area), false) / picture.scale);
  if (above + below > cell.height / 2) return cell;
  cell.y += above;
  cell.height -= above + below;
  return cell;
}

std::vector<std::vector<std::size_t>> generations_of(const std::vector<CleanBox>& boxes,
                                                     double gap) {
  std::vector<std::size_t> order(boxes.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](auto a, auto b) {
    return std::pair(boxes[a].y, a) < std::pair(boxes[b].y, b);
  });
  std::vector<std::vector<std::size_t>> rows;
  float bottom = 0;
  for (const auto i : order) {
    if (rows.empty() || boxes[i].y > bottom + gap) rows.emplace_back();
    rows.back().push_back(i);
    bottom = std::max(bottom, boxes[i].bottom());
  }
  return rows;
}

}  // namespace

bool is_lineage_table(const std::vector<DetectedLine>& lines, const cv::Mat& pixels) {
  const auto cells = cells_of(lines);
  if (cells.size() < kFewestCells) return false;
  std::vector<double> widths;
  std::vector<std::pair<double, double>> lengths;
  for (const auto& cell : cells) {
    widths.push_back(cell.width);
    lengths.emplace_back(cell.height / std::max(1.F, cell.width), cell.height);
  }
  const double width = median(std::move(widths));
  if (weighted_median(std::move(lengths)) > kShortCell || share_written(cells) > kMostWritten)
    return false;
  const InkPicture picture = find_ink(pixels, width);
  std::size_t joined = 0;
  for (const auto& cell : cells) {
    const double scale = picture.scale, x = cell.center().x * scale;
    const double top = cell.y * scale, bottom = cell.bottom() * scale, w = width * scale;
    if (has_stroke(picture.dark, x, top - kFarthest * w, top - kNearest * w, w) ||
        has_stroke(picture.dark, x, bottom + kNearest * w, bottom + kFarthest * w, w))
      ++joined;
  }
  return static_cast<double>(joined) > kJoined * static_cast<double>(cells.size());
}

void lay_out_lineage_table(const std::vector<DetectedLine>& lines,
                           const cv::Mat& pixels,
                           LayoutBuilder& builder) {
  std::vector<CleanBox> boxes;
  std::vector<double> widths;
  for (const auto& line : lines) {
    boxes.push_back(bounding_box(line.outline));
    widths.push_back(boxes.back().width);
  }
  const double width = median(std::move(widths)), same = kSameCell * width;
  const InkPicture picture = find_ink(pixels, std::max(1., width));
  for (auto& row : generations_of(boxes, kRowGap * width)) {
    std::sort(row.begin(), row.end(), [&](auto a, auto b) {
      return std::pair(-boxes[a].center().x, a) < std::pair(-boxes[b].center().x, b);
    });
    std::vector<DraftLine> drafts;
    int column = -1;
    for (std::size_t begin = 0; begin < row.size(); ++column) {
      std::size_t end = begin + 1;
      while (end < row.size() && boxes[row[end - 1]].center().x - boxes[row[end]].center().x < same)
        ++end;
      std::sort(row.begin() + static_cast<std::ptrdiff_t>(begin),
                row.begin() + static_cast<std::ptrdiff_t>(end),
                [&](auto a, auto b) { return boxes[a].y < boxes[b].y; });
      for (; begin < end; ++begin) {
        DraftLine draft;
        draft.outline = outline_of(without_strokes(boxes[row[begin]], picture));
        draft.column = column;
        draft.confidence = lines[row[begin]].confidence;
        drafts.push_back(std::move(draft));
      }
    }
    builder.add_region(RegionKind::table, WritingMode::vertical_rl, drafts);
  }
}

}  // namespace wenlan
