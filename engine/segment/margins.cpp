// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/margins.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/segment/column_look.h"

namespace wenlan {
namespace {

constexpr double kStrongRule = .45;                 // coverage of the rules that frame the text
constexpr double kColumnsApart = 3, kOnGrid = .12;  // pitches between two rules of the frame
constexpr double kCutOffRoom = .85;          // pitches from the frame to the edge of the picture
constexpr std::size_t kMostBesideFrame = 3;  // columns on one side of it
constexpr double kNarrowOfPitch = .5;
constexpr double kNarrowStrip = .62;  // of the main width
constexpr double kLeastScore = 1.5;   // of signs that a column is the fold strip
constexpr double kDoubtfulScore = 1.0;
constexpr double kSeenScore = 1;  // where the detector tells fold strips from text
constexpr double kUnseenScore = .5;
constexpr double kBetweenPieces = 1;    // pitches: what is nearer is text with small notes in it
constexpr double kMostOfIt = .6;        // of the column's length
constexpr std::size_t kBesideFold = 2;  // columns of text on either side, at least
constexpr double kInTheMiddle = .5;     // least half of the leaf over the other
constexpr double kClose = .75;          // pitches to the next column

class MarginFinder {
 public:
  MarginFinder(std::span<const UprightLine> lines,
               const Block& block,
               const BlockEvidence& evidence,
               const PictureEdges& edges)
      : block_(block),
        evidence_(evidence),
        edges_(edges),
        looks_(lines, block, evidence),
        roles_(lines.size()) {}

  std::vector<MarginRole> find() {
    const std::size_t fewest = evidence_.rule_pitch ? 2 : 3;
    if (block_.columns.size() < fewest) return roles_;
    mark_outside_frame();
    mark_outermost();
    mark_fold_between();
    return roles_;
  }

 private:
  double pitch() const { return block_.grid.pitch; }

  void mark(const Column& column, Stream stream, float confidence) {
    for (const auto i : column.lines) roles_[i] = {stream, confidence};
  }

  // (a) Columns outside the ruled frame with no room for a column of text.
  void mark_outside_frame() {
    double left = std::numeric_limits<double>::max(), right = -left;
    int strong = 0;
    for (const auto& rule : evidence_.rules) {
      if (rule.coverage < kStrongRule || !keeps_pitch(rule)) continue;
      left = std::min(left, rule.u);
      right = std::max(right, rule.u);
      ++strong;
    }
    if (strong < 3 || !is_frame(left, right)) return;
    for (const auto& column : block_.columns) {
      if (column.lines.empty()) continue;
      const ColumnLook look = looks_.look_at(column);
      const double center = (look.left + look.right) / 2;
      const bool beyond_left = center<left, beyond_right = center> right;
      if (look.double_rows || (!beyond_left && !beyond_right)) continue;
      if (is_at_spine(beyond_left) && look.width > kNarrowStrip * looks_.main_width()) continue;
      const double room = beyond_left ? left - edges_.left : edges_.right - right;
      if (room < kCutOffRoom * pitch() || look.width < kNarrowStrip * looks_.main_width() ||
          (looks_.is_narrow(look) && look.width < kNarrowOfPitch * pitch()))
        mark(column, Stream::running_title, .9F);
    }
  }

  // Whole columns from another rule: the paper's own edge beside a fold strip is not.
  bool keeps_pitch(const Rule& rule) const {
    return !evidence_.rule_pitch ||
           std::any_of(evidence_.rules.begin(), evidence_.rules.end(), [&](const Rule& other) {
             const double apart = std::abs(rule.u - other.u) / *evidence_.rule_pitch;
             return other.coverage >= kStrongRule && std::round(apart) >= 1 &&
                    std::round(apart) <= kColumnsApart &&
                    std::abs(apart - std::round(apart)) < kOnGrid;
           });
  }

  // No fold strip stands there; slivers of the other leaf may.
  bool is_at_spine(bool at_left) const {
    return edges_.spine == (at_left ? Spine::left : Spine::right);
  }

  // Beside a frame stands the fold strip, perhaps with something more; rules with many columns
  // beside them frame nothing.
  bool is_frame(double left, double right) const {
    std::size_t beyond_left = 0, beyond_right = 0;
    for (const auto* column : columns_across()) {
      beyond_left += column->center() < left;
      beyond_right += column->center() > right;
    }
    return std::max(beyond_left, beyond_right) <= kMostBesideFrame;
  }

