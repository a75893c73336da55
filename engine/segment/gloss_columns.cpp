// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/gloss_columns.h"

#include <algorithm>
#include <utility>

#include "engine/segment/detect_lines.h"

namespace wenlan {
namespace {

constexpr std::size_t kFewestLines = 20;
constexpr double kShared = .3;        // of the width of a line or a column
constexpr double kLongSide = 3072;    // of the picture: strokes of small characters are thin
constexpr double kPitchOfLine = 1.4;  // of columns, in widths of what looks like rows

Box<CleanSpace> box_around(const std::vector<FoundLine>& lines) {
  Box<CleanSpace> box;
  for (const auto& line : lines) box = united(box, bounding_box(outline_of(line)));
  return box;
}

bool stands_in(const UprightLine& line, const UprightLine& column) {
  const double shared =
      std::min(line.right(), column.right()) - std::max(line.left(), column.left());
  return shared > kShared * std::min(line.width, column.width) && line.middle() > column.top &&
         line.middle() < column.bottom;
}

// The lines that stand in no column.
std::vector<FoundLine> outside_of(const std::vector<FoundLine>& columns,
                                  const std::vector<FoundLine>& lines,
                                  const Straightening& straightening) {
  const auto upright_columns = upright(columns, straightening);
  std::vector<FoundLine> outside;
  for (const auto& line : lines) {
    const UprightLine strip = upright(line, straightening);
    if (std::none_of(upright_columns.begin(), upright_columns.end(), [&](const auto& column) {
          return stands_in(strip, column);
        }))
      outside.push_back(line);
  }
  return outside;
}

// Each line a column of its own.
Block block_of(std::span<const UprightLine> columns, double pitch) {
  Block block;
  block.grid.pitch = pitch;
  block.pitches = {pitch};
  for (std::size_t i = 0; i < columns.size(); ++i) {
    block.lines.push_back({i, static_cast<int>(i), 0, std::nullopt, std::nullopt});
    block.columns.push_back({columns[i].left(), columns[i].right(), {i}});
  }
  return block;
}

InkPicture without_rules(const InkPicture& ink, double pitch) {
  InkPicture bare = ink;
  bare.strong = ink.ink.clone();  // thin strokes of small characters are pale
  bare.strong.setTo(0, rule_ink(ink, pitch));
  return bare;
}

}  // namespace

std::optional<GlossColumns> find_gloss_columns(const cv::Mat& pixels,
                                               double pitch,
                                               const Straightening& straightening,
                                               const std::vector<FoundLine>& lines) {
  const InkPicture ink = find_ink(pixels, pitch, kLongSide);
  auto columns = find_ink_columns(ink, straightening, box_around(lines));
  if (!columns) return std::nullopt;
  const auto strips = upright(columns->lines, straightening);
  const Block block = block_of(strips, columns->pitch);
  auto parted = part_mixed_columns(
      columns->lines, strips, block, without_rules(ink, columns->pitch), straightening);
  for (auto& line : outside_of(columns->lines, lines, straightening)) {
    columns->lines.push_back(line);
    parted.lines.push_back(std::move(line));
  }
  return GlossColumns{*std::move(columns), std::move(parted)};
}

std::optional<std::vector<DetectedLine>> gloss_columns_instead(
    const std::vector<DetectedLine>& lines, const cv::Mat& pixels) {
  if (lines.size() < kFewestLines) return std::nullopt;
  std::vector<FoundLine> found;
  for (const auto& line : lines)
    if (FoundLine cut = cut_across(line.outline, line.confidence); !cut.slices.empty())
      found.push_back(std::move(cut));
  const auto glosses =
      find_gloss_columns(pixels, kPitchOfLine * usual_width(lines), Straightening{}, found);
  if (!glosses || !glosses->parted.is_glosses()) return std::nullopt;
  std::vector<DetectedLine> columns;
  for (const auto& line : glosses->columns.lines)
    columns.push_back({outline_of(line), line.confidence, line.kind});
  return columns;
}

}  // namespace wenlan
