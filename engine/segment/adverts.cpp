// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/adverts.h"

#include <cmath>
#include <map>

#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr double kLarge = 2.2;       // units: characters of an advert
constexpr double kMostlyLarge = .4;  // of the area of its lines
constexpr double kMostOfSheet = .3;  // of the area of the sheet: what is larger is no advert
constexpr std::size_t kFewestLines = 2;

constexpr double kCell = .25;    // units, of the map of the rules
constexpr double kLonger = 1.5;  // units: corners of frames are open

Extent around(std::span<const Extent> items) {
  Extent all = items.front();
  for (const auto& item : items) all = united(all, item);
  return all;
}

// A map of the sheet where spaces that rules part have different numbers; 0 is a rule.
class Spaces {
 public:
  Spaces(const Extent& sheet, const PrintedRules& rules, double unit)
      : sheet_(sheet), cell_(std::max(1., kCell * unit)) {
    cv::Mat1b open(rows(sheet.height()), rows(sheet.width()), uchar{255});
    const double longer = kLonger * unit;
    for (const auto& rule : rules.upright)
      close(open, {rule.left, rule.top - longer, rule.right, rule.bottom + longer});
    for (const auto& rule : rules.across)
      close(open, {rule.left - longer, rule.top, rule.right + longer, rule.bottom});
    cv::connectedComponents(open, spaces_, 4);
  }

  // The space that most of the item lies in.
  int space_of(const Extent& item) const {
    const cv::Rect area = cells(item);
    std::map<int, int> counts;
    for (int y = area.y; y < area.y + area.height; ++y)
      for (int x = area.x; x < area.x + area.width; ++x)
        if (spaces_(y, x) != 0) ++counts[spaces_(y, x)];
    const auto most = std::max_element(
        counts.begin(), counts.end(), [](auto& a, auto& b) { return a.second < b.second; });
    return most == counts.end() ? 0 : most->first;
  }

 private:
  int rows(double length) const { return std::max(1, static_cast<int>(std::ceil(length / cell_))); }

  cv::Rect cells(const Extent& extent) const {
    const auto at = [&](double length) { return static_cast<int>(std::floor(length / cell_)); };
    const cv::Rect area(
        cv::Point(at(extent.left - sheet_.left), at(extent.top - sheet_.top)),
        cv::Point(at(extent.right - sheet_.left) + 1, at(extent.bottom - sheet_.top) + 1));
    return area & cv::Rect(0, 0, rows(sheet_.width()), rows(sheet_.height()));
  }

  void close(cv::Mat1b& open, const Extent& rule) const {
    const cv::Rect area = cells(rule);
    if (!area.empty()) open(area).setTo(0);
  }

  Extent sheet_;
  double cell_;
  cv::Mat1i spaces_;
};

}  // namespace

bool is_advert(std::span<const Extent> lines, double unit) {
  double large = 0, all = 0;
  for (const auto& line : lines) {
    const double area = line.width() * line.height();
    all += area;
    if (std::min(line.width(), line.height()) > kLarge * unit) large += area;
  }
  return large > kMostlyLarge * all;
}

std::vector<std::vector<std::size_t>> find_adverts(std::span<const Extent> items,
                                                   const PrintedRules& rules,
                                                   double unit) {
  if (items.empty()) return {};
  const Extent sheet = around(items);
  const Spaces spaces(sheet, rules, unit);
  std::map<int, std::vector<std::size_t>> by_space;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (const int space = spaces.space_of(items[i]); space != 0) by_space[space].push_back(i);
  std::vector<std::vector<std::size_t>> adverts;
  for (auto& [space, members] : by_space) {
    if (members.size() < kFewestLines) continue;
    std::vector<Extent> lines;
    for (const auto i : members) lines.push_back(items[i]);
    const Extent area = around(lines);
    if (area.width() * area.height() < kMostOfSheet * sheet.width() * sheet.height() &&
        is_advert(lines, unit))
      adverts.push_back(std::move(members));
  }
  return adverts;
}

}  // namespace wenlan
