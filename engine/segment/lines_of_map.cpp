// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/lines_of_map.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr int kMostSlices = 64;

// A region of the map, followed along its longer side.
class Region {
 public:
  Region(const cv::Mat1i& labels, int label, const cv::Rect& box)
      : labels_(labels), label_(label), box_(box), vertical_(box.height >= box.width) {}

  // The grown outline on the map.
  Polygon<CleanSpace> outline(const MapReading& reading) const {
    std::vector<Edge> edges = all_edges();
    if (edges.empty()) return {};
    std::vector<double> widths;
    for (const auto& edge : edges) widths.push_back(edge.to - edge.from);
    const double width = median(std::move(widths));
    const double length = static_cast<double>(edges.size());
    return around(thinned(std::move(edges)), reading.growth(width, length));
  }

 private:
  struct Edge {
    double at, from, to;  // along the line, and across it
  };

  std::vector<Edge> all_edges() const {
    std::vector<Edge> edges;
    const int length = vertical_ ? box_.height : box_.width;
    const int across = vertical_ ? box_.width : box_.height;
    for (int i = 0; i < length; ++i) {
      int from = -1, to = -1;
      for (int j = 0; j < across; ++j) {
        if (label_at(i, j) != label_) continue;
        if (from < 0) from = j;
        to = j + 1;
      }
      if (from >= 0) edges.push_back({i + .5, 1. * from, 1. * to});
    }
    return edges;
  }

  int label_at(int along, int across) const {
    return vertical_ ? labels_(box_.y + along, box_.x + across)
                     : labels_(box_.y + across, box_.x + along);
  }

  // Means over runs of edges, so that an outline has a few dozen corners.
  static std::vector<Edge> thinned(std::vector<Edge> edges) {
    const std::size_t run = (edges.size() + kMostSlices - 1) / kMostSlices;
    if (run <= 1) return edges;
    std::vector<Edge> means;
    for (std::size_t begin = 0; begin < edges.size(); begin += run) {
      const std::size_t end = std::min(edges.size(), begin + run);
      Edge mean{0, 0, 0};
      for (std::size_t i = begin; i < end; ++i) {
        mean.at += edges[i].at;
        mean.from += edges[i].from;
        mean.to += edges[i].to;
      }
      const double count = static_cast<double>(end - begin);
      means.push_back({mean.at / count, mean.from / count, mean.to / count});
    }
    return means;
  }

  Polygon<CleanSpace> around(std::vector<Edge> edges, double grow) const {
    edges.front().at -= grow + .5;
    edges.back().at += grow + .5;
    Polygon<CleanSpace> outline;
    const auto add = [&](double along, double across) {
      const double x = box_.x + (vertical_ ? across : along);
      const double y = box_.y + (vertical_ ? along : across);
      outline.push_back({static_cast<float>(x), static_cast<float>(y)});
    };
    for (const auto& edge : edges) add(edge.at, edge.to + grow);
    for (auto edge = edges.rbegin(); edge != edges.rend(); ++edge) add(edge->at, edge->from - grow);
    return outline;
  }

  const cv::Mat1i& labels_;
  int label_;
  cv::Rect box_;
  bool vertical_;
};

std::vector<double> mean_by_label(const cv::Mat1f& map, const cv::Mat1i& labels, int count) {
  std::vector<double> sum(count, 0.), area(count, 0.);
  for (int y = 0; y < map.rows; ++y)
    for (int x = 0; x < map.cols; ++x) {
      sum[labels(y, x)] += map(y, x);
      area[labels(y, x)] += 1;
    }
  for (int i = 0; i < count; ++i) sum[i] /= std::max(1., area[i]);
  return sum;
}

// For each label the kind whose map is highest over its region.
std::vector<std::optional<WritingKind>> kind_by_label(const KindMaps& kinds,
                                                      const cv::Mat1i& labels,
                                                      int count) {
  std::vector<std::optional<WritingKind>> found(count);
  std::vector<double> best(count, 0.);
  for (const auto& [kind, map] : kinds) {
    const std::vector<double> means = mean_by_label(map, labels, count);
    for (int i = 0; i < count; ++i) {
      if (means[i] <= best[i]) continue;
      best[i] = means[i];
      found[i] = kind;
    }
  }
  return found;
}

}  // namespace

std::vector<DetectedLine> lines_of_map(const cv::Mat1f& map,
                                       cv::Size picture,
                                       const MapReading& reading,
                                       const KindMaps& kinds) {
  cv::Mat1i labels;
  cv::Mat stats, centers;
  const int count =
      cv::connectedComponentsWithStats(map > reading.inside, labels, stats, centers, 8);
  const std::vector<double> means = mean_by_label(map, labels, count);
  const auto kind_of = kind_by_label(kinds, labels, count);
  const float scale_x = static_cast<float>(picture.width) / static_cast<float>(map.cols);
  const float scale_y = static_cast<float>(picture.height) / static_cast<float>(map.rows);
  std::vector<DetectedLine> lines;
  for (int i = 1; i < count; ++i) {
    const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT),
                       stats.at<int>(i, cv::CC_STAT_TOP),
                       stats.at<int>(i, cv::CC_STAT_WIDTH),
                       stats.at<int>(i, cv::CC_STAT_HEIGHT));
    if (means[i] < reading.least_mean || std::min(box.width, box.height) < reading.least_side)
      continue;
    DetectedLine line{
        Region(labels, i, box).outline(reading), static_cast<float>(means[i]), kind_of[i]};
    for (auto& point : line.outline) {
      point.x = std::clamp(point.x * scale_x, 0.F, static_cast<float>(picture.width));
      point.y = std::clamp(point.y * scale_y, 0.F, static_cast<float>(picture.height));
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace wenlan
