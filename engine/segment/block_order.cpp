// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/block_order.h"

#include <utility>

#include "engine/segment/adverts.h"
#include "engine/segment/flow_order.h"

namespace wenlan {
namespace {

// In units.
constexpr double kGapDown = .35;    // between a block and the one below
constexpr double kGapBeside = .8;   // between two blocks side by side
constexpr double kInset = .08;      // outlines reach a little over the ink
constexpr double kCrossing = 1;     // a rule crosses a gap that it leaves so far to either side
constexpr double kBesideGap = .3;   // how far from it a rule still belongs to a gap
constexpr double kAbove = .5;       // a headline ends so far below the top of its columns at most
constexpr double kTextWidth = 1.3;  // of a column of text, no headline
constexpr double kHeadGap = 2.5;    // between a headline and its columns, indented ones too
constexpr double kMasthead = 5;     // height of its characters

constexpr double kAcross = 1.5;   // width over height of what is set across
constexpr double kRuled = .7;     // of the length of a gap
constexpr double kRuledGain = 3;  // how much sooner a gap is cut with a rule or between headlines
constexpr double kLongCrossing =
    .5;                           // of the width: such a rule is cut at before any gap it crosses
constexpr double kDateLine = .6;  // of the width of the page
constexpr double kHead = .25;     // of the height of a page: where a masthead stands
constexpr int kDeepest = 40;

using Indices = std::vector<std::size_t>;

struct Gap {
  double from = 0, to = 0;
  double strength = 0;  // cut from 1
  double at() const { return (from + to) / 2; }
};

class BlockCutter {
 public:
  BlockCutter(std::span<const Extent> items, const PrintedRules& rules, double unit)
      : items_(items), rules_(rules), unit_(unit) {}

  Indices order() {
    Indices all(items_.size());
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = i;
    std::vector<Indices> pages;
    part_pages(all, kDeepest, pages);
    const auto front = std::find_if(
        pages.begin(), pages.end(), [&](const Indices& page) { return has_masthead(page); });
    if (front != pages.end()) {
      std::rotate(pages.begin(), front, front + 1);
      pages.front() = without_head(pages.front());
    }
    for (const auto& page : pages) add(without_date_line(page), kDeepest);
    return std::move(order_);
  }

 private:
  // What stands side by side over the whole height of the sheet, from the right.
  void part_pages(const Indices& members, int depth, std::vector<Indices>& pages) const {
    const Gap beside = best_gap(members, true);
    if (depth == 0 || beside.strength < 1 || beside.strength < best_gap(members, false).strength) {
      if (!members.empty()) pages.push_back(members);
      return;
    }
    const auto [right, left] = parted(members, beside.at(), true);
    part_pages(right, depth - 1, pages);
    part_pages(left, depth - 1, pages);
  }

  bool has_masthead(const Indices& members) const {
    const Extent page = around(members);
    return std::any_of(members.begin(), members.end(), [&](std::size_t i) {
      return items_[i].height() > kMasthead * unit_ &&
             items_[i].width() > kAcross * items_[i].height() &&
             items_[i].middle() < page.top + kHead * page.height();
    });
  }

  std::size_t masthead_of(const Indices& page) const {
    return *std::max_element(page.begin(), page.end(), [&](std::size_t a, std::size_t b) {
      const auto size = [&](std::size_t i) {
        return items_[i].width() > kAcross * items_[i].height() ? items_[i].height() : 0;
      };
      return size(a) < size(b);
    });
  }

  // Adds the head of the front page where a date line as wide as the page closes it: what stands
  // beside the masthead, adverts mostly, comes after it. Gives what is left.
  Indices without_head(const Indices& page) {
    const Extent area = around(page), masthead = items_[masthead_of(page)];
    const auto date = std::find_if(page.begin(), page.end(), [&](std::size_t i) {
      return items_[i].width() > kDateLine * area.width() && items_[i].top > masthead.middle() &&
             items_[i].width() > kAcross * items_[i].height();
    });
    if (date == page.end()) return page;
    Indices head, beside, below;
    for (const auto i : page) {
      if (i == *date) continue;
      const auto& item = items_[i];
      const bool above = item.bottom < items_[*date].middle();
      const bool inside = item.center() > masthead.left && item.center() < masthead.right;
      (!above ? below : inside ? head : beside).push_back(i);
    }
    add(head, kDeepest);
    order_.push_back(*date);
    add(beside, kDeepest);
    return below;
  }

