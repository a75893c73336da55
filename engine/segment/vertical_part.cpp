// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/vertical_part.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "engine/segment/column_heads.h"
#include "engine/segment/gloss_columns.h"
#include "engine/segment/headline_rows.h"
#include "engine/segment/ink_patches.h"
#include "engine/segment/join_lines.h"
#include "engine/segment/margins.h"
#include "engine/segment/mixed_columns.h"
#include "engine/segment/part_writing.h"
#include "engine/segment/reader_marks.h"
#include "engine/segment/uncovered_ink.h"

namespace wenlan {
namespace {

constexpr std::size_t kManyLines = 60;  // of a leaf in small pieces, as those full of glosses are

class PartLayout {
 public:
  PartLayout(PartWriting writing,
             const PictureEdges& edges,
             const cv::Mat& pixels,
             const SegmentOptions& options)
      : lines_(std::move(writing.lines)),
        heads_(std::move(writing.heads)),
        head_notes_(std::move(writing.head_notes)),
        side_notes_(std::move(writing.side_notes)),
        rows_(std::move(writing.rows)),
        edges_(edges),
        pixels_(pixels),
        options_(options),
        straightening_(writing.straightening),
        strips_(std::move(writing.strips)),
        ink_(std::move(writing.ink)),
        evidence_(std::move(writing.evidence)) {}

  void lay_out() {
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
    const bool likely = parted.may_be_mixed();
    if (!likely && lines_.size() < kManyLines) return;
    // The lines found are a poor guide to such columns; where the ink shows them, it is better.
    auto glosses = find_gloss_columns(pixels_, block_.grid.pitch, straightening_, lines_);
    if (glosses && (likely ? glosses->parted.is_mixed() : glosses->parted.is_glosses())) {
      parted = std::move(glosses->parted);
      evidence_.column_pitch = glosses->columns.pitch;
      if (evidence_.rule_pitch) evidence_.rule_pitch = evidence_.column_pitch;
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
    return {straightening_.to_upright(edges_.left, straightening_.middle),
            straightening_.to_upright(edges_.right, straightening_.middle),
            edges_.spine};
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

  std::vector<FoundLine> lines_, heads_, head_notes_, side_notes_;
  std::vector<DetectedLine> rows_;
  PictureEdges edges_;  // on the picture
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
  const PictureEdges edges{part.left, part.right, part.spine};
  PartLayout layout(look_at_part(std::move(part), pixels, options), edges, pixels, options);
  layout.lay_out();
  layout.add_to(builder);
}

}  // namespace wenlan
