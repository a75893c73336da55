// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/newsprint.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "engine/segment/block_order.h"
#include "engine/segment/found_line.h"
#include "engine/segment/printed_rules.h"
#include "engine/segment/straighten.h"
#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr std::size_t kManyLines = 80;
constexpr std::size_t kSomeLines = 8;
constexpr std::size_t kSomeHeadlines = 1;
constexpr double kShortLine = .35;  // of the height of the text
constexpr double kManySizes = 1.6;  // widest text to usual text

constexpr double kFlat = .8;         // height over width: below it a line is a row
constexpr double kSurelyFlat = 2.2;  // width over height
constexpr double kLong = 1.5;        // height over width of what is surely a column

// In units, the width of a usual column.
constexpr double kHeadline = 1.3;
constexpr double kBelowHeadline = 3;  // where columns begin, indented ones too
constexpr double kSameColumn = .5;
constexpr double kNextColumn = 1.5;  // gap between two columns of a block
constexpr double kInsideLine = .8;   // nearer to its end a rule does not cut a line
constexpr double kNeighbours = 2.5;  // how far off columns tell where registers end
constexpr double kRegisterGap = 1.5;
constexpr int kGapsAlike = 2;
constexpr double kPieceGap = .45;  // between pieces of one column

constexpr double kLongRule = .6;    // of the height of the sheet, and of a rule
constexpr double kOneColumn = 2.5;  // units: width of what is set beside the frame
constexpr double kSpeck = 1.5;

constexpr double kLikeSize = 1.4;  // of characters in one row
constexpr double kRowGap = 1.3;    // heights between the pieces, which overlap by one at most
constexpr double kRowDrift = .25;  // heights
constexpr double kHeadTop = .35;   // heights of the row
constexpr double kHeadGap = .6;
constexpr double kThrough = .7;  // of the height of a row: a rule so long runs through it

enum class Shape { column, row, character };

// A line, or a row put together from pieces.
struct Piece {
  Shape shape = Shape::column;
  Extent extent;
  Polygon<CleanSpace> outline;
  float confidence = 1;

  bool is_row() const { return shape == Shape::row; }
};

Extent extent_of(const Box<CleanSpace>& box) {
  return {box.x, box.y, box.right(), box.bottom()};
}

Polygon<CleanSpace> outline_of(const Extent& extent) {
  const auto point = [](double x, double y) {
    return Point<CleanSpace>{static_cast<float>(x), static_cast<float>(y)};
  };
  return {point(extent.left, extent.top),
          point(extent.right, extent.top),
          point(extent.right, extent.bottom),
          point(extent.left, extent.bottom)};
}

Shape shape_of(const Box<CleanSpace>& box) {
  if (box.height > kLong * box.width) return Shape::column;
  if (box.width > kLong * box.height) return Shape::row;
  return Shape::character;
}

double usual_width(const std::vector<DetectedLine>& lines) {
  std::vector<std::pair<double, double>> widths;
  for (const auto& line : lines) {
    const auto box = bounding_box(line.outline);
    if (shape_of(box) == Shape::column) widths.emplace_back(box.width, box.height);
  }
  return weighted_median(std::move(widths));
}

class Sheet {
 public:
  Sheet(const std::vector<DetectedLine>& lines, const cv::Mat& pixels)
      : unit_(std::max(4., usual_width(lines))) {
    take(lines);
    std::vector<Polygon<CleanSpace>> writing;
    for (const auto& piece : pieces_) writing.push_back(piece.outline);
    rules_ = find_printed_rules(pixels, writing, unit_);
    free_heads();
    join_rows();
    cut_at_rules();
    cut_at_registers();
    join_columns();
    set_margins_aside();
  }

  void add_to(LayoutBuilder& builder) const {
    std::vector<Extent> extents;
    for (const auto& piece : pieces_) extents.push_back(piece.extent);
    const auto order = order_blocks(extents, rules_, unit_);
    for (std::size_t begin = 0; begin < order.size();) {
      std::size_t end = begin + 1;
      while (end < order.size() && goes_on(pieces_[order[end - 1]], pieces_[order[end]])) ++end;
      add_region(pieces_,
                 {order.begin() + static_cast<std::ptrdiff_t>(begin),
                  order.begin() + static_cast<std::ptrdiff_t>(end)},
                 Stream::main,
                 builder);
      begin = end;
    }
    for (std::size_t i = 0; i < margins_.size(); ++i)
      add_region(margins_, {i}, Stream::other, builder);
  }

