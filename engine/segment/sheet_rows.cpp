// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/sheet_rows.h"

#include <algorithm>
#include <cmath>

#include "engine/page/layout.h"
#include "engine/segment/headline_breaks.h"
#include "engine/segment/sheet_ink.h"

namespace wenlan {
namespace {

constexpr double kFlat = .8;         // height over width: below it a line is a row
constexpr double kSurelyFlat = 2.2;  // width over height

// In units.
constexpr double kSameColumn = .5;
constexpr double kNeighbours = 2.5;  // how far off columns stand beside a piece

constexpr double kLikeSize = 1.4;  // of characters in one row
constexpr double kRowGap = 1.3;    // heights between the pieces, which overlap by one at most
constexpr double kRowDrift = .25;  // heights
constexpr double kPassedOver = 8;  // heights: so much of a row may have been passed over
constexpr double kHeadTop = .35;   // heights of the row
constexpr double kHeadGap = .6;
constexpr double kThrough = .7;  // of the height of a row: a rule so long runs through it

class Rows {
 public:
  explicit Rows(SheetPieces& sheet) : sheet_(sheet) {}

  // The last character of a headline may be found with the column below it: it stands above the
  // columns at both sides.
  void free_heads() {
    const std::size_t count = sheet_.pieces.size();
    for (std::size_t i = 0; i < count; ++i)
      for (std::size_t row = 0; row < count; ++row) {
        if (!sheet_.pieces[row].is_row() || !sheet_.pieces[i].is_column()) continue;
        const Extent own = sheet_.pieces[i].extent, head = sheet_.pieces[row].extent;
        const double gap = std::max(own.left - head.right, head.left - own.right);
        if (std::abs(own.top - head.top) > kHeadTop * head.height() ||
            own.bottom < head.bottom + sheet_.unit || std::abs(gap) > kHeadGap * head.height() ||
            columns_reach_above(i, head.bottom))
          continue;
        cut_column(sheet_, i, head.bottom, head.bottom);
        if (sheet_.pieces[i].extent.bottom <= head.bottom) sheet_.pieces[i].shape = Shape::row;
      }
  }

  // Characters set wide apart are found one by one: those in line with a row belong to it.
  void join_rows() {
    bool joined = true;
    while (joined) {
      joined = false;
      for (std::size_t a = 0; a < sheet_.pieces.size() && !joined; ++a)
        for (std::size_t b = 0; b < sheet_.pieces.size() && !joined; ++b)
          if (a != b && are_one_row(a, b)) {
            join(a, b);
            joined = true;
          }
    }
    for (auto& piece : sheet_.pieces)
      if (piece.shape == Shape::character) settle(piece);
  }

  void cut_at_rules() {
    for (std::size_t i = 0; i < sheet_.pieces.size(); ++i)
      for (const auto& rule : sheet_.rules.upright)
        if (sheet_.pieces[i].is_row() && runs_through(rule, sheet_.pieces[i].extent))
          cut_row(sheet_, i, rule.left, rule.right);
  }

  // From the left: the rest of a row becomes the last piece.
  void part_headlines() {
    const std::size_t count = sheet_.pieces.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (!sheet_.pieces[i].is_row()) continue;
      std::size_t rest = i;
      for (const auto& gap : headline_breaks(sheet_, sheet_.pieces[i].extent)) {
        cut_row(sheet_, rest, gap.from, gap.to);
        rest = sheet_.pieces.size() - 1;
      }
    }
  }

 private:
  // Does a column next to this one begin above the height?
  bool columns_reach_above(std::size_t piece, double height) const {
    const Extent& own = sheet_.pieces[piece].extent;
    return std::any_of(sheet_.pieces.begin(), sheet_.pieces.end(), [&](const Piece& other) {
      const double away = std::abs(other.extent.center() - own.center());
      return other.shape == Shape::column && away > kSameColumn * sheet_.unit &&
             away < kNeighbours * sheet_.unit && shared_down(own, other.extent) > 0 &&
             other.extent.top < height - kHeadTop * sheet_.unit;
    });
  }

