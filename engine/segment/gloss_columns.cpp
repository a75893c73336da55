// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/gloss_columns.h"

#include <algorithm>
#include <utility>

#include "engine/segment/detect_lines.h"

namespace wenlan {
namespace {

constexpr std::size_t kFewestLines = 20;
constexpr double kPitchOfLine = 1.4;  // of columns, in widths of what looks like rows

Box<CleanSpace> box_around(const std::vector<FoundLine>& lines) {
  Box<CleanSpace> box;
  for (const auto& line : lines) box = united(box, bounding_box(outline_of(line)));
  return box;
}

bool stands_in(const UprightLine& line, const UprightLine& column) {
  return line.right() > column.left() && line.left() < column.right() &&
         line.middle() > column.top && line.middle() < column.bottom;
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

InkPicture without_rules(const InkPicture& ink, double pitch) {
  InkPicture bare = ink;
  bare.strong = ink.ink.clone();  // thin strokes of small characters are pale
  bare.strong.setTo(0, rule_ink(ink, pitch));
  return bare;
}

}  // namespace

std::optional<GlossColumns> find_gloss_columns(const InkPicture& ink,
                                               const Straightening& straightening,
                                               const std::vector<FoundLine>& lines,
                                               const SegmentOptions& options) {
  auto columns = find_ink_columns(ink, straightening, box_around(lines));
  if (!columns) return std::nullopt;
  for (auto& line : outside_of(columns->lines, lines, straightening))
    columns->lines.push_back(std::move(line));
  const auto strips = upright(columns->lines, straightening);
  BlockEvidence evidence;
  evidence.column_pitch = columns->pitch;
  const Block block = lay_out_block(strips, evidence, options);
  auto parted = part_mixed_columns(
      columns->lines, strips, block, without_rules(ink, columns->pitch), straightening);
  return GlossColumns{*std::move(columns), std::move(parted)};
}

std::optional<std::vector<DetectedLine>> gloss_columns_instead(
    const std::vector<DetectedLine>& lines, const cv::Mat& pixels, const SegmentOptions& options) {
  if (lines.size() < kFewestLines) return std::nullopt;
  std::vector<FoundLine> found;
  for (const auto& line : lines)
    if (FoundLine cut = cut_across(line.outline, line.confidence); !cut.slices.empty())
      found.push_back(std::move(cut));
  const InkPicture ink = find_ink(pixels, kPitchOfLine * usual_width(lines));
  const auto glosses = find_gloss_columns(ink, Straightening{}, found, options);
  if (!glosses || !glosses->parted.is_glosses()) return std::nullopt;
  std::vector<DetectedLine> columns;
  for (const auto& line : glosses->columns.lines)
    columns.push_back({outline_of(line), line.confidence, line.kind});
  return columns;
}

}  // namespace wenlan
