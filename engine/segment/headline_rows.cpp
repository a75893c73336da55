// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/headline_rows.h"

#include <algorithm>
#include <tuple>

namespace wenlan {
namespace {

constexpr float kMostCovered = .3F;   // of a row by columns
constexpr double kLarge = 1.3;        // main widths: the height of a headline on any page
constexpr std::size_t kManyRows = 3;  // so many rows make a newspaper

bool lies_over_columns(const Box<CleanSpace>& row, std::span<const Box<CleanSpace>> columns) {
  float covered = 0;
  for (const auto& column : columns) covered += intersected(row, column).area();
  return covered > kMostCovered * row.area();
}

}  // namespace

std::vector<PlacedRow> place_rows(std::span<const DetectedLine> rows,
                                  std::span<const FoundLine> columns,
                                  std::span<const TextBand> bands,
                                  double main_width) {
  std::vector<Box<CleanSpace>> column_boxes;
  for (const auto& column : columns) column_boxes.push_back(bounding_box(outline_of(column)));
  const bool newspaper = bands.size() > 1 || rows.size() >= kManyRows;
  std::vector<PlacedRow> placed;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto box = bounding_box(rows[i].outline);
    if (lies_over_columns(box, column_boxes)) continue;
    PlacedRow row{i, Stream::main, bands.size()};
    const double middle = box.center().y;
    const auto below = std::find_if(bands.begin(), bands.end(), [&](const TextBand& band) {
      return (band.top + band.bottom) / 2 > middle;
    });
    row.before_band = static_cast<std::size_t>(below - bands.begin());
    const bool under_the_text = std::all_of(
        bands.begin(), bands.end(), [&](const TextBand& band) { return band.bottom < middle; });
    if (under_the_text)
      row.stream = Stream::other;
    else if (!newspaper && box.height < kLarge * main_width)
      row.stream = Stream::running_title;
    placed.push_back(row);
  }
  std::sort(placed.begin(), placed.end(), [&](const PlacedRow& a, const PlacedRow& b) {
    const auto at = [&](const PlacedRow& row) {
      const auto center = bounding_box(rows[row.row].outline).center();
      return std::tuple(row.before_band, center.y, center.x, row.row);
    };
    return at(a) < at(b);
  });
  return placed;
}

}  // namespace wenlan
