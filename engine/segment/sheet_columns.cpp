// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/sheet_columns.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace wenlan {
namespace {

// In units.
constexpr double kSameColumn = .5;
constexpr double kInsideLine = .8;   // nearer to its end a gap does not cut a column
constexpr double kNeighbours = 2.5;  // how far off columns tell where registers end
constexpr double kRegisterGap = 1.5;
constexpr int kGapsAlike = 2;
constexpr double kPieceGap = .45;  // between pieces of one column
constexpr double kColumnDrift = .25;

// In widths of large characters.
constexpr double kOneCharacter = 1.4;
constexpr double kLargeGap = .6;

constexpr double kLikeSize = 1.4;  // of the pieces of a column

class Columns {
 public:
  explicit Columns(SheetPieces& sheet) : sheet_(sheet) {}

  // A line over a rule is two: one above the other, found as one.
  void cut_at_rules() {
    for (std::size_t i = 0; i < sheet_.pieces.size(); ++i)
      for (const auto& rule : sheet_.rules.across)
        if (rule.left < sheet_.pieces[i].extent.left && rule.right > sheet_.pieces[i].extent.right)
          cut_column(sheet_, i, rule.top, rule.bottom);
  }

  // So is one that alone runs through the gap that columns near it leave.
  void cut_at_registers() {
    const std::size_t count = sheet_.pieces.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (sheet_.pieces[i].shape != Shape::column || sheet_.is_headline(sheet_.pieces[i])) continue;
      const auto gaps = gaps_beside(i);
      for (const auto& [top, bottom] : gaps) {
        const double middle = (top + bottom) / 2;
        const auto like = std::count_if(gaps.begin(), gaps.end(), [&](const auto& gap) {
          return gap.first < middle && gap.second > middle;
        });
        if (like >= kGapsAlike && !is_crossed_beside(i, middle)) cut_column(sheet_, i, top, bottom);
      }
    }
  }

  // Pieces of one column, where columns beside it run on.
  void join_columns() {
    for (std::size_t upper = 0; upper < sheet_.pieces.size(); ++upper)
      for (std::size_t lower = 0; lower < sheet_.pieces.size();) {
        if (upper == lower || !are_one_column(upper, lower)) {
          ++lower;
          continue;
        }
        unite(sheet_.pieces[upper], sheet_.pieces[lower]);
        sheet_.pieces.erase(sheet_.pieces.begin() + static_cast<std::ptrdiff_t>(lower));
        if (lower < upper) --upper;
        lower = 0;
      }
  }

 private:
  bool are_one_column(std::size_t upper, std::size_t lower) const {
    const Piece &a = sheet_.pieces[upper], &b = sheet_.pieces[lower];
    if (!a.is_column() || !b.is_column() || sheet_.is_headline(a) != sheet_.is_headline(b))
      return false;
    const double least = std::min(a.extent.width(), b.extent.width());
    const double drift = std::abs(a.extent.center() - b.extent.center());
    if (std::max(a.extent.width(), b.extent.width()) > kLikeSize * least) return false;
    if (drift > kColumnDrift * std::max(sheet_.unit, least)) return false;
    if (b.extent.top - a.extent.bottom < -kInsideLine * sheet_.unit || is_ruled_between(a, b))
      return false;
    if (sheet_.is_headline(a)) return are_one_name(a, b);
    const double middle = (b.extent.top + a.extent.bottom) / 2;
    return b.extent.top - a.extent.bottom <= kPieceGap * sheet_.unit &&
           is_crossed_beside(upper, middle) && is_crossed_beside(lower, middle);
  }

  // Large characters stand wide apart, and one of them may be found alone.
  static bool are_one_name(const Piece& a, const Piece& b) {
    const double width = std::max(a.extent.width(), b.extent.width());
    const double shorter = std::min(a.extent.height(), b.extent.height());
    const double gap = b.extent.top - a.extent.bottom;
    return shorter < kOneCharacter * width && gap < kLargeGap * width &&
           gap > -kColumnDrift * width;
  }

  bool is_ruled_between(const Piece& a, const Piece& b) const {
    const double reach = kInsideLine * sheet_.unit;
    const double top = std::min(a.extent.bottom, b.extent.top) - reach;
    const double bottom = std::max(a.extent.bottom, b.extent.top) + reach;
    return std::any_of(
        sheet_.rules.across.begin(), sheet_.rules.across.end(), [&](const Extent& rule) {
          return rule.left < a.extent.center() && rule.right > a.extent.center() &&
                 rule.middle() > top && rule.middle() < bottom;
        });
  }

  bool is_near(const Piece& other, const Extent& own) const {
    const double away = std::abs(other.extent.center() - own.center());
    return other.shape == Shape::column && !sheet_.is_headline(other) &&
           away > kSameColumn * sheet_.unit && away < kNeighbours * sheet_.unit &&
           shared_down(own, other.extent) > 0;
  }

  bool is_crossed_beside(std::size_t piece, double height) const {
    const Extent own = sheet_.pieces[piece].extent;
    return std::any_of(sheet_.pieces.begin(), sheet_.pieces.end(), [&](const Piece& other) {
      return is_near(other, own) && other.extent.top < height - kInsideLine * sheet_.unit &&
             other.extent.bottom > height + kInsideLine * sheet_.unit;
    });
  }

  // Heights between two pieces one above the other, in the columns next to a piece.
  std::vector<std::pair<double, double>> gaps_beside(std::size_t piece) const {
    std::vector<const Extent*> beside;
    for (const auto& other : sheet_.pieces)
      if (is_near(other, sheet_.pieces[piece].extent)) beside.push_back(&other.extent);
    std::vector<std::pair<double, double>> gaps;
    for (const auto* upper : beside)
      for (const auto* lower : beside) {
        const double gap = lower->top - upper->bottom;
        if (gap > 0 && gap < kRegisterGap * sheet_.unit &&
            std::abs(upper->center() - lower->center()) < kSameColumn * sheet_.unit)
          gaps.emplace_back(upper->bottom, lower->top);
      }
    return gaps;
  }

  SheetPieces& sheet_;
};

}  // namespace

void settle_columns(SheetPieces& sheet) {
  Columns columns(sheet);
  columns.cut_at_rules();
  columns.cut_at_registers();
  columns.join_columns();
}

}  // namespace wenlan