 private:
  void take(const std::vector<DetectedLine>& lines) {
    for (const auto& line : lines) {
      const auto box = bounding_box(line.outline);
      const Shape shape = shape_of(box);
      pieces_.push_back({shape, extent_of(box), line.outline, line.confidence});
      if (shape != Shape::column) continue;
      const FoundLine found = cut_across(line.outline, line.confidence);
      if (found.slices.empty()) continue;
      const UprightLine strip = upright(found, {});  // the page was turned upright before
      pieces_.back().extent = {strip.left(), strip.top, strip.right(), strip.bottom};
    }
  }

  // The last character of a headline may be found with the column below it: it stands above the
  // columns at both sides.
  void free_heads() {
    const std::size_t count = pieces_.size();
    for (std::size_t i = 0; i < count; ++i)
      for (std::size_t row = 0; row < count; ++row) {
        if (!pieces_[row].is_row() || pieces_[i].shape != Shape::column) continue;
        const Extent own = pieces_[i].extent, head = pieces_[row].extent;
        const double gap = std::max(own.left - head.right, head.left - own.right);
        if (std::abs(own.top - head.top) > kHeadTop * head.height() ||
            own.bottom < head.bottom + unit_ || std::abs(gap) > kHeadGap * head.height() ||
            columns_reach_above(i, head.bottom))
          continue;
        cut(i, head.bottom, head.bottom);
        if (pieces_[i].extent.bottom <= head.bottom) pieces_[i].shape = Shape::row;
      }
  }

  // Does a column next to this one begin above the height?
  bool columns_reach_above(std::size_t piece, double height) const {
    const Extent& own = pieces_[piece].extent;
    return std::any_of(pieces_.begin(), pieces_.end(), [&](const Piece& other) {
      const double away = std::abs(other.extent.center() - own.center());
      return other.shape == Shape::column && away > kSameColumn * unit_ &&
             away < kNeighbours * unit_ && shared_down(own, other.extent) > 0 &&
             other.extent.top < height - kHeadTop * unit_;
    });
  }

  // Characters set wide apart are found one by one: those in line with a row belong to it.
  void join_rows() {
    bool joined = true;
    while (joined) {
      joined = false;
      for (std::size_t a = 0; a < pieces_.size() && !joined; ++a)
        for (std::size_t b = 0; b < pieces_.size() && !joined; ++b)
          if (a != b && are_one_row(a, b)) {
            join(a, b);
            joined = true;
          }
    }
    for (auto& piece : pieces_)
      if (piece.shape == Shape::character) settle(piece);
  }

  bool are_one_row(std::size_t left, std::size_t right) const {
    const Piece &a = pieces_[left], &b = pieces_[right];
    if (a.shape == Shape::column || b.shape == Shape::column) return false;
    const double low = std::min(a.extent.height(), b.extent.height());
    const double high = std::max(a.extent.height(), b.extent.height());
    const double gap = b.extent.left - a.extent.right;
    if (a.extent.center() > b.extent.center()) return false;
    if (high > kLikeSize * low || gap < -low || gap > kRowGap * low) return false;
    if (std::abs(a.extent.middle() - b.extent.middle()) > kRowDrift * low) return false;
    if (is_ruled_off(united(a.extent, b.extent))) return false;
    // A character may as well stand in a column.
    return (a.is_row() || !is_in_column(left, gap)) && (b.is_row() || !is_in_column(right, gap));
  }

  // Does an upright rule run through?
  bool is_ruled_off(const Extent& row) const {
    return std::any_of(rules_.upright.begin(), rules_.upright.end(), [&](const Extent& rule) {
      return runs_through(rule, row);
    });
  }

  static bool runs_through(const Extent& rule, const Extent& row) {
    return rule.center() > row.left && rule.center() < row.right &&
           shared_down(rule, row) > kThrough * row.height();
  }

