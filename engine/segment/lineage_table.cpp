// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/lineage_table.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <opencv2/core.hpp>

#include "engine/segment/lineage_cells.h"
#include "engine/segment/lineage_links.h"
#include "engine/segment/ruling_lines.h"
#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr std::size_t kFewestCells = 6;
constexpr std::size_t kFewestNamed = 3, kFewestPersons = 3;  // generations; persons in all
constexpr double kShortCell = 6;      // widths: the height of a usual cell is less
constexpr double kMostWritten = .45;  // of a table: text with short notes in it fills its columns
constexpr double kJoined = .5;        // of the cells that a stroke must lead to
constexpr double kLinked = .4;        // or have a father
// In widths of a usual cell.
constexpr double kNearest = .2;  // where the stroke is looked for, above and below a cell
constexpr double kFarthest = .9;
constexpr double kOffCenter = .35;
constexpr double kThick = .3;
constexpr double kSameCell = .5;  // centres of pieces of one name
constexpr double kRowGap = .5;    // between two generations at least
constexpr double kDrawn = .8;     // of its length, of a stroke
constexpr double kAlone = 2;      // ink around it over that of a stroke with one ragged edge

using CleanBox = Box<CleanSpace>;

double usual_width(const std::vector<DetectedLine>& lines) {
  std::vector<double> widths;
  for (const auto& line : lines) widths.push_back(bounding_box(line.outline).width);
  return std::max(1., median(std::move(widths)));
}

std::vector<CleanBox> boxes_of(const std::vector<WrittenCell>& cells) {
  std::vector<CleanBox> boxes;
  for (const auto& cell : cells) boxes.push_back(cell.box);
  return boxes;
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

// Persons of a generation from right to left, each with the pieces of the name from the top.
std::vector<std::vector<std::size_t>> persons_in(std::vector<std::size_t> row,
                                                 const std::vector<CleanBox>& boxes,
                                                 double same) {
  std::sort(row.begin(), row.end(), [&](auto a, auto b) {
    return std::pair(-boxes[a].center().x, a) < std::pair(-boxes[b].center().x, b);
  });
  std::vector<std::vector<std::size_t>> persons;
  for (const auto i : row) {
    if (persons.empty() || boxes[persons.back().back()].center().x - boxes[i].center().x >= same)
      persons.emplace_back();
    persons.back().push_back(i);
  }
  for (auto& person : persons)
    std::sort(
        person.begin(), person.end(), [&](auto a, auto b) { return boxes[a].y < boxes[b].y; });
  return persons;
}

// A table as far as its cells go: persons of each generation from right to left.
struct Table {
  double width = 0;  // of a usual cell
  InkPicture picture;
  std::vector<WrittenCell> written;
  std::vector<std::vector<std::vector<std::size_t>>> generations;  // of persons, of pieces
  std::vector<CleanBox> cells;                                     // of all persons
};

Table table_of(const std::vector<DetectedLine>& lines, const cv::Mat& pixels) {
  Table table;
  table.width = usual_width(lines);
  table.picture = find_ink(pixels, table.width);
  table.written = written_cells(lines, table.picture, table.width);
  const auto boxes = boxes_of(table.written);
  for (const auto& row : generations_of(boxes, kRowGap * table.width)) {
    for (const auto& person : persons_in(row, boxes, kSameCell * table.width)) {
      table.cells.emplace_back();
      for (const auto i : person) table.cells.back() = united(table.cells.back(), boxes[i]);
    }
    table.generations.push_back(persons_in(row, boxes, kSameCell * table.width));
  }
  return table;
}

// Does a stroke lead to this cell from above or lead on from below?
bool is_joined(const CleanBox& cell, const Table& table) {
  const double scale = table.picture.scale, w = table.width * scale;
  const auto& ink = table.picture.dark;
  const double x = cell.center().x * scale, top = cell.y * scale, foot = cell.bottom() * scale;
  return has_stroke(ink, x, top - kFarthest * w, top - kNearest * w, w) ||
         has_stroke(ink, x, foot + kNearest * w, foot + kFarthest * w, w);
}

std::size_t count_joined(const Table& table) {
  return static_cast<std::size_t>(
      std::count_if(table.written.begin(), table.written.end(), [&](const WrittenCell& cell) {
        return is_joined(cell.box, table);
      }));
}

// The names of the generations: the rightmost cell of each, in line, and nothing joins them. 0
// where there are none.
std::size_t count_names_of_generations(const Table& table) {
  const std::size_t rows = table.generations.size();
  if (rows < kFewestNamed) return 0;
  std::vector<float> centers;
  for (const auto& generation : table.generations) {
    CleanBox name;
    for (const auto i : generation.front()) name = united(name, table.written[i].box);
    if (is_joined(name, table)) return 0;
    centers.push_back(name.center().x);
  }
  const auto [left, right] = std::minmax_element(centers.begin(), centers.end());
  return *right - *left < kSameCell * table.width ? rows : 0;
}

}  // namespace

bool is_lineage_table(const std::vector<DetectedLine>& lines, const cv::Mat& pixels) {
  std::vector<DetectedLine> sure;
  std::vector<CleanBox> whole;
  for (const auto& line : lines) {
    if (line.confidence < kDoubtfulLine) continue;
    sure.push_back(line);
    whole.push_back(bounding_box(line.outline));
  }
  if (sure.size() < kFewestCells || share_written(whole) > kMostWritten) return false;
  const Table table = table_of(sure, pixels);
  const std::size_t names = count_names_of_generations(table);
  if (table.cells.size() < std::max(kFewestCells, names + kFewestPersons)) return false;
  std::vector<std::pair<double, double>> lengths;
  for (const auto& [cell, confidence] : table.written)
    lengths.emplace_back(cell.height / std::max(1.F, cell.width), cell.height);
  if (weighted_median(std::move(lengths)) > kShortCell) return false;
  const auto share = [&](std::size_t count) {
    return static_cast<double>(count) / static_cast<double>(table.cells.size() - names);
  };
  return share(count_joined(table)) > kJoined ||
         share(find_lineage_links(table.cells, table.picture, table.width).size()) > kLinked;
}

void lay_out_lineage_table(const std::vector<DetectedLine>& lines,
                           const cv::Mat& pixels,
                           LayoutBuilder& builder) {
  if (lines.empty()) return;
  const Table table = table_of(lines, pixels);
  std::vector<std::size_t> first_lines;  // of the cells
  for (const auto& generation : table.generations) {
    std::vector<DraftLine> drafts;
    int column = 0;
    for (const auto& person : generation) {
      first_lines.push_back(builder.count_lines() + drafts.size());
      for (const auto i : person) {
        DraftLine draft;
        draft.outline = outline_of(table.written[i].box);
        draft.column = column;
        draft.confidence = table.written[i].confidence;
        drafts.push_back(std::move(draft));
      }
      ++column;
    }
    builder.add_region(RegionKind::table, WritingMode::vertical_rl, drafts);
  }
  for (const auto& [child, parent] : find_lineage_links(table.cells, table.picture, table.width))
    builder.add_link(LinkKind::child_of, first_lines[child], first_lines[parent]);
}

}  // namespace wenlan