  bool are_one_row(std::size_t left, std::size_t right) const {
    const Piece &a = sheet_.pieces[left], &b = sheet_.pieces[right];
    if (a.shape == Shape::column || b.shape == Shape::column) return false;
    const double low = std::min(a.extent.height(), b.extent.height());
    const double high = std::max(a.extent.height(), b.extent.height());
    const double gap = b.extent.left - a.extent.right;
    if (a.extent.center() > b.extent.center()) return false;
    if (high > kLikeSize * low || gap < -low) return false;
    if (gap > kRowGap * low && !is_inked_between(a.extent, b.extent)) return false;
    if (std::abs(a.extent.middle() - b.extent.middle()) > kRowDrift * low) return false;
    if (is_ruled_off(united(a.extent, b.extent))) return false;
    // A character may as well stand in a column.
    return (a.is_row() || !is_in_column(left, gap)) && (b.is_row() || !is_in_column(right, gap));
  }

  // Is there ink of characters that were passed over, between pieces of one row?
  bool is_inked_between(const Extent& left, const Extent& right) const {
    const double top = std::max(left.top, right.top), bottom = std::min(left.bottom, right.bottom);
    const Extent between{left.right, top, right.left, bottom};
    if (between.width() > kPassedOver * (bottom - top)) return false;
    const bool others =
        std::any_of(sheet_.pieces.begin(), sheet_.pieces.end(), [&](const Piece& piece) {
          return shared_across(piece.extent, between) > 0 &&
                 shared_down(piece.extent, between) > kHeadTop * between.height();
        });
    if (others) return false;
    const auto blanks = blanks_across(sheet_.ink.ink, sheet_.ink.scale, between);
    return std::none_of(blanks.begin(), blanks.end(), [&](const Stretch& blank) {
      return blank.length() > kRowGap * between.height();
    });
  }

  // Does an upright rule run through?
  bool is_ruled_off(const Extent& row) const {
    return std::any_of(sheet_.rules.upright.begin(),
                       sheet_.rules.upright.end(),
                       [&](const Extent& rule) { return runs_through(rule, row); });
  }

  static bool runs_through(const Extent& rule, const Extent& row) {
    return rule.center() > row.left && rule.center() < row.right &&
           shared_down(rule, row) > kThrough * row.height();
  }

  bool is_in_column(std::size_t character, double gap) const {
    const Extent& own = sheet_.pieces[character].extent;
    for (std::size_t i = 0; i < sheet_.pieces.size(); ++i) {
      const Piece& other = sheet_.pieces[i];
      if (i == character || other.is_row()) continue;
      if (std::abs(other.extent.center() - own.center()) > kRowDrift * own.width()) continue;
      if (std::max(other.extent.width(), own.width()) >
          kLikeSize * std::min(other.extent.width(), own.width()))
        continue;
      if (-shared_down(own, other.extent) < gap) return true;
    }
    return false;
  }

  void join(std::size_t a, std::size_t b) {
    Piece& row = sheet_.pieces[a];
    row.shape = Shape::row;
    unite(row, sheet_.pieces[b]);
    row.confidence = std::max(row.confidence, sheet_.pieces[b].confidence);
    sheet_.pieces.erase(sheet_.pieces.begin() + static_cast<std::ptrdiff_t>(b));
  }

  static void settle(Piece& piece) {
    const Extent& extent = piece.extent;
    piece.shape = extent.height() < kFlat * extent.width() ? Shape::row : Shape::column;
    // Hardly wider than high: a character or two, or nothing.
    if (piece.is_row() && extent.width() < kSurelyFlat * extent.height())
      piece.confidence = std::min(piece.confidence, .9F * kDoubtfulLine);
  }

  SheetPieces& sheet_;
};

}  // namespace

void settle_rows(SheetPieces& sheet) {
  Rows rows(sheet);
  rows.free_heads();
  rows.join_rows();
  rows.cut_at_rules();
  rows.part_headlines();
}

}  // namespace wenlan
