// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/flow_order.h"

#include <limits>
#include <utility>

namespace wenlan {
namespace {

constexpr double kBeside = .6;        // units that things side by side share down
constexpr double kBesideShare = .4;   // of the lower one, if that is less
constexpr double kStackedShare = .3;  // of the narrower one
constexpr double kNext = 3;           // units to the column that goes on with the text
constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();

class Flow {
 public:
  Flow(std::span<const Extent> items, std::span<const Extent> separators, double unit)
      : nodes_(items.begin(), items.end()), items_(items.size()), unit_(unit) {
    nodes_.insert(nodes_.end(), separators.begin(), separators.end());
    after_.resize(nodes_.size());
    waiting_for_.resize(nodes_.size());
    for (std::size_t a = 0; a < nodes_.size(); ++a)
      for (std::size_t b = a + 1; b < nodes_.size(); ++b) relate(a, b);
  }

  std::vector<std::size_t> order() {
    std::vector<std::size_t> order;
    std::vector<bool> done(nodes_.size());
    std::size_t last = kNone;
    for (std::size_t step = 0; step < nodes_.size(); ++step) {
      const std::size_t next = choose(done, last);
      done[next] = true;
      for (const auto later : after_[next]) --waiting_for_[later];
      if (next >= items_) continue;
      order.push_back(next);
      last = next;
    }
    return order;
  }

 private:
  bool is_separator(std::size_t i) const { return i >= items_; }

  bool beside(const Extent& a, const Extent& b) const {
    const double least = std::min(a.height(), b.height());
    return shared_down(a, b) > std::min(kBeside * unit_, kBesideShare * least);
  }

  static bool stacked(const Extent& a, const Extent& b) {
    return shared_across(a, b) > kStackedShare * std::min(a.width(), b.width());
  }

  void put(std::size_t first, std::size_t second) {
    after_[first].push_back(second);
    ++waiting_for_[second];
  }

  void relate(std::size_t a, std::size_t b) {
    const bool rules = is_separator(a) || is_separator(b);
    if (is_separator(a) && is_separator(b)) return;
    const bool side_by_side = beside(nodes_[a], nodes_[b]);
    const bool one_above = !rules && stacked(nodes_[a], nodes_[b]);
    if (side_by_side && !(one_above && more_stacked(nodes_[a], nodes_[b]))) {
      const bool a_right = nodes_[a].center() > nodes_[b].center();
      put(a_right ? a : b, a_right ? b : a);
      return;
    }
    if (rules) return;
    const bool a_above = nodes_[a].middle() < nodes_[b].middle();
    const std::size_t upper = a_above ? a : b, lower = a_above ? b : a;
    const bool goes_on = one_above || nodes_[upper].center() >= nodes_[lower].center();
    if (goes_on || !is_broken(nodes_[upper], nodes_[lower])) put(upper, lower);
  }

  static bool more_stacked(const Extent& a, const Extent& b) {
    const double across = shared_across(a, b) / std::min(a.width(), b.width());
    const double down = shared_down(a, b) / std::min(a.height(), b.height());
    return across > down;
  }

  // Does something between an item at the upper left and one at the lower right reach along both?
  bool is_broken(const Extent& upper, const Extent& lower) const {
    return std::any_of(nodes_.begin(), nodes_.end(), [&](const Extent& between) {
      return between.center() > upper.right && between.center() < lower.left &&
             beside(between, upper) && beside(between, lower);
    });
  }

  // The free node that comes next: a rule, or the column at the left of the last one, or the
  // highest. Where nothing is free the relations contradict each other; the least bound one goes.
  std::size_t choose(const std::vector<bool>& done, std::size_t last) const {
    std::size_t best = kNone;
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      if (done[i]) continue;
      if (best == kNone || rank(i, last) < rank(best, last)) best = i;
    }
    return best;
  }

  struct Rank {
    int bound;
    int kind;  // 0 a rule, 1 the next column, 2 any other
    double first, second;
    auto operator<=>(const Rank&) const = default;
  };

  Rank rank(std::size_t i, std::size_t last) const {
    const auto& node = nodes_[i];
    if (is_separator(i)) return {waiting_for_[i], 0, node.top, -node.right};
    if (last != kNone && beside(nodes_[last], node)) {
      const double gap = nodes_[last].left - node.right;
      if (gap > -kBeside * unit_ && gap < kNext * unit_) return {waiting_for_[i], 1, gap, node.top};
    }
    return {waiting_for_[i], 2, node.top, -node.right};
  }

  std::vector<Extent> nodes_;
  std::size_t items_;
  double unit_;
  std::vector<std::vector<std::size_t>> after_;
  std::vector<int> waiting_for_;
};

}  // namespace

std::vector<std::size_t> flow_order(std::span<const Extent> items,
                                    std::span<const Extent> separators,
                                    double unit) {
  return Flow(items, separators, unit).order();
}

}  // namespace wenlan
