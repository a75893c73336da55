// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/part_writing.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/segment/column_heads.h"
#include "engine/segment/cut_lines.h"
#include "engine/segment/head_notes.h"
#include "engine/segment/ink_patches.h"
#include "engine/segment/side_by_side.h"
#include "engine/segment/side_notes.h"
#include "engine/segment/split_lines.h"
#include "engine/segment/trim_lines.h"

namespace wenlan {
namespace {

constexpr double kLeansOtherwise = .25;  // pitches over the height of the text
constexpr double kPitchOfWidth = 1.15;   // what the pitch is expected to be, in main widths

class PartLook {
 public:
  PartLook(VerticalPart part, const cv::Mat& pixels, const SegmentOptions& options)
      : left_(part.left), right_(part.right), pixels_(pixels), options_(options) {
    found_.lines = std::move(part.lines);
    found_.rows = std::move(part.rows);
    found_.evidence.book_pitch = part.book_pitch;
    found_.straightening = fit_straightening(found_.lines, true);
    found_.strips = upright(found_.lines, found_.straightening);
  }

  PartWriting look() {
    look_at_ink();
    if (options_.column_heads && !found_.evidence.rule_pitch) take_heads();
    if (options_.head_notes) take_head_notes();
    if (options_.side_notes) take_side_notes();
    return std::move(found_);
  }

 private:
  void look_at_ink() {
    const Box<CleanSpace> text = box_around(found_.lines);
    const double expected = kPitchOfWidth * std::max(1., main_width(found_.strips));
    found_.ink = find_ink(pixels_, expected);
    if (options_.trim_lines) trim_lines(found_.ink, expected, found_.lines);
    found_.strips = upright(found_.lines, found_.straightening);
    found_.evidence.horizontal_rules = find_horizontal_rules(found_.ink, text, expected);
    const std::vector<FoundLine> as_found = found_.lines;
    const std::vector<DetectedLine> rows_as_found = found_.rows;
    cut_lines(text, expected);
    if (straightens_otherwise(expected)) {
      found_.lines = as_found;
      found_.rows = rows_as_found;
      found_.strips = upright(found_.lines, found_.straightening);
      cut_lines(text, expected);
    }
    const double pitch = found_.evidence.rule_pitch.value_or(expected);
    found_.strips = upright(found_.lines, found_.straightening);
    for (const auto& spot : find_solid_ink(found_.ink, pitch))
      found_.evidence.solid_ink.push_back(
          {found_.straightening.to_upright(spot.at.x, spot.at.y), spot.at.y, spot.of_edge});
  }

  void cut_lines(const Box<CleanSpace>& text, double expected) {
    if (options_.ruling_lines) look_for_rules(text, expected);
    const double pitch = found_.evidence.rule_pitch.value_or(expected);
    if (options_.registers)
      found_.lines =
          cut_at_white(found_.lines, found_.ink, found_.evidence.horizontal_rules, pitch);
    if (options_.split_lines)
      found_.lines = split_lines(found_.lines, found_.straightening, found_.ink, pitch);
    if (options_.side_by_side) part_double_rows(pitch);
  }

  // Lines that step aside hide how the page leans where there are few: once they are cut it shows.
  bool straightens_otherwise(double expected) {
    const Straightening again = fit_straightening(found_.lines, true);
    if (std::abs(again.shear - found_.straightening.shear) * again.unit <
        kLeansOtherwise * expected)
      return false;
    found_.straightening = again;
    return true;
  }

  void part_double_rows(double pitch) {
    SideBySide parted = part_side_by_side({std::move(found_.lines), std::move(found_.rows)},
                                          found_.ink,
                                          found_.straightening,
                                          pitch,
                                          main_width(found_.strips));
    found_.lines = std::move(parted.lines);
    found_.rows = std::move(parted.rows);
  }

  void look_for_rules(const Box<CleanSpace>& text, double expected) {
    found_.evidence.rules =
        find_rules(found_.ink, found_.straightening, leaf_beside(text), expected);
    found_.evidence.rule_pitch = find_rule_pitch(found_.evidence.rules, expected);
    if (found_.evidence.rule_pitch)
      found_.evidence.rules =
          regular_rules(std::move(found_.evidence.rules), *found_.evidence.rule_pitch);
  }

  // The whole width of the leaf at the height of `text`: columns without writing are ruled too.
  Box<CleanSpace> leaf_beside(const Box<CleanSpace>& text) const {
    return {static_cast<float>(left_), text.y, static_cast<float>(right_ - left_), text.height};
  }

  // Head notes have a grid of their own, side notes stand off that of the text: both leave before
  // the columns are cut.
  void take_head_notes() {
    std::vector<HorizontalRule> across = found_.evidence.horizontal_rules;
    if (found_.evidence.rule_pitch)
      if (const auto frame = frame_above(found_.evidence.rules, *found_.evidence.rule_pitch))
        across.push_back(*frame);
    std::sort(across.begin(), across.end(), [](auto& a, auto& b) { return a.y < b.y; });
    take(find_head_notes(found_.strips, across), found_.head_notes);
  }

  void take_heads() {
    found_.heads =
        take_column_heads(found_.ink, main_width(found_.strips), found_.lines, found_.rows);
    if (found_.heads.empty()) return;
    wipe_lines(found_.ink.ink, found_.ink.scale, found_.heads);
    found_.strips = upright(found_.lines, found_.straightening);
  }

  void take_side_notes() {
    take(find_side_notes(found_.strips), found_.side_notes);
    wipe_lines(found_.ink.ink, found_.ink.scale, found_.side_notes);
  }

  void take(const std::vector<bool>& which, std::vector<FoundLine>& taken) {
    std::vector<FoundLine> left;
    for (std::size_t i = 0; i < found_.lines.size(); ++i)
      (which[i] ? taken : left).push_back(std::move(found_.lines[i]));
    found_.lines = std::move(left);
    found_.strips = upright(found_.lines, found_.straightening);
  }

  PartWriting found_;
  double left_, right_;
  const cv::Mat& pixels_;
  const SegmentOptions& options_;
};

}  // namespace

PartWriting look_at_part(VerticalPart part, const cv::Mat& pixels, const SegmentOptions& options) {
  return PartLook(std::move(part), pixels, options).look();
}

Box<CleanSpace> box_around(const std::vector<FoundLine>& lines) {
  Box<CleanSpace> box;
  for (const auto& line : lines) box = united(box, bounding_box(outline_of(line)));
  return box;
}

}  // namespace wenlan
