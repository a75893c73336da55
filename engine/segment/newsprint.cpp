// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/newsprint.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr std::size_t kManyLines = 80;
constexpr double kShortLine = .35;  // of the height of the text
constexpr double kManySizes = 1.6;  // widest text to usual text
// In widths of the usual text.
constexpr double kHeadline = 1.6;
constexpr double kGapDown = .35;   // between a block and the one below
constexpr double kGapBeside = .8;  // between two blocks side by side
constexpr double kInset = .08;     // outlines reach a little over the ink
constexpr double kSameColumn = .5;
constexpr int kDeepest = 40;

using Indices = std::vector<std::size_t>;

double usual_width(std::span<const UprightLine> lines) {
  std::vector<std::pair<double, double>> widths;
  for (const auto& line : lines) widths.emplace_back(line.width, line.height());
  return weighted_median(std::move(widths));
}

struct Gap {
  double at = 0, size = 0;
};

class NewsCutter {
 public:
  explicit NewsCutter(std::span<const UprightLine> lines)
      : lines_(lines), width_(usual_width(lines)) {}

  Block cut() {
    Indices all(lines_.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    block_.grid = {1.2 * width_, .6 * width_, 0};
    add(all, kDeepest);
    return std::move(block_);
  }

 private:
  void add(const Indices& members, int depth) {
    if (members.empty()) return;
    const Gap down = widest_gap(members, false), beside = widest_gap(members, true);
    const double down_size = down.size / (kGapDown * width_);
    const double beside_size = beside.size / (kGapBeside * width_);
    if (depth > 0 && std::max(down_size, beside_size) >= 1) {
      const bool across = beside_size > down_size;
      auto [first, second] = parted(members, across ? beside.at : down.at, across);
      add(first, depth - 1);
      add(second, depth - 1);
      return;
    }
    if (depth > 0 && take_headlines(members, depth)) return;
    place(members);
  }

  // Where nothing parts a block, its headlines may be what bridges the gaps.
  bool take_headlines(const Indices& members, int depth) {
    Indices headlines, rest;
    for (const auto i : members)
      (lines_[i].width > kHeadline * width_ ? headlines : rest).push_back(i);
    if (headlines.empty() || rest.empty()) return false;
    place(headlines);
    add(rest, depth - 1);
    return true;
  }

  // The widest stretch that no line touches; of size 0 when there is none.
  Gap widest_gap(const Indices& members, bool across) const {
    std::vector<std::pair<double, double>> spans;
    const double inset = kInset * width_;
    for (const auto i : members) {
      const auto& line = lines_[i];
      if (across)
        spans.emplace_back(line.left() + inset, line.right() - inset);
      else
        spans.emplace_back(line.top + inset, line.bottom - inset);
    }
    std::sort(spans.begin(), spans.end());
    Gap widest;
    double end = spans.front().second;
    for (const auto& [from, to] : spans) {
      if (from - end > widest.size) widest = {(from + end) / 2, from - end};
      end = std::max(end, to);
    }
    return widest;
  }

  // What is read first: above, or at the right.
  std::pair<Indices, Indices> parted(const Indices& members, double at, bool across) const {
    std::pair<Indices, Indices> halves;
    for (const auto i : members) {
      const bool first = across ? lines_[i].center > at : lines_[i].middle() < at;
      (first ? halves.first : halves.second).push_back(i);
    }
    return halves;
  }

  void place(Indices members) {
    std::sort(members.begin(), members.end(), [&](auto a, auto b) {
      return std::pair(-lines_[a].center, a) < std::pair(-lines_[b].center, b);
    });
    for (std::size_t begin = 0; begin < members.size();) {
      std::size_t end = begin + 1;
      while (end < members.size() &&
             lines_[members[begin]].center - lines_[members[end]].center < kSameColumn * width_)
        ++end;
      place_column({members.begin() + static_cast<std::ptrdiff_t>(begin),
                    members.begin() + static_cast<std::ptrdiff_t>(end)});
      begin = end;
    }
    ++band_;
  }

  void place_column(Indices members) {
    std::sort(members.begin(), members.end(), [&](auto a, auto b) {
      return std::pair(lines_[a].top, a) < std::pair(lines_[b].top, b);
    });
    const int number = static_cast<int>(block_.columns.size());
    Column column{std::numeric_limits<double>::max(), 0, members};
    column.right = -column.left;
    for (const auto i : members) {
      column.left = std::min(column.left, lines_[i].left());
      column.right = std::max(column.right, lines_[i].right());
      block_.lines.push_back({i, number, band_, std::nullopt, std::nullopt});
    }
    block_.columns.push_back(std::move(column));
  }

  std::span<const UprightLine> lines_;
  double width_;
  Block block_;
  int band_ = 0;
};

}  // namespace

bool is_newsprint(std::span<const UprightLine> lines) {
  if (lines.size() < kManyLines) return false;
  double top = std::numeric_limits<double>::max(), bottom = -top;
  std::vector<std::pair<double, double>> heights;
  for (const auto& line : lines) {
    top = std::min(top, line.top);
    bottom = std::max(bottom, line.bottom);
    heights.emplace_back(line.height(), line.height());
  }
  return weighted_median(std::move(heights)) < kShortLine * (bottom - top) &&
         main_width(lines) > kManySizes * usual_width(lines);
}

Block lay_out_newsprint(std::span<const UprightLine> lines) {
  return NewsCutter(lines).cut();
}

}  // namespace wenlan
