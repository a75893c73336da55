// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/articles.h"

#include <cmath>
#include <map>
#include <optional>

namespace wenlan {
namespace {

// In units.
constexpr double kHeadline = 1.3;  // the size of its characters
constexpr double kNext = 1.6;      // gap to what stands at the right
constexpr double kOverlap = .5;
constexpr double kBelow = 2.5;  // gap to the columns below a headline across
constexpr double kLower = 1.5;

constexpr double kShared = .5;  // of the lower one, of two that stand in one row
constexpr double kTaller = 1.25;
constexpr double kAcross = 1.2;  // width over height of what is set across
constexpr double kBroken = .5;   // of what two share down: so long a rule parts them
constexpr double kHigher = .5;   // of the height of a headline across

class Chains {
 public:
  Chains(std::span<const Extent> items, const PrintedRules& rules, double unit)
      : items_(items), rules_(rules), unit_(unit), right_of_(items.size()) {
    for (std::size_t i = 0; i < items.size(); ++i) right_of_[i] = before(i);
  }

  std::vector<Article> articles() const {
    std::map<std::size_t, Article> by_first;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const std::size_t first = first_of(i);
      if (!is_headline(items_[first])) continue;
      auto [at, is_new] = by_first.try_emplace(first, Article{items_[first], {}});
      at->second.members.push_back(i);
      if (is_headline(items_[i])) at->second.headline = united(at->second.headline, items_[i]);
    }
    std::vector<Article> articles;
    for (auto& [first, article] : by_first) articles.push_back(std::move(article));
    return articles;
  }

 private:
  bool is_headline(const Extent& item) const {
    return std::min(item.width(), item.height()) > kHeadline * unit_;
  }

  static bool is_across(const Extent& item) { return item.width() > kAcross * item.height(); }

  // What the item goes on from; nothing for the first of an article.
  std::optional<std::size_t> before(std::size_t item) const {
    const Extent& own = items_[item];
    if (const auto above = headline_above(own, item)) return above;
    if (is_across(own)) return std::nullopt;
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (i == item || !follows(own, items_[i])) continue;
      if (!best || shared_down(own, items_[i]) > shared_down(own, items_[*best])) best = i;
    }
    return best;
  }

  bool follows(const Extent& own, const Extent& right) const {
    if (right.center() <= own.center() || (is_across(right) && !is_headline(right))) return false;
    const double gap = right.left - own.right, shared = shared_down(own, right);
    if (gap < -kOverlap * unit_ || gap > kNext * unit_) return false;
    if (shared < kShared * std::min(own.height(), right.height())) return false;
    if (is_headline(own) && !is_headline(right)) return false;
    if (!is_headline(right) &&
        (own.height() > kTaller * right.height() || !begins_beside(own, right)))
      return false;
    return !is_parted(own, right, is_headline(right) ? right.height() : shared);
  }

  // Does the column begin at the height of the one at its right, or the piece of it above?
  bool begins_beside(const Extent& own, const Extent& right) const {
    const double most = right.top + kLower * unit_;
    if (own.top < most) return true;
    return std::any_of(items_.begin(), items_.end(), [&](const Extent& piece) {
      return piece.top < most && piece.bottom < own.top + kOverlap * unit_ &&
             own.top - piece.bottom < kLower * unit_ &&
             std::abs(piece.center() - own.center()) < kOverlap * unit_ &&
             !is_ruled(piece.middle(), own.middle(), own);
    });
  }

  // Is a rule drawn across between the heights, above or below the item?
  bool is_ruled(double top, double bottom, const Extent& item) const {
    return std::any_of(rules_.across.begin(), rules_.across.end(), [&](const Extent& rule) {
      return rule.middle() > top && rule.middle() < bottom && rule.left < item.center() &&
             rule.right > item.center();
    });
  }

  // `length`: more than half of it, rules are no ornaments of a headline.
  bool is_parted(const Extent& left, const Extent& right, double length) const {
    return std::any_of(rules_.upright.begin(), rules_.upright.end(), [&](const Extent& rule) {
      return rule.center() > left.center() && rule.center() < right.center() &&
             shared_down(rule, left) > 0 && shared_down(rule, right) > kBroken * length;
    });
  }

  // The headline across that stands next above; of columns, above the rightmost.
  std::optional<std::size_t> headline_above(const Extent& own, std::size_t item) const {
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const Extent& other = items_[i];
      if (i == item || !is_across(other) || !is_headline(other) || !is_set_in(other)) continue;
      const double gap = own.top - other.bottom;
      if (gap < -kOverlap * unit_ || gap > kBelow * unit_) continue;
      const double inside = is_across(own) ? own.center() : own.right - unit_ / 2;
      if (inside > other.left - kOverlap * unit_ && inside < other.right + kOverlap * unit_ &&
          !is_ruled(other.middle(), own.middle(), own))
        return i;
    }
    return std::nullopt;
  }

  // Does the headline across stand among columns? Mastheads stand above them all.
  bool is_set_in(const Extent& row) const {
    return std::any_of(items_.begin(), items_.end(), [&](const Extent& other) {
      const double gap = -shared_across(row, other);
      return !is_across(other) && gap > -kOverlap * unit_ && gap < 2 * kNext * unit_ &&
             other.top < row.bottom - kHigher * row.height() && other.bottom > row.bottom;
    });
  }

  std::size_t first_of(std::size_t item) const {
    std::size_t first = item;
    for (std::size_t steps = 0; right_of_[first] && steps < items_.size(); ++steps)
      first = *right_of_[first];
    return first;
  }

  std::span<const Extent> items_;
  const PrintedRules& rules_;
  double unit_;
  std::vector<std::optional<std::size_t>> right_of_;
};

}  // namespace

std::vector<Article> find_articles(std::span<const Extent> items,
                                   const PrintedRules& rules,
                                   double unit) {
  return Chains(items, rules, unit).articles();
}

}  // namespace wenlan
