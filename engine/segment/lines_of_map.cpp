// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/lines_of_map.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include <opencv2/core.hpp>

#include "engine/segment/ink_parts.h"
#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr int kMostSlices = 64;

// A region of the map, followed along its longer side.
class Region {
 public:
  Region(const std::vector<InkRun>& runs, const cv::Rect& box)
      : runs_(runs), box_(box), vertical_(box.height >= box.width) {}

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
    for (int i = 0; i < (vertical_ ? box_.height : box_.width); ++i)
      edges.push_back({i + .5, 1e9, -1e9});
    const auto widen = [&](int along, double from, double to) {
      Edge& edge = edges[static_cast<std::size_t>(along)];
      edge.from = std::min(edge.from, from);
      edge.to = std::max(edge.to, to);
    };
    for (const auto& [y, begin, end] : runs_) {
      if (vertical_) {
        widen(y - box_.y, begin - box_.x, end - box_.x);
      } else {
        for (int x = begin; x < end; ++x) widen(x - box_.x, y - box_.y, y - box_.y + 1);
      }
    }
    return edges;  // none is left empty: the region hangs together
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

  const std::vector<InkRun>& runs_;
  cv::Rect box_;
  bool vertical_;
};

double mean_over(const std::vector<InkRun>& runs, int area, const cv::Mat1f& map) {
  double sum = 0;
  for (const auto& [y, begin, end] : runs) {
    const float* row = map.ptr<float>(y);
    sum = std::accumulate(row + begin, row + end, sum);
  }
  return sum / std::max(1, area);
}

// The kind whose map is highest over the region.
std::optional<WritingKind> kind_of(const std::vector<InkRun>& runs,
                                   int area,
                                   const KindMaps& kinds) {
  std::optional<WritingKind> found;
  double best = 0;
  for (const auto& [kind, map] : kinds) {
    const double mean = mean_over(runs, area, map);
    if (mean <= best) continue;
    best = mean;
    found = kind;
  }
  return found;
}

}  // namespace

std::vector<DetectedLine> lines_of_map(const cv::Mat1f& map,
                                       cv::Size picture,
                                       const MapReading& reading,
                                       const KindMaps& kinds) {
  cv::Mat1b inside;
  cv::compare(map, reading.inside, inside, cv::CMP_GT);
  const InkParts regions = connected_parts(BitMask(inside));
  const auto runs = regions.runs_by_part();
  const float scale_x = static_cast<float>(picture.width) / static_cast<float>(map.cols);
  const float scale_y = static_cast<float>(picture.height) / static_cast<float>(map.rows);
  std::vector<DetectedLine> lines;
  for (std::size_t i = 0; i < regions.parts.size(); ++i) {
    const auto& [box, area] = regions.parts[i];
    const double mean = mean_over(runs[i], area, map);
    if (mean < reading.least_mean || std::min(box.width, box.height) < reading.least_side) continue;
    DetectedLine line{Region(runs[i], box).outline(reading),
                      static_cast<float>(mean),
                      kind_of(runs[i], area, kinds)};
    for (auto& point : line.outline) {
      point.x = std::clamp(point.x * scale_x, 0.F, static_cast<float>(picture.width));
      point.y = std::clamp(point.y * scale_y, 0.F, static_cast<float>(picture.height));
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace wenlan
