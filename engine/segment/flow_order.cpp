// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/flow_order.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <utility>

#include "engine/segment/adverts.h"
#include "engine/segment/articles.h"

namespace wenlan {
namespace {

constexpr double kBeside = .6;        // units that things side by side share down
constexpr double kBesideShare = .4;   // of the lower one, if that is less
constexpr double kStackedShare = .3;  // of the narrower one
constexpr double kNext = 3;           // units to the column that goes on with the text
constexpr double kText = 1.3;         // of a column of text at most
constexpr double kFirstOfAll = std::numeric_limits<double>::lowest();
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

// What is read in one go: an item, or an article, which begins with its headline.
struct Block {
  Extent lead;
  std::vector<Extent> parts;
  bool is_advert = false;
};

Block block_of(const Extent& item) {
  return {item, {item}, false};
}

class Flow {
 public:
  Flow(std::vector<Block> blocks, std::span<const Extent> separators, double unit)
      : nodes_(std::move(blocks)), items_(nodes_.size()), unit_(unit) {
    for (const auto& separator : separators) nodes_.push_back(block_of(separator));
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
    const Block &one = nodes_[a], &other = nodes_[b];
    if (one.is_advert != other.is_advert && !is_separator(a) && !is_separator(b)) {
      const std::size_t advert = one.is_advert ? a : b, text = one.is_advert ? b : a;
      if (is_before_advert(nodes_[text], nodes_[advert].lead))
        return Relation{text, advert, true, kFirstOfAll};
    }
    const auto leads = related_extents(one.lead, other.lead, is_separator(a), is_separator(b));
    std::optional<Relation> relation;
    if (leads && leads->sure)
      relation = leads;
    else if (one.parts.size() + other.parts.size() > 2)
      relation = related_parts(one, other, is_separator(a), is_separator(b));
    if (!relation) relation = leads;
    if (!relation) return std::nullopt;
    const bool a_first = relation->first == 0;
    return Relation{a_first ? a : b, a_first ? b : a, relation->sure, relation->distance};
  }

  // Articles that begin above an advert are read to their end first. So is what runs on beside it
  // from the register above, without a headline where it begins.
  bool is_before_advert(const Block& text, const Extent& advert) const {
    if (text.lead.center() > advert.right) return false;
    if (text.lead.middle() < advert.top) return true;
    return std::any_of(nodes_.begin(), nodes_.end(), [&](const Block& node) {
      const Extent& column = node.lead;
      const double gap = advert.left - column.right;
      return node.parts.size() == 1 && column.width() < kText * unit_ &&
             column.height() > column.width() && column.right > text.lead.left && gap > -unit_ &&
             gap < kNext * unit_ && column.bottom < advert.middle() &&
             std::abs(column.top - advert.top) < kNext * unit_ &&
             text.lead.middle() > column.top - unit_ && text.lead.middle() < column.bottom + unit_;
    });
  }

  // What is sure about any parts, where they do not contradict each other.
  std::optional<Relation> related_parts(const Block& one,
                                        const Block& other,
                                        bool one_rules,
                                        bool other_rules) const {
    std::optional<Relation> nearest;
    for (const auto& a : one.parts)
      for (const auto& b : other.parts) {
        const auto relation = related_extents(a, b, one_rules, other_rules);
        if (!relation || !relation->sure) continue;
        if (nearest && nearest->first != relation->first) return std::nullopt;
        if (!nearest || relation->distance < nearest->distance) nearest = relation;
      }
    return nearest;
  }

