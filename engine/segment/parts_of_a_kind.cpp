// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/parts_of_a_kind.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr double kCharacter = 2;  // its length, in widths of the middle of a line

// What lies across a region at one place along it.
struct Across {
  double pixels = 0, likelihood = 0;

  // From -1, surely another kind, to 1, surely this one.
  double sign() const { return pixels > 0 ? 2 * likelihood / pixels - 1 : 0; }
};

// True where the best path is of the kind; each change costs `change`.
std::vector<bool> best_path(const std::vector<Across>& along, double change) {
  double yes = 0, no = 0;
  std::vector<std::pair<bool, bool>> from;  // whether the best way to (yes, no) came from yes
  from.reserve(along.size());
  for (const auto& across : along) {
    const double stay = yes, leave = no;
    from.emplace_back(stay >= leave - change, stay - change > leave);
    yes = std::max(stay, leave - change) + across.sign();
    no = std::max(leave, stay - change) - across.sign();
  }
  std::vector<bool> path(along.size());
  bool state = yes > no;
  for (std::size_t i = along.size(); i-- > 0;) {
    path[i] = state;
    state = state ? from[i].first : from[i].second;
  }
  return path;
}

class RegionsOfMap {
 public:
  RegionsOfMap(const cv::Mat1b& inside, const cv::Mat1f& of_kind) : of_kind_(of_kind) {
    cv::Mat centers;
    count_ = cv::connectedComponentsWithStats(inside, labels_, stats_, centers, 8);
  }

  cv::Mat1b parts() const {
    cv::Mat1b parts(labels_.size(), 0);
    for (int i = 1; i < count_; ++i) mark(i, parts);
    return parts;
  }

 private:
  cv::Rect box_of(int label) const {
    return {stats_.at<int>(label, cv::CC_STAT_LEFT),
            stats_.at<int>(label, cv::CC_STAT_TOP),
            stats_.at<int>(label, cv::CC_STAT_WIDTH),
            stats_.at<int>(label, cv::CC_STAT_HEIGHT)};
  }

  void mark(int label, cv::Mat1b& parts) const {
    const cv::Rect box = box_of(label);
    const bool vertical = box.height >= box.width;
    std::vector<Across> along(vertical ? box.height : box.width);
    for_each_pixel(label, box, [&](int x, int y) {
      Across& across = along[vertical ? y - box.y : x - box.x];
      across.pixels += 1;
      across.likelihood += of_kind_(y, x);
    });
    std::vector<double> widths;
    for (const auto& across : along) widths.push_back(across.pixels);
    const auto path = best_path(along, kCharacter * median(std::move(widths)));
    for_each_pixel(label, box, [&](int x, int y) {
      if (path[vertical ? y - box.y : x - box.x]) parts(y, x) = 255;
    });
  }

  void for_each_pixel(int label, const cv::Rect& box, auto&& visit) const {
    for (int y = box.y; y < box.y + box.height; ++y)
      for (int x = box.x; x < box.x + box.width; ++x)
        if (labels_(y, x) == label) visit(x, y);
  }

  const cv::Mat1f& of_kind_;
  cv::Mat1i labels_;
  cv::Mat stats_;
  int count_ = 0;
};

}  // namespace

cv::Mat1b parts_of_a_kind(const cv::Mat1b& inside, const cv::Mat1f& of_kind) {
  return RegionsOfMap(inside, of_kind).parts();
}

}  // namespace wenlan