  // Adds the rows of text size that stand alone above all else, from the right: a date line, or its
  // pieces. Gives what is left.
  Indices without_date_line(const Indices& page) {
    if (page.empty()) return page;
    const auto first = *std::min_element(
        page.begin(), page.end(), [&](auto a, auto b) { return items_[a].top < items_[b].top; });
    Indices line, rest;
    for (const auto i : page) (items_[i].top < items_[first].middle() ? line : rest).push_back(i);
    const bool alone = std::all_of(line.begin(), line.end(), [&](std::size_t i) {
      return items_[i].width() > items_[i].height() && items_[i].height() < kTextWidth * unit_ &&
             std::all_of(rest.begin(), rest.end(), [&](std::size_t other) {
               return items_[other].top > items_[i].bottom - kAbove * unit_;
             });
    });
    if (!alone || rest.empty()) return page;
    std::sort(line.begin(), line.end(), [&](auto a, auto b) {
      return items_[a].center() > items_[b].center();
    });
    order_.insert(order_.end(), line.begin(), line.end());
    return rest;
  }

  void add(const Indices& members, int depth) {
    if (members.empty()) return;
    const Gap down = best_gap(members, false), beside = best_gap(members, true);
    if (depth > 0 && std::max(down.strength, beside.strength) >= 1) {
      const bool across = beside.strength > down.strength;
      auto [first, second] = parted(members, across ? beside.at() : down.at(), across);
      if (across && is_advert(first)) second = without_continuation(second, depth - 1);
      add(first, depth - 1);
      add(second, depth - 1);
      return;
    }
    add_flow(members);
  }

  bool is_advert(const Indices& members) const {
    std::vector<Extent> lines;
    for (const auto i : members) lines.push_back(items_[i]);
    return wenlan::is_advert(lines, unit_);
  }

  // Text beside an advert that begins without a headline goes on from above, and is read before
  // it. Gives what is left.
  Indices without_continuation(const Indices& members, int depth) {
    const Gap down = best_gap(members, false);
    if (members.empty() || down.strength < 1) return members;
    const auto [upper, lower] = parted(members, down.at(), false);
    const auto first = *std::max_element(upper.begin(), upper.end(), [&](auto a, auto b) {
      return items_[a].right < items_[b].right;
    });
    const auto& item = items_[first];
    const bool column = item.height() > item.width() && item.width() < kTextWidth * unit_;
    if (!column || item.top > around(upper).top + unit_) return members;
    add(upper, depth);
    return lower;
  }

  void add_flow(const Indices& members) {
    const Extent area = around(members);
    std::vector<Extent> extents;
    PrintedRules rules;
    for (const auto i : members) extents.push_back(items_[i]);
    for (const auto& rule : rules_.upright)
      if (shared_across(rule, area) > 0 && shared_down(rule, area) > 0)
        rules.upright.push_back(rule);
    rules.across = rules_.across;
    for (const auto i : flow_order(extents, rules, unit_)) order_.push_back(members[i]);
  }

  Extent around(const Indices& members) const {
    Extent area = items_[members.front()];
    for (const auto i : members) area = united(area, items_[i]);
    return area;
  }

  // The stretch without lines that parts the members best, left from right or upper from lower.
  Gap best_gap(const Indices& members, bool across) const {
    if (members.size() < 2) return {};
    std::vector<std::pair<double, double>> spans;
    const double inset = kInset * unit_;
    for (const auto i : members) {
      const auto& item = items_[i];
      if (across)
        spans.emplace_back(item.left + inset, item.right - inset);
      else
        spans.emplace_back(item.top + inset, item.bottom - inset);
    }
    std::sort(spans.begin(), spans.end());
    const Extent area = around(members);
    Gap best;
    double end = spans.front().second;
    for (const auto& [from, to] : spans) {
      if (from > end) {
        Gap gap{end, from};
        gap.strength = strength_of(gap, area, across);
        if (across && are_articles_beside(members, gap.at())) gap.strength *= kRuledGain;
        const bool kept =
            across ? is_headline_beside(members, gap.at()) : parts_headlines(members, gap);
        if (gap.strength > best.strength && !kept) best = gap;
      }
      end = std::max(end, to);
    }
    return best;
  }

  // Are there only headlines at one side of the place, all above what stands at the other? They
  // belong to it.
  bool is_headline_beside(const Indices& members, double at) const {
    const auto [right, left] = parted(members, at, true);
    const auto above = [&](const Indices& rows, const Indices& others) {
      return std::all_of(rows.begin(), rows.end(), [&](std::size_t i) {
        return items_[i].width() > kAcross * items_[i].height() &&
               items_[i].bottom < around(others).top + kAbove * unit_;
      });
    };
    return above(right, left) || above(left, right);
  }