  // `first` is 0 where a comes first, else 1.
  std::optional<Relation> related_extents(const Extent& a,
                                          const Extent& b,
                                          bool a_rules,
                                          bool b_rules) const {
    const auto put = [](bool a_first, bool sure, double distance) {
      return Relation{a_first ? 0U : 1U, a_first ? 1U : 0U, sure, distance};
    };
    const bool rules = a_rules || b_rules;
    const bool one_above = !rules && stacked(a, b);
    const double distance = std::max(-shared_across(a, b), -shared_down(a, b));
    if (beside(a, b) && !(one_above && more_stacked(a, b))) {
      if (a_rules && b_rules) return std::nullopt;
      return put(a.center() > b.center(), true, distance);
    }
    if (rules) return std::nullopt;
    return put(a.middle() < b.middle(), one_above, distance);
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
    const Extent& node = nodes_[i].lead;
    if (is_separator(i)) return {0, node.top, -node.right};
    if (last != kNone && beside(nodes_[last].parts.back(), node)) {
      const double gap = nodes_[last].parts.back().left - node.right;
      if (gap > -kBeside * unit_ && gap < kNext * unit_) return {1, gap, node.top};
    }
    return {2, node.top, -node.right};
  }

  std::vector<Block> nodes_;
  std::size_t items_;
  double unit_;
};

std::vector<std::size_t> order_items(std::span<const Extent> items,
                                     std::span<const Extent> separators,
                                     double unit) {
  std::vector<Block> blocks;
  for (const auto& item : items) blocks.push_back(block_of(item));
  return Flow(std::move(blocks), separators, unit).order();
}

// Blocks, and which items each holds, in the order within it.
struct Blocks {
  std::vector<Block> blocks;
  std::vector<std::vector<std::size_t>> members;
};

Extent around(const std::vector<Extent>& parts) {
  Extent all = parts.front();
  for (const auto& part : parts) all = united(all, part);
  return all;
}

class BlockBuilder {
 public:
  BlockBuilder(std::span<const Extent> items, const PrintedRules& rules, double unit)
      : items_(items), rules_(rules), unit_(unit) {}

  Blocks built() {
    std::vector<std::size_t> left = all_but(find_adverts_in_order());
    std::vector<Extent> rest;
    for (const auto i : left) rest.push_back(items_[i]);
    for (auto& article : find_articles(rest, rules_, unit_)) {
      for (auto& member : article.members) member = left[member];
      add(std::move(article.members), article.headline);
    }
    for (const auto i : all_but(taken_)) {
      blocks_.blocks.push_back(block_of(items_[i]));
      blocks_.members.push_back({i});
    }
    return std::move(blocks_);
  }

 private:
  std::vector<std::size_t> find_adverts_in_order() {
    for (auto& advert : find_adverts(items_, rules_, unit_)) {
      add(std::move(advert), std::nullopt);
      blocks_.blocks.back().is_advert = true;
    }
    return taken_;
  }

  void add(std::vector<std::size_t> members, std::optional<Extent> lead) {
    std::vector<Extent> parts;
    for (const auto i : members) parts.push_back(items_[i]);
    taken_.insert(taken_.end(), members.begin(), members.end());
    Block block{lead.value_or(around(parts)), {}, false};
    std::vector<std::size_t> ordered;
    for (const auto place : order_items(parts, rules_.upright, unit_)) {
      ordered.push_back(members[place]);
      block.parts.push_back(parts[place]);
    }
    blocks_.blocks.push_back(std::move(block));
    blocks_.members.push_back(std::move(ordered));
  }

  std::vector<std::size_t> all_but(const std::vector<std::size_t>& taken) const {
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < items_.size(); ++i)
      if (std::find(taken.begin(), taken.end(), i) == taken.end()) left.push_back(i);
    return left;
  }

  std::span<const Extent> items_;
  const PrintedRules& rules_;
  double unit_;
  Blocks blocks_;
  std::vector<std::size_t> taken_;
};

}  // namespace

std::vector<std::size_t> flow_order(std::span<const Extent> items,
                                    const PrintedRules& rules,
                                    double unit) {
  Blocks blocks = BlockBuilder(items, rules, unit).built();
  std::vector<std::size_t> order;
  for (const auto block : Flow(std::move(blocks.blocks), rules.upright, unit).order())
    order.insert(order.end(), blocks.members[block].begin(), blocks.members[block].end());
  return order;
}

}  // namespace wenlan
