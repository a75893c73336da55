// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/vertical_part.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "engine/segment/column_heads.h"
#include "engine/segment/cut_lines.h"
#include "engine/segment/gloss_columns.h"
#include "engine/segment/head_notes.h"
#include "engine/segment/headline_rows.h"
#include "engine/segment/ink_patches.h"
#include "engine/segment/join_lines.h"
#include "engine/segment/margins.h"
#include "engine/segment/mixed_columns.h"
#include "engine/segment/reader_marks.h"
#include "engine/segment/ruling_lines.h"
#include "engine/segment/side_by_side.h"
#include "engine/segment/side_notes.h"
#include "engine/segment/split_lines.h"
#include "engine/segment/trim_lines.h"
#include "engine/segment/uncovered_ink.h"

namespace wenlan {
namespace {

constexpr double kLeansOtherwise = .25;  // pitches over the height of the text
constexpr double kPitchOfWidth = 1.15;   // what the pitch is expected to be, in main widths

Box<CleanSpace> box_around(const std::vector<FoundLine>& lines) {
  Box<CleanSpace> box;
  for (const auto& line : lines) box = united(box, bounding_box(outline_of(line)));
  return box;
}

class PartLayout {
 public:
  PartLayout(VerticalPart part, const cv::Mat& pixels, const SegmentOptions& options)
      : lines_(std::move(part.lines)),
        rows_(std::move(part.rows)),
        left_(part.left),
        right_(part.right),
        pixels_(pixels),
        options_(options) {
    evidence_.book_pitch = part.book_pitch;
    spine_ = part.spine;
    straightening_ = fit_straightening(lines_, true);
    strips_ = upright(lines_, straightening_);
  }

  void lay_out() {
    look_at_ink();
    if (options_.column_heads && !evidence_.rule_pitch) take_heads();
    if (options_.head_notes) take_head_notes();
    if (options_.side_notes) take_side_notes();
    block_ = lay_out_block(strips_, evidence_, options_);
    if (options_.mixed_columns) part_mixed();
    if (options_.find_uncovered_ink) cover_ink();
    if (options_.join_lines) block_ = join_lines(block_, lines_, strips_);
    roles_.assign(lines_.size(), {});
    if (options_.running_titles) roles_ = find_margins(strips_, block_, evidence_, edges());
    if (options_.reader_marks) find_marks();
  }

  void add_to(LayoutBuilder& builder) const {
    std::vector<std::vector<DraftLine>> text;  // by register
    std::map<Stream, std::vector<DraftLine>> beside;
    for (const auto& placed : block_.lines) {
      const DraftLine line = drafted(placed);
      text.resize(std::max<std::size_t>(text.size(), placed.band + 1));
      const bool is_text = line.stream == Stream::main || line.stream == Stream::note;
      auto& stream = is_text ? text[placed.band] : beside[line.stream];
      for (DraftLine& head : heads_over(placed)) stream.push_back(std::move(head));
      stream.push_back(line);
    }
    constexpr auto kMode = WritingMode::vertical_rl;
    builder.add_region(RegionKind::head_margin, kMode, drafted(head_notes_, Stream::head_note));
    add_text(text, builder);
    builder.add_region(RegionKind::text, kMode, drafted(side_notes_, Stream::side_note));
    builder.add_region(RegionKind::fold_strip, kMode, beside[Stream::running_title]);
    builder.add_marks(marks_);
    tell(builder.trace());
  }

 private:
  void look_at_ink() {
    const Box<CleanSpace> text = box_around(lines_);
    const double expected = kPitchOfWidth * std::max(1., main_width(strips_));
    ink_ = find_ink(pixels_, expected);
    if (options_.trim_lines) trim_lines(ink_, expected, lines_);
    strips_ = upright(lines_, straightening_);
    evidence_.horizontal_rules = find_horizontal_rules(ink_, text, expected);
    const std::vector<FoundLine> as_found = lines_;
    const std::vector<DetectedLine> rows_as_found = rows_;
    cut_lines(text, expected);
    if (straightens_otherwise(expected)) {
      lines_ = as_found;
      rows_ = rows_as_found;
      strips_ = upright(lines_, straightening_);
      cut_lines(text, expected);
    }
    const double pitch = evidence_.rule_pitch.value_or(expected);
    strips_ = upright(lines_, straightening_);
    for (const auto& spot : find_solid_ink(ink_, pitch))
      evidence_.solid_ink.push_back(
          {straightening_.to_upright(spot.at.x, spot.at.y), spot.at.y, spot.of_edge});
  }