  // Does each side of the place begin with a headline across, as articles side by side do?
  bool are_articles_beside(const Indices& members, double at) const {
    const auto [right, left] = parted(members, at, true);
    return begins_with_headline(right) && begins_with_headline(left);
  }

  bool begins_with_headline(const Indices& members) const {
    if (members.size() < 2) return false;
    const auto first = *std::min_element(members.begin(), members.end(), [&](auto a, auto b) {
      return items_[a].top < items_[b].top;
    });
    const Extent& row = items_[first];
    return row.width() > kAcross * row.height() &&
           std::all_of(members.begin(), members.end(), [&](std::size_t i) {
             return i == first || items_[i].top > row.middle();
           });
  }

  // Are there only headlines of articles side by side above the gap, and their columns below? Each
  // belongs to its own.
  bool parts_headlines(const Indices& members, const Gap& gap) const {
    const auto [rows, columns] = parted(members, gap.at(), false);
    if (rows.size() < 2 || is_ruled(gap, around(members), false)) return false;
    return std::all_of(rows.begin(), rows.end(), [&](std::size_t i) {
      const Extent& row = items_[i];
      const bool beside = std::all_of(rows.begin(), rows.end(), [&](std::size_t other) {
        return i == other || shared_across(row, items_[other]) < 0;
      });
      return beside && row.width() > kAcross * row.height() &&
             std::any_of(columns.begin(), columns.end(), [&](std::size_t column) {
               const Extent& item = items_[column];
               return item.height() > item.width() && shared_across(item, row) > 0 &&
                      item.top - row.bottom < kHeadGap * unit_;
             });
    });
  }

  double strength_of(const Gap& gap, const Extent& area, bool across) const {
    if (across && is_crossed(gap, area, across, kLongCrossing * area.width())) return 0;
    const double size = (gap.to - gap.from) / ((across ? kGapBeside : kGapDown) * unit_);
    if (is_ruled(gap, area, across)) return kRuledGain * size;
    return is_crossed(gap, area, across, 0) ? 0 : size;
  }

  // Does a rule of some length run from one side of the gap to the other, inside the area?
  bool is_crossed(const Gap& gap, const Extent& area, bool across, double length) const {
    const double reach = kCrossing * unit_;
    const auto& rules = across ? rules_.across : rules_.upright;
    return std::any_of(rules.begin(), rules.end(), [&](const Extent& rule) {
      if (across)
        return rule.width() > length && rule.left < gap.from - reach &&
               rule.right > gap.to + reach && rule.top > area.top + reach &&
               rule.bottom < area.bottom - reach;
      return rule.height() > length && rule.top < gap.from - reach &&
             rule.bottom > gap.to + reach && rule.left > area.left + reach &&
             rule.right < area.right - reach;
    });
  }

  // Do rules along the gap, or along either side of it, reach over most of its length?
  bool is_ruled(const Gap& gap, const Extent& area, bool across) const {
    std::vector<std::pair<double, double>> pieces;
    const double reach = kBesideGap * unit_;
    for (const auto& rule : across ? rules_.upright : rules_.across) {
      const double low = across ? rule.left : rule.top, high = across ? rule.right : rule.bottom;
      if (high < gap.from - reach || low > gap.to + reach) continue;
      if (across)
        pieces.emplace_back(std::max(rule.top, area.top), std::min(rule.bottom, area.bottom));
      else
        pieces.emplace_back(std::max(rule.left, area.left), std::min(rule.right, area.right));
    }
    std::sort(pieces.begin(), pieces.end());
    double covered = 0, end = across ? area.top : area.left;
    for (const auto& [from, to] : pieces) {
      covered += std::max(0., to - std::max(from, end));
      end = std::max(end, to);
    }
    return covered > kRuled * (across ? area.height() : area.width());
  }

  // What is read first: above, or at the right.
  std::pair<Indices, Indices> parted(const Indices& members, double at, bool across) const {
    std::pair<Indices, Indices> halves;
    for (const auto i : members) {
      const bool first = across ? items_[i].center() > at : items_[i].middle() < at;
      (first ? halves.first : halves.second).push_back(i);
    }
    return halves;
  }

  std::span<const Extent> items_;
  const PrintedRules& rules_;
  double unit_;
  Indices order_;
};

}  // namespace

std::vector<std::size_t> order_blocks(std::span<const Extent> items,
                                      const PrintedRules& rules,
                                      double unit) {
  return BlockCutter(items, rules, unit).order();
}

}  // namespace wenlan
