// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/flow_order.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

namespace wenlan {
namespace {

constexpr double kBeside = .6;        // units that things side by side share down
constexpr double kBesideShare = .4;   // of the lower one, if that is less
constexpr double kStackedShare = .3;  // of the narrower one
constexpr double kNext = 3;           // units to the column that goes on with the text
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

// What comes before what, with all that follows from it; never in a circle.
class Precedence {
 public:
  explicit Precedence(std::size_t count)
      : count_(count), words_((count + 63) / 64), after_(count * words_) {}

  bool is_before(std::size_t a, std::size_t b) const {
    return (after_[a * words_ + b / 64] >> (b % 64) & 1) != 0;
  }

  // Nothing where the contrary is known already.
  void put(std::size_t a, std::size_t b) {
    if (is_before(a, b) || is_before(b, a)) return;
    for (std::size_t x = 0; x < count_; ++x) {
      if (x != a && !is_before(x, a)) continue;
      for (std::size_t w = 0; w < words_; ++w) after_[x * words_ + w] |= after_[b * words_ + w];
      after_[x * words_ + b / 64] |= std::uint64_t{1} << (b % 64);
    }
  }

 private:
  std::size_t count_, words_;
  std::vector<std::uint64_t> after_;
};

struct Relation {
  std::size_t first, second;
  bool sure;        // side by side or one above the other
  double distance;  // between the two
};

class Flow {
 public:
  Flow(std::span<const Extent> items, std::span<const Extent> separators, double unit)
      : nodes_(items.begin(), items.end()), items_(items.size()), unit_(unit) {
    nodes_.insert(nodes_.end(), separators.begin(), separators.end());
  }

  std::vector<std::size_t> order() const {
    const Precedence precedence = settled();
    std::vector<int> waiting_for(nodes_.size());
    for (std::size_t a = 0; a < nodes_.size(); ++a)
      for (std::size_t b = 0; b < nodes_.size(); ++b)
        waiting_for[b] += precedence.is_before(a, b) ? 1 : 0;
    std::vector<bool> done(nodes_.size());
    std::vector<std::size_t> order;
    std::size_t last = kNone;
    for (std::size_t step = 0; step < nodes_.size(); ++step) {
      const std::size_t next = choose(done, waiting_for, last);
      done[next] = true;
      for (std::size_t b = 0; b < nodes_.size(); ++b)
        waiting_for[b] -= precedence.is_before(next, b) ? 1 : 0;
      if (is_separator(next)) continue;
      order.push_back(next);
      last = next;
    }
    return order;
  }

 private:
  bool is_separator(std::size_t i) const { return i >= items_; }

  // The sure relations first, and the nearer ones: what contradicts them does not hold.
  Precedence settled() const {
    std::vector<Relation> relations;
    for (std::size_t a = 0; a < nodes_.size(); ++a)
      for (std::size_t b = a + 1; b < nodes_.size(); ++b)
        if (const auto relation = related(a, b)) relations.push_back(*relation);
    std::stable_sort(relations.begin(), relations.end(), [](auto& a, auto& b) {
      return std::pair(!a.sure, a.distance) < std::pair(!b.sure, b.distance);
    });
    Precedence precedence(nodes_.size());
    for (const auto& relation : relations) precedence.put(relation.first, relation.second);
    return precedence;
  }

  std::optional<Relation> related(std::size_t a, std::size_t b) const {
    const Extent &one = nodes_[a], &other = nodes_[b];
    const bool rules = is_separator(a) || is_separator(b);
    const bool side_by_side = beside(one, other);
    const bool one_above = !rules && stacked(one, other);
    const double distance = std::max(-shared_across(one, other), -shared_down(one, other));
    if (side_by_side && !(one_above && more_stacked(one, other))) {
      if (is_separator(a) && is_separator(b)) return std::nullopt;
      const bool a_right = one.center() > other.center();
      return Relation{a_right ? a : b, a_right ? b : a, true, distance};
    }
    if (rules) return std::nullopt;
    const bool a_above = one.middle() < other.middle();
    return Relation{a_above ? a : b, a_above ? b : a, one_above, distance};
  }

  bool beside(const Extent& a, const Extent& b) const {
    const double least = std::min(a.height(), b.height());
    return shared_down(a, b) > std::min(kBeside * unit_, kBesideShare * least);
  }

  static bool stacked(const Extent& a, const Extent& b) {
    return shared_across(a, b) > kStackedShare * std::min(a.width(), b.width());
  }

  static bool more_stacked(const Extent& a, const Extent& b) {
    const double across = shared_across(a, b) / std::min(a.width(), b.width());
    const double down = shared_down(a, b) / std::min(a.height(), b.height());
    return across > down;
  }

  // The free node that comes next: a rule, or the column at the left of the last one, or the
  // highest.
  std::size_t choose(const std::vector<bool>& done,
                     const std::vector<int>& waiting_for,
                     std::size_t last) const {
    std::size_t best = kNone;
    for (std::size_t i = 0; i < nodes_.size(); ++i)
      if (!done[i] && waiting_for[i] == 0 && (best == kNone || rank(i, last) < rank(best, last)))
        best = i;
    return best;
  }

  struct Rank {
    int kind;  // 0 a rule, 1 the next column, 2 any other
    double first, second;
    auto operator<=>(const Rank&) const = default;
  };

  Rank rank(std::size_t i, std::size_t last) const {
    const auto& node = nodes_[i];
    if (is_separator(i)) return {0, node.top, -node.right};
    if (last != kNone && beside(nodes_[last], node)) {
      const double gap = nodes_[last].left - node.right;
      if (gap > -kBeside * unit_ && gap < kNext * unit_) return {1, gap, node.top};
    }
    return {2, node.top, -node.right};
  }

  std::vector<Extent> nodes_;
  std::size_t items_;
  double unit_;
};

}  // namespace

std::vector<std::size_t> flow_order(std::span<const Extent> items,
                                    std::span<const Extent> separators,
                                    double unit) {
  return Flow(items, separators, unit).order();
}

}  // namespace wenlan