  void cut_lines(const Box<CleanSpace>& text, double expected) {
    if (options_.ruling_lines) look_for_rules(text, expected);
    const double pitch = evidence_.rule_pitch.value_or(expected);
    if (options_.registers) lines_ = cut_at_white(lines_, ink_, evidence_.horizontal_rules, pitch);
    if (options_.split_lines) lines_ = split_lines(lines_, straightening_, ink_, pitch);
    if (options_.side_by_side) part_double_rows(pitch);
  }

  // Lines that step aside hide how the page leans where there are few: once they are cut it shows.
  bool straightens_otherwise(double expected) {
    const Straightening again = fit_straightening(lines_, true);
    if (std::abs(again.shear - straightening_.shear) * again.unit < kLeansOtherwise * expected)
      return false;
    straightening_ = again;
    return true;
  }

  void part_double_rows(double pitch) {
    SideBySide parted = part_side_by_side(
        {std::move(lines_), std::move(rows_)}, ink_, straightening_, pitch, main_width(strips_));
    lines_ = std::move(parted.lines);
    rows_ = std::move(parted.rows);
  }

  void look_for_rules(const Box<CleanSpace>& text, double expected) {
    evidence_.rules = find_rules(ink_, straightening_, leaf_beside(text), expected);
    evidence_.rule_pitch = find_rule_pitch(evidence_.rules, expected);
    if (evidence_.rule_pitch)
      evidence_.rules = regular_rules(std::move(evidence_.rules), *evidence_.rule_pitch);
  }

  // The whole width of the leaf at the height of `text`: columns without writing are ruled too.
  Box<CleanSpace> leaf_beside(const Box<CleanSpace>& text) const {
    return {static_cast<float>(left_), text.y, static_cast<float>(right_ - left_), text.height};
  }

  // Head notes have a grid of their own, side notes stand off that of the text: both leave before
  // the columns are cut.
  void take_head_notes() {
    std::vector<HorizontalRule> across = evidence_.horizontal_rules;
    if (evidence_.rule_pitch)
      if (const auto frame = frame_above(evidence_.rules, *evidence_.rule_pitch))
        across.push_back(*frame);
    std::sort(across.begin(), across.end(), [](auto& a, auto& b) { return a.y < b.y; });
    take(find_head_notes(strips_, across), head_notes_);
  }

  void take_heads() {
    heads_ = take_column_heads(ink_, main_width(strips_), lines_, rows_);
    if (heads_.empty()) return;
    wipe_lines(ink_.ink, ink_.scale, heads_);
    strips_ = upright(lines_, straightening_);
  }

  void take_side_notes() {
    take(find_side_notes(strips_), side_notes_);
    wipe_lines(ink_.ink, ink_.scale, side_notes_);
  }

  void take(const std::vector<bool>& which, std::vector<FoundLine>& taken) {
    std::vector<FoundLine> left;
    for (std::size_t i = 0; i < lines_.size(); ++i)
      (which[i] ? taken : left).push_back(std::move(lines_[i]));
    lines_ = std::move(left);
    strips_ = upright(lines_, straightening_);
  }

  // From right to left, from top to bottom.
  std::vector<DraftLine> drafted(const std::vector<FoundLine>& apart, Stream stream) const {
    const auto strips = upright(apart, straightening_);
    std::vector<std::size_t> order(strips.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
      return std::pair(-strips[a].center, strips[a].top) <
             std::pair(-strips[b].center, strips[b].top);
    });
    std::vector<DraftLine> drafts;
    for (const std::size_t i : order) {
      DraftLine line;
      line.outline = outline_of(apart[i]);
      line.stream = stream;
      line.column = static_cast<int>(drafts.size());
      line.confidence = apart[i].confidence;
      drafts.push_back(std::move(line));
    }
    return drafts;
  }

  void tell(LayoutTrace& trace) const {
    const Box<CleanSpace> text = box_around(lines_);
    const auto at = [&](double u, double y) {
      return Point<CleanSpace>{static_cast<float>(straightening_.from_upright(u, y)),
                               static_cast<float>(y)};
    };
    for (const auto& rule : evidence_.rules)
      trace.rules.push_back({at(rule.u, text.y), at(rule.u, text.bottom())});
    for (const auto& rule : evidence_.horizontal_rules) {
      const auto y = static_cast<float>(rule.y);
      trace.rules.push_back({{text.x, y}, {text.right(), y}});
    }
    for (const auto& column : block_.columns)
      trace.columns.push_back({at(column.left, text.y),
                               at(column.right, text.y),
                               at(column.right, text.bottom()),
                               at(column.left, text.bottom())});
  }

