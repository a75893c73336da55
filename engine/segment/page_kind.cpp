// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/page_kind.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/segment/drawing.h"
#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr double kMostLabels = .25;  // share of a picture page that lines fill

constexpr std::size_t kMostCoverLines = 8;
constexpr double kMostCoverCharacters = 40;
constexpr double kLargeUpright = .12;  // of the width of the page: characters of a title slip
constexpr double kLargeAcross = .07;   // of a title page set in rows

// The writing of a page, in characters of the size of its lines.
struct Writing {
  std::size_t lines = 0;
  double characters = 0;
  double largest = 0;  // widths of lines, pixels
  double usual = 0;
  double area = 0;
};

Writing measured(const std::vector<DetectedLine>& lines) {
  Writing writing;
  std::vector<std::pair<double, double>> widths;
  for (const auto& line : lines) {
    if (line.confidence < kDoubtfulLine) continue;
    const auto box = bounding_box(line.outline);
    const double width = std::min(box.width, box.height), length = std::max(box.width, box.height);
    if (width < 1) continue;
    ++writing.lines;
    writing.characters += std::max(1., length / width);
    writing.largest = std::max(writing.largest, width);
    writing.area += box.area();
    widths.emplace_back(width, length);
  }
  writing.usual = weighted_median(std::move(widths));
  return writing;
}

bool is_cover(const Writing& writing, const cv::Mat& pixels, bool vertical) {
  return writing.lines > 0 && writing.lines <= kMostCoverLines &&
         writing.characters <= kMostCoverCharacters &&
         writing.largest > (vertical ? kLargeUpright : kLargeAcross) * pixels.cols;
}

}  // namespace

PageKind kind_of_page(const std::vector<DetectedLine>& lines,
                      const cv::Mat& pixels,
                      bool vertical) {
  if (lines.empty()) return PageKind::picture;
  const Writing writing = measured(lines);
  if (is_cover(writing, pixels, vertical)) return PageKind::cover;
  const double page = static_cast<double>(pixels.cols) * pixels.rows;
  const bool little = writing.area < kMostLabels * page;
  if (little && writing.usual > 0 && is_drawn(lines, pixels, writing.usual))
    return PageKind::picture;
  return PageKind::text;
}

void make_labels(Layout& layout) {
  std::optional<std::size_t> first;
  Box<ScanSpace> around;
  std::vector<Region> kept;
  const auto is_text = [](const Region& region) {
    return region.kind == RegionKind::text || region.kind == RegionKind::headline ||
           region.kind == RegionKind::head_margin;
  };
  for (auto& region : layout.regions) {
    if (!is_text(region)) {
      kept.push_back(std::move(region));
      continue;
    }
    around = united(around, bounding_box(region.outline));
    for (auto& line : layout.lines) {
      if (line.region != region.id) continue;
      line.stream = Stream::other;
      line.note_segment.reset();
      line.note_half.reset();
      if (first) line.region = kept[*first].id;
    }
    if (first) continue;
    first = kept.size();
    region.kind = RegionKind::illustration;
    kept.push_back(std::move(region));
  }
  if (first) kept[*first].outline = outline_of(around);
  layout.regions = std::move(kept);
  layout.kind = PageKind::picture;
}

}  // namespace wenlan
