// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/lineage_links.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

// In widths of a usual cell.
constexpr double kReach = .75;   // from the foot or head of a cell to its stroke
constexpr double kAside = .4;    // of the stroke from the middle of its cell
constexpr double kInside = .15;  // a stroke may begin so far inside the cell
constexpr double kBroken = .4;   // strokes run on over gaps such as where a rule was
constexpr double kPiece = .2;    // the least of a stroke across
constexpr double kGap = .8;      // gaps in one: brothers of two fathers are farther apart
constexpr double kWaver = .06;   // up and down, of one
constexpr double kUpright = .3;  // the least of a stroke down
constexpr double kBeyond = .12;  // of a stroke across, where those down are looked for
constexpr double kSlant = .06;   // of a stroke down, that a rule crosses

cv::Rect on_picture(const Box<CleanSpace>& box, const InkPicture& picture) {
  return cv::Rect(cv::Point2d(box.x, box.y) * picture.scale,
                  cv::Point2d(box.right(), box.bottom()) * picture.scale) &
         cv::Rect({0, 0}, picture.dark.size());
}

cv::Mat1b with_closed_gaps(const cv::Mat1b& ink, cv::Size gap) {
  cv::Mat1b closed;
  cv::morphologyEx(ink,
                   closed,
                   cv::MORPH_CLOSE,
                   cv::getStructuringElement(cv::MORPH_RECT, {gap.width | 1, gap.height | 1}));
  return closed;
}

// Strokes across, each in one piece where it is worn, and thicker than it is: not quite level, a
// row of pixels holds but a piece of it.
cv::Mat1b strokes_across(const cv::Mat1b& ink, double unit) {
  const int waver = std::max(1, static_cast<int>(kWaver * unit));
  const int piece = std::max(3, static_cast<int>(kPiece * unit));
  cv::Mat1b across;
  cv::dilate(ink, across, cv::getStructuringElement(cv::MORPH_RECT, {1, 2 * waver + 1}));
  cv::morphologyEx(
      across, across, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {piece, 1}));
  return with_closed_gaps(across, {static_cast<int>(kGap * unit), 1});
}

// Where upright strokes touch the area from above or from below: a place for each column of it.
cv::Mat1b touching(const cv::Mat1b& upright, const cv::Rect& area, bool above, int reach) {
  const int top = above ? area.y - reach : area.y + area.height;
  const cv::Rect band = cv::Rect(area.x, top, area.width, reach) & cv::Rect({0, 0}, upright.size());
  cv::Mat1b touch(1, area.width, uchar{0});
  if (band.height > 0) cv::reduce(upright(band), touch, 0, cv::REDUCE_MAX);
  return touch;
}

// Every stroke goes on at the other side: a rule. From one that joins brothers strokes lead down
// that do not come from above.
bool is_rule(const cv::Mat1b& upright, const cv::Rect& area, double unit) {
  const int reach = std::max(2, static_cast<int>(kBeyond * unit));
  const cv::Mat1b near =
      cv::getStructuringElement(cv::MORPH_RECT, {2 * static_cast<int>(kSlant * unit) + 3, 1});
  const cv::Mat1b above = touching(upright, area, true, reach);
  const cv::Mat1b below = touching(upright, area, false, reach);
  cv::Mat1b near_above, near_below;
  cv::dilate(above, near_above, near);
  cv::dilate(below, near_below, near);
  return cv::countNonZero(above & ~near_below) == 0 && cv::countNonZero(below & ~near_above) == 0;
}