  // Columns are known by now: what changes inside them is told by their own ink.
  void part_mixed() {
    auto parted = part_mixed_columns(lines_, strips_, block_, ink_, straightening_);
    if (!parted.may_be_mixed()) return;
    // The lines found are a poor guide to such columns; where the ink shows them, it is better.
    if (auto glosses = find_gloss_columns(ink_, straightening_, lines_, options_)) {
      if (glosses->parted.is_mixed()) {
        parted = std::move(glosses->parted);
        evidence_.column_pitch = glosses->columns.pitch;
      }
    }
    if (!parted.is_mixed()) return;
    lines_ = std::move(parted.lines);
    strips_ = upright(lines_, straightening_);
    block_ = lay_out_block(strips_, evidence_, options_);
  }

  void cover_ink() {
    const auto more =
        find_uncovered_ink(ink_, straightening_, evidence_.horizontal_rules, lines_, block_);
    if (more.empty()) return;
    lines_.insert(lines_.end(), more.begin(), more.end());
    strips_ = upright(lines_, straightening_);
    block_ = lay_out_block(strips_, evidence_, options_);
    trust_beside_notes(block_, lines_);
  }

  void find_marks() {
    std::vector<UprightLine>
        text;  // half lines in the middle of their column: marks stand beside it
    for (const auto& placed : block_.lines) {
      if (roles_[placed.line].stream != Stream::main) continue;
      text.push_back(strips_[placed.line]);
      if (placed.half)
        text.back().center = block_.columns[static_cast<std::size_t>(placed.column)].center();
    }
    marks_ = find_black_marks(ink_, {text, evidence_.rules, straightening_, block_.grid.pitch});
  }

  // The registers, with the rows that stand above, between and under them.
  void add_text(const std::vector<std::vector<DraftLine>>& text, LayoutBuilder& builder) const {
    std::vector<TextBand> bands;
    for (const auto& lines : text) {
      Box<CleanSpace> box;
      for (const auto& line : lines) box = united(box, bounding_box(line.outline));
      bands.push_back({box.y, box.bottom()});
    }
    const auto rows = place_rows(rows_, lines_, bands, main_width(strips_));
    auto row = rows.begin();
    for (std::size_t band = 0; band <= text.size(); ++band) {
      for (; row != rows.end() && row->before_band == band; ++row) {
        DraftLine line;
        line.outline = rows_[row->row].outline;
        line.stream = row->stream;
        line.mode = WritingMode::horizontal_ltr;
        line.confidence = rows_[row->row].confidence;
        builder.add_region(RegionKind::headline, line.mode, {line});
      }
      if (band < text.size())
        builder.add_region(
            RegionKind::text, WritingMode::vertical_rl, text[band], block_.pitches[band]);
    }
  }

  // From right to left.
  std::vector<DraftLine> heads_over(const BlockLine& placed) const {
    auto heads = wenlan::heads_over(
        strips_[placed.line], upright(heads_, straightening_), main_width(strips_));
    std::vector<DraftLine> drafts;
    for (const std::size_t i : heads) {
      DraftLine line;
      line.outline = outline_of(heads_[i]);
      line.mode = WritingMode::horizontal_rtl;
      line.column = placed.column;
      line.confidence = heads_[i].confidence;
      drafts.push_back(std::move(line));
    }
    return drafts;
  }

  PictureEdges edges() const {
    return {straightening_.to_upright(left_, straightening_.middle),
            straightening_.to_upright(right_, straightening_.middle),
            spine_};
  }

  DraftLine drafted(const BlockLine& placed) const {
    const MarginRole& role = roles_[placed.line];
    DraftLine line;
    line.outline = outline_of(lines_[placed.line]);
    line.stream = role.stream;
    line.column = placed.column;
    line.confidence = std::min(role.confidence, lines_[placed.line].confidence);
    if (role.stream == Stream::main && placed.half) {
      line.stream = Stream::note;
      line.note_segment = placed.note_segment;
      line.half = placed.half;
    }
    return line;
  }

  std::vector<FoundLine> lines_;
  std::vector<FoundLine> heads_, head_notes_, side_notes_;
  std::vector<DetectedLine> rows_;
  double left_, right_;
  Spine spine_;
  const cv::Mat& pixels_;
  const SegmentOptions& options_;
  Straightening straightening_;
  std::vector<UprightLine> strips_;
  InkPicture ink_;
  BlockEvidence evidence_;
  Block block_;
  std::vector<MarginRole> roles_;
  std::vector<DraftMark> marks_;
};

}  // namespace

void lay_out_vertical(VerticalPart part,
                      const cv::Mat& pixels,
                      const SegmentOptions& options,
                      LayoutBuilder& builder) {
  if (part.lines.empty()) return;
  PartLayout layout(std::move(part), pixels, options);
  layout.lay_out();
  layout.add_to(builder);
}

}  // namespace wenlan