  bool is_in_column(std::size_t character, double gap) const {
    const Extent& own = pieces_[character].extent;
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const Piece& other = pieces_[i];
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
    Piece& row = pieces_[a];
    row.shape = Shape::row;
    row.extent = united(row.extent, pieces_[b].extent);
    row.outline = outline_of(row.extent);
    row.confidence = std::max(row.confidence, pieces_[b].confidence);
    pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(b));
  }

  static void settle(Piece& piece) {
    const Extent& extent = piece.extent;
    piece.shape = extent.height() < kFlat * extent.width() ? Shape::row : Shape::column;
    // Hardly wider than high: a character or two, or nothing.
    if (piece.is_row() && extent.width() < kSurelyFlat * extent.height())
      piece.confidence = std::min(piece.confidence, .9F * kDoubtfulLine);
  }

  // A line over a rule is two: one above the other, found as one.
  void cut_at_rules() {
    for (std::size_t i = 0; i < pieces_.size(); ++i)
      for (const auto& rule : rules_.across)
        if (rule.left < pieces_[i].extent.left && rule.right > pieces_[i].extent.right)
          cut(i, rule.top, rule.bottom);
    for (std::size_t i = 0; i < pieces_.size(); ++i)
      for (const auto& rule : rules_.upright)
        if (pieces_[i].is_row() && runs_through(rule, pieces_[i].extent)) cut_row(i, rule);
  }

  // So is one that alone runs through the gap that columns near it leave.
  void cut_at_registers() {
    const std::size_t count = pieces_.size();
    for (std::size_t i = 0; i < count; ++i) {
      if (pieces_[i].shape != Shape::column || is_headline(pieces_[i])) continue;
      const auto gaps = gaps_beside(i);
      for (const auto& [top, bottom] : gaps) {
        const double middle = (top + bottom) / 2;
        const auto like = std::count_if(gaps.begin(), gaps.end(), [&](const auto& gap) {
          return gap.first < middle && gap.second > middle;
        });
        if (like >= kGapsAlike && !is_crossed_beside(i, middle)) cut(i, top, bottom);
      }
    }
  }

  // Pieces of one column, where columns beside it run on.
  void join_columns() {
    for (std::size_t upper = 0; upper < pieces_.size(); ++upper)
      for (std::size_t lower = 0; lower < pieces_.size();) {
        if (upper == lower || !are_one_column(upper, lower)) {
          ++lower;
          continue;
        }
        pieces_[upper].extent = united(pieces_[upper].extent, pieces_[lower].extent);
        pieces_[upper].outline = outline_of(pieces_[upper].extent);
        pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(lower));
        if (lower < upper) --upper;
        lower = 0;
      }
  }

  bool are_one_column(std::size_t upper, std::size_t lower) const {
    const Piece &a = pieces_[upper], &b = pieces_[lower];
    if (a.shape != Shape::column || b.shape != Shape::column || is_headline(a)) return false;
    const double gap = b.extent.top - a.extent.bottom;
    const double middle = (b.extent.top + a.extent.bottom) / 2;
    if (gap < -kInsideLine * unit_ || gap > kPieceGap * unit_) return false;
    if (std::abs(a.extent.center() - b.extent.center()) > kRowDrift * unit_) return false;
    if (std::max(a.extent.width(), b.extent.width()) >
        kLikeSize * std::min(a.extent.width(), b.extent.width()))
      return false;
    const bool ruled =
        std::any_of(rules_.across.begin(), rules_.across.end(), [&](const Extent& rule) {
          return rule.left < a.extent.center() && rule.right > a.extent.center() &&
                 std::abs(rule.middle() - middle) < kInsideLine * unit_;
        });
    return !ruled && is_crossed_beside(upper, middle) && is_crossed_beside(lower, middle);
  }

  bool is_near(const Piece& other, const Extent& own) const {
    const double away = std::abs(other.extent.center() - own.center());
    return other.shape == Shape::column && !is_headline(other) && away > kSameColumn * unit_ &&
           away < kNeighbours * unit_ && shared_down(own, other.extent) > 0;
  }

  bool is_crossed_beside(std::size_t piece, double height) const {
    const Extent own = pieces_[piece].extent;
    return std::any_of(pieces_.begin(), pieces_.end(), [&](const Piece& other) {
      return is_near(other, own) && other.extent.top < height - kInsideLine * unit_ &&
             other.extent.bottom > height + kInsideLine * unit_;
    });
  }

  // Heights between two pieces one above the other, in the columns next to a piece.
  std::vector<std::pair<double, double>> gaps_beside(std::size_t piece) const {
    std::vector<const Extent*> beside;
    for (const auto& other : pieces_)
      if (is_near(other, pieces_[piece].extent)) beside.push_back(&other.extent);
    std::vector<std::pair<double, double>> gaps;
    for (const auto* upper : beside)
      for (const auto* lower : beside) {
        const double gap = lower->top - upper->bottom;
        if (gap > 0 && gap < kRegisterGap * unit_ &&
            std::abs(upper->center() - lower->center()) < kSameColumn * unit_)
          gaps.emplace_back(upper->bottom, lower->top);
      }
    return gaps;
  }

  // Leaves a piece above `top` and makes another below `bottom`, unless one would be too short.
  void cut(std::size_t piece, double top, double bottom) {
    const Extent own = pieces_[piece].extent;
    if (pieces_[piece].shape != Shape::column || top < own.top + kInsideLine * unit_ ||
        bottom > own.bottom - kInsideLine * unit_)
      return;
    Piece below = pieces_[piece];
    pieces_[piece].extent.bottom = top;
    below.extent.top = bottom;
    pieces_[piece].outline = outline_of(pieces_[piece].extent);
    below.outline = outline_of(below.extent);
    pieces_.push_back(std::move(below));
  }

  void cut_row(std::size_t piece, const Extent& rule) {
    const Extent own = pieces_[piece].extent;
    if (rule.left < own.left + kInsideLine * unit_ || rule.right > own.right - kInsideLine * unit_)
      return;
    Piece right = pieces_[piece];
    pieces_[piece].extent.right = rule.left;
    right.extent.left = rule.right;
    pieces_[piece].outline = outline_of(pieces_[piece].extent);
    right.outline = outline_of(right.extent);
    pieces_.push_back(std::move(right));
  }

  // A single column outside the frame of the sheet, as rates and mottoes are set, is no article.
  void set_margins_aside() {
    for (const bool right : {true, false}) {
      const auto margin = margin_at(right);
      for (auto i = margin.rbegin(); i != margin.rend(); ++i) {
        margins_.push_back(std::move(pieces_[*i]));
        pieces_.erase(pieces_.begin() + static_cast<std::ptrdiff_t>(*i));
      }
    }
    std::sort(margins_.begin(), margins_.end(), [&](const Piece& a, const Piece& b) {
      return a.extent.left > b.extent.right ||
             (b.extent.left <= a.extent.right && a.extent.top < b.extent.top);
    });
  }

  // What stands beyond the outermost long rule, if that is one column as long as the rule.
  std::vector<std::size_t> margin_at(bool right) const {
    Extent sheet = pieces_.empty() ? Extent{} : pieces_.front().extent;
    for (const auto& piece : pieces_) sheet = united(sheet, piece.extent);
    std::vector<std::size_t> margin;
    for (const auto& rule : rules_.upright) {
      if (rule.height() < kLongRule * sheet.height()) continue;
      std::vector<std::size_t> beyond;
      for (std::size_t i = 0; i < pieces_.size(); ++i)
        if (right ? pieces_[i].extent.left > rule.center()
                  : pieces_[i].extent.right < rule.center())
          beyond.push_back(i);
      if (is_one_column(beyond, kLongRule * rule.height()) &&
          (margin.empty() || beyond.size() < margin.size()))
        margin = std::move(beyond);
    }
    return margin;
  }

  bool is_one_column(const std::vector<std::size_t>& members, double least) const {
    std::optional<Extent> all;  // without specks
    for (const auto i : members) {
      const Extent& extent = pieces_[i].extent;
      if (std::max(extent.width(), extent.height()) < kSpeck * unit_) continue;
      all = all ? united(*all, extent) : extent;
    }
    return all && all->height() > least && all->width() < kOneColumn * unit_;
  }

  bool is_headline(const Piece& piece) const {
    return std::min(piece.extent.width(), piece.extent.height()) > kHeadline * unit_;
  }

  bool in_one_column(const Piece& upper, const Piece& lower) const {
    return !upper.is_row() && !lower.is_row() && lower.extent.top > upper.extent.middle() &&
           std::abs(upper.extent.center() - lower.extent.center()) < kSameColumn * unit_ &&
           lower.extent.top - upper.extent.bottom < kNextColumn * unit_;
  }

  // Does the second, read after the first, stand in the same block?
  bool goes_on(const Piece& first, const Piece& second) const {
    if (first.is_row() || second.is_row() || is_headline(first) != is_headline(second))
      return false;
    if (in_one_column(first, second)) return true;
    const double gap = first.extent.left - second.extent.right;
    return gap > -kSameColumn * unit_ && gap < kNextColumn * unit_ &&
           shared_down(first.extent, second.extent) >
               .5 * std::min(first.extent.height(), second.extent.height());
  }

  void add_region(const std::vector<Piece>& pieces,
                  const std::vector<std::size_t>& members,
                  Stream stream,
                  LayoutBuilder& builder) const {
    const Piece& first = pieces[members.front()];
    const auto mode = first.is_row() ? WritingMode::horizontal_rtl : WritingMode::vertical_rl;
    std::vector<DraftLine> drafts;
    int column = 0;
    for (std::size_t i = 0; i < members.size(); ++i) {
      const Piece& piece = pieces[members[i]];
      if (i > 0 && !in_one_column(pieces[members[i - 1]], piece)) ++column;
      DraftLine draft;
      draft.stream = stream;
      draft.outline = piece.outline;
      draft.mode = mode;
      draft.column = column;
      draft.confidence = piece.confidence;
      drafts.push_back(std::move(draft));
    }
    const auto kind = is_headline(first) ? RegionKind::headline : RegionKind::text;
    builder.add_region(kind, mode, drafts);
  }

  double unit_;
  std::vector<Piece> pieces_;
  std::vector<Piece> margins_;
  PrintedRules rules_;
};