// Takes away the rules between generations, and gives what else is drawn across.
cv::Mat1b take_rules_away(cv::Mat1b& ink, double unit) {
  cv::Mat1b across = strokes_across(ink, unit), upright;
  const int tall = std::max(3, static_cast<int>(kUpright * unit));
  cv::morphologyEx(
      ink, upright, cv::MORPH_OPEN, cv::getStructuringElement(cv::MORPH_RECT, {1, tall}));
  cv::Mat1i labels;
  cv::Mat stats, centers;
  const int count = cv::connectedComponentsWithStats(across, labels, stats, centers, 8);
  for (int i = 1; i < count; ++i) {
    const cv::Rect area(stats.at<int>(i, cv::CC_STAT_LEFT),
                        stats.at<int>(i, cv::CC_STAT_TOP),
                        stats.at<int>(i, cv::CC_STAT_WIDTH),
                        stats.at<int>(i, cv::CC_STAT_HEIGHT));
    if (!is_rule(upright, area, unit)) continue;
    const cv::Mat own = labels(area) == i;
    ink(area).setTo(0, own);
    across(area).setTo(0, own);
  }
  return across;
}

// The numbers of the strokes in an area.
std::set<int> strokes_in(const cv::Mat1i& labels, const cv::Rect& area) {
  std::set<int> found;
  for (int y = area.y; y < area.y + area.height; ++y)
    for (int x = area.x; x < area.x + area.width; ++x)
      if (labels(y, x) > 0) found.insert(labels(y, x));
  return found;
}

// Where the stroke at the foot or the head of a cell is looked for.
Box<CleanSpace> beyond(const Box<CleanSpace>& cell, bool foot, double width) {
  const double aside = kAside * width, reach = kReach * width, inside = kInside * width;
  const double top = foot ? cell.bottom() - inside : cell.y - reach;
  return {static_cast<float>(cell.center().x - aside),
          static_cast<float>(top),
          static_cast<float>(2 * aside),
          static_cast<float>(reach + inside)};
}

struct Ends {
  std::vector<std::size_t> parents, children;
};

// The one cell that strokes lead to from each cell of the row below, by the child.
using Parents = std::map<std::size_t, std::set<std::size_t>>;

Parents parents_by(const cv::Mat1b& strokes,
                   const std::vector<Box<CleanSpace>>& cells,
                   const InkPicture& picture,
                   double width) {
  cv::Mat1i labels;
  cv::connectedComponents(strokes, labels, 8);
  std::map<int, Ends> ends;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    for (const int stroke : strokes_in(labels, on_picture(beyond(cells[i], true, width), picture)))
      ends[stroke].parents.push_back(i);
    for (const int stroke : strokes_in(labels, on_picture(beyond(cells[i], false, width), picture)))
      ends[stroke].children.push_back(i);
  }
  Parents parents;
  for (const auto& [stroke, end] : ends) {
    if (end.parents.size() != 1) continue;
    const std::size_t parent = end.parents.front();
    for (const auto child : end.children)
      if (cells[child].y > cells[parent].bottom()) parents[child].insert(parent);
  }
  std::erase_if(parents, [](const auto& known) { return known.second.size() != 1; });
  return parents;
}

}  // namespace

std::vector<LineageLink> find_lineage_links(const std::vector<Box<CleanSpace>>& cells,
                                            const InkPicture& picture,
                                            double width) {
  if (cells.empty()) return {};
  const double unit = width * picture.scale;
  cv::Mat1b strokes = picture.dark.clone();
  for (const auto& cell : cells) {
    Box<CleanSpace> within = cell;
    const auto inside = static_cast<float>(std::min(kInside * width, within.height / 4.));
    within.y += inside;
    within.height -= 2 * inside;
    strokes(on_picture(within, picture)).setTo(0);
  }
  const cv::Size broken(1, static_cast<int>(kBroken * unit));
  const cv::Mat1b across = take_rules_away(strokes, unit);
  // Straight down first: what crosses on the way has no say.
  cv::Mat1b down = strokes.clone();
  down.setTo(0, across);
  down = with_closed_gaps(down, broken);
  Parents parents = parents_by(down, cells, picture, width);
  cv::bitwise_or(strokes, across, strokes);
  parents.merge(parents_by(with_closed_gaps(strokes, broken), cells, picture, width));
  std::vector<LineageLink> links;
  for (const auto& [child, parent] : parents) links.push_back({child, *parent.begin()});
  return links;
}

}  // namespace wenlan