  // From left to right.
  std::vector<const Column*> columns_across() const {
    std::vector<const Column*> across;
    for (const auto& column : block_.columns)
      if (!column.lines.empty()) across.push_back(&column);
    std::sort(
        across.begin(), across.end(), [](auto* a, auto* b) { return a->center() < b->center(); });
    return across;
  }

  // (b) Outermost columns that look unlike the text, of each register: those of others are no
  // neighbours.
  void mark_outermost() {
    for (int band = 0; band < static_cast<int>(block_.pitches.size()); ++band) {
      auto across = columns_across();
      std::erase_if(across, [&](const Column* column) { return band_of(*column) != band; });
      if (across.size() < 3) continue;
      judge(*across.front(), *across[1], true);
      judge(*across.back(), *across[across.size() - 2], false);
    }
  }

  int band_of(const Column& column) const {
    const auto line =
        std::find_if(block_.lines.begin(), block_.lines.end(), [&](const BlockLine& placed) {
          return placed.line == column.lines.front();
        });
    return line == block_.lines.end() ? 0 : line->band;
  }

  void judge(const Column& column, const Column& neighbour, bool leftmost) {
    if (roles_[column.lines.front()].stream != Stream::main) return;
    const ColumnLook look = looks_.look_at(column);
    if (is_at_spine(leftmost) && !looks_.is_narrow(look)) return;
    double score = 0;
    const double to_edge = leftmost ? look.left - edges_.left : edges_.right - look.right;
    const bool narrow = looks_.is_narrow(look);
    if (to_edge < .06 * pitch()) score += 1.2;
    if (look.pieces > 1 && look.longest_gap > kBetweenPieces * pitch() && !look.double_rows)
      score += .5;
    if (look.longest_gap > 2.5 * pitch() && !look.double_rows) score += .7;
    if (narrow) score += .5;
    if (narrow && stands_close(column, look, neighbour)) score += 1;
    if (!look.double_rows && looks_.has_solid_ink(look)) score += 1;
    if (look.fold_share) score += *look.fold_share > kMostOfIt ? kSeenScore : -kUnseenScore;
    if (score >= kLeastScore)
      mark(column, Stream::running_title, .7F);
    else if (score >= kDoubtfulScore)
      mark(column, Stream::main, .45F);
  }

  // The outermost column may reach far beyond its lines.
  bool stands_close(const Column& column, const ColumnLook& look, const Column& neighbour) const {
    const ColumnLook text = looks_.look_at(neighbour);
    const double of_columns = std::abs(column.center() - neighbour.center());
    const double of_lines = std::abs(look.left + look.right - text.left - text.right) / 2;
    return std::min(of_columns, of_lines) < kClose * pitch();
  }

  // (c) The fold strip between the two halves of an unfolded leaf: small characters around a
  // fish-tail, or a single row around one as wide as the strip, with text to either side. There is
  // one, in the middle of the leaf: black ink in columns apart is no fish-tail, nor is a
  // blot in a line of small characters as long as the text is high.
  void mark_fold_between() {
    const auto across = columns_across();
    if (across.empty()) return;
    const double left = across.front()->center(), right = across.back()->center();
    std::vector<const Column*> strips;
    for (std::size_t i = kBesideFold; i + kBesideFold < across.size(); ++i) {
      const double to_left = across[i]->center() - left, to_right = right - across[i]->center();
      if (std::min(to_left, to_right) < kInTheMiddle * std::max(to_left, to_right)) continue;
      const ColumnLook look = looks_.look_at(*across[i]);
      const bool seen = look.fold_share.value_or(0) > kMostOfIt;
      const bool small_around_ink =
          looks_.is_narrow(look) && !looks_.runs_through(look) && looks_.has_solid_ink(look);
      if (seen || small_around_ink || looks_.has_fish_tail(*across[i], look))
        strips.push_back(across[i]);
    }
    if (strips.empty() || strips.back()->center() - strips.front()->center() > pitch()) return;
    for (const auto* strip : strips) mark(*strip, Stream::running_title, .8F);
  }

  const Block& block_;
  const BlockEvidence& evidence_;
  const PictureEdges& edges_;
  ColumnLooks looks_;
  std::vector<MarginRole> roles_;
};

}  // namespace

std::vector<MarginRole> find_margins(std::span<const UprightLine> lines,
                                     const Block& block,
                                     const BlockEvidence& evidence,
                                     const PictureEdges& edges) {
  return MarginFinder(lines, block, evidence, edges).find();
}

}  // namespace wenlan