// Headlines across, each with the beginnings of columns below it.
std::size_t headlines_of(const std::vector<Box<CleanSpace>>& boxes, double unit) {
  std::size_t headlines = 0;
  for (const auto& row : boxes) {
    if (row.width < kSurelyFlat * row.height || row.height < kHeadline * unit) continue;
    const auto below = std::count_if(boxes.begin(), boxes.end(), [&](const auto& box) {
      return shape_of(box) == Shape::column && box.center().x > row.x &&
             box.center().x < row.right() && box.y > row.center().y &&
             box.y < row.bottom() + kBelowHeadline * unit;
    });
    if (below >= 3) ++headlines;
  }
  return headlines;
}

}  // namespace

bool is_newsprint(const std::vector<DetectedLine>& lines) {
  std::vector<Box<CleanSpace>> boxes;
  std::vector<std::pair<double, double>> heights, all_widths;
  Box<CleanSpace> text;
  std::size_t columns = 0;
  double widest = 0;
  const double unit = usual_width(lines);
  for (const auto& line : lines) {
    boxes.push_back(bounding_box(line.outline));
    text = united(text, boxes.back());
    if (shape_of(boxes.back()) != Shape::column) continue;
    ++columns;
    heights.emplace_back(boxes.back().height, boxes.back().height);
    all_widths.emplace_back(boxes.back().width, boxes.back().height);
  }
  for (const auto& [width, height] : all_widths)
    if (height > 3 * width) widest = std::max(widest, width);
  if (columns >= kManyLines && widest > kManySizes * unit &&
      weighted_median(std::move(heights)) < kShortLine * text.height)
    return true;
  return columns >= kSomeLines && headlines_of(boxes, unit) >= kSomeHeadlines;
}

void lay_out_newsprint(const std::vector<DetectedLine>& lines,
                       const cv::Mat& pixels,
                       LayoutBuilder& builder) {
  Sheet(lines, pixels).add_to(builder);
}

}  // namespace wenlan
