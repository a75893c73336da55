// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/find_layout.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <opencv2/core.hpp>

#include "engine/base/stop.h"
#include "engine/segment/horizontal_part.h"
#include "engine/segment/layout_builder.h"
#include "engine/segment/newsprint.h"
#include "engine/segment/seals.h"
#include "engine/segment/vertical_part.h"
#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr double kSmallLine = 32;  // pixels wide in the detector's picture: too small for it
constexpr double kGoodLine = 44;   // what the second look makes of it
constexpr double kLargestSide = 3072;
constexpr double kLargestGrowth = 4;      // of the second look over the first
constexpr double kLargestEnlarged = 2.5;  // of the second look over the picture itself
constexpr double kWorthwhile = 1.15;
constexpr double kPitchOfLine = 1.2;  // from column to column, in widths of a line
constexpr double kFewestRows = 20;    // characters along a page
constexpr double kLongerThanWide = 1.5;
constexpr double kFlat = .8;         // height over width: below it a line is a row
constexpr double kSurelyFlat = 2.2;  // width over height

double shorter_side(const DetectedLine& line) {
  const auto box = bounding_box(line.outline);
  return std::min(box.width, box.height);
}

double longer_side(const DetectedLine& line) {
  const auto box = bounding_box(line.outline);
  return std::max(box.width, box.height);
}

// Lines and, where the writing is small, a second look at a larger picture.
Result<std::vector<DetectedLine>> detect_lines(const cv::Mat& pixels,
                                               const LineDetector& detector,
                                               int long_side) {
  const int real_side = std::max(pixels.cols, pixels.rows);
  const int first_side = std::min(long_side, real_side);
  auto lines = detector.detect(pixels, first_side);
  if (!lines || lines->empty()) return lines;
  std::vector<std::pair<double, double>> widths;
  for (const auto& line : *lines) widths.emplace_back(shorter_side(line), longer_side(line));
  const double width = weighted_median(std::move(widths)) * first_side / real_side;
  if (width >= kSmallLine || width <= 0) return lines;
  const double wanted = first_side * std::min(kGoodLine / width, kLargestGrowth);
  const int second_side =
      static_cast<int>(std::min({wanted, kLargestSide, kLargestEnlarged * real_side}));
  if (second_side < kWorthwhile * first_side) return lines;
  return detector.detect(pixels, second_side);
}

bool is_vertical_page(const std::vector<DetectedLine>& lines) {
  double vertical = 0, horizontal = 0;
  for (const auto& line : lines) {
    const auto box = bounding_box(line.outline);
    if (box.height > kLongerThanWide * box.width) vertical += box.area();
    if (box.width > kLongerThanWide * box.height) horizontal += box.area();
  }
  return vertical >= horizontal;
}

// The parts of the page a column cannot cross: the two halves of a spread, right half first.
std::vector<VerticalPart> vertical_parts(const std::vector<DetectedLine>& lines,
                                         const CleanPage& page) {
  const double width = page.pixels.cols;
  const double fold = page.report.gutter_x.value_or(0);
  std::vector<VerticalPart> parts;
  if (fold > 0) parts.push_back({{}, {}, fold, width});
  parts.push_back({{}, {}, 0, fold > 0 ? fold : width});
  for (const auto& line : lines) {
    const auto box = bounding_box(line.outline);
    VerticalPart& part = box.center().x >= fold ? parts.front() : parts.back();
    if (box.height < kFlat * box.width) {
      part.rows.push_back(line);
      // Hardly wider than high: a character or two, or nothing.
      if (box.width < kSurelyFlat * box.height)
        part.rows.back().confidence = std::min(line.confidence, .9F * kDoubtfulLine);
      continue;
    }
    FoundLine found = cut_across(line.outline, line.confidence);
    if (!found.slices.empty()) part.lines.push_back(std::move(found));
  }
  return parts;
}

// Seals stand after all text. Their measure is the pitch that the lines suggest; without lines, and
// where these are large as on covers, that of a page of usual print.
void add_seals(const CleanPage& page,
               const std::vector<DetectedLine>& lines,
               LayoutBuilder& builder) {
  std::vector<std::pair<double, double>> widths;
  for (const auto& line : lines) widths.emplace_back(shorter_side(line), longer_side(line));
  const double pitch = kPitchOfLine * weighted_median(std::move(widths));
  const double largest = std::max(page.pixels.cols, page.pixels.rows) / kFewestRows;
  for (const auto& seal : find_seals(page.red_ink, pitch > 0 ? std::min(pitch, largest) : largest))
    builder.add_figure(RegionKind::seal, seal.outline, seal.confidence);
}

Result<Layout> laid_out(const CleanPage& page,
                        const LineDetector& detector,
                        const SegmentOptions& options,
                        const std::stop_token& stop,
                        LayoutBuilder& builder) {
  if (const auto going = unless_stopped(stop); !going) return fail(going);
  if (page.report.blank) {
    add_seals(page, {}, builder);
    return builder.take(PageKind::blank);
  }
  const auto lines = detect_lines(page.without_red, detector, options.detector_side);
  if (!lines) return fail(lines);
  if (const auto going = unless_stopped(stop); !going) return fail(going);
  if (!is_vertical_page(*lines)) {
    lay_out_horizontal(*lines, builder);
  } else if (is_newsprint(*lines)) {
    lay_out_newsprint(*lines, page.without_red, builder);
  } else {
    for (auto& part : vertical_parts(*lines, page))
      lay_out_vertical(std::move(part), page.without_red, options, builder);
  }
  add_seals(page, *lines, builder);
  return builder.take(lines->empty() ? PageKind::picture : PageKind::text);
}

}  // namespace

Result<Layout> find_layout(const CleanPage& page,
                           const LineDetector& detector,
                           const SegmentOptions& options,
                           std::stop_token stop,
                           LayoutTrace* trace) {
  try {
    LayoutBuilder builder(page.placement);
    auto layout = laid_out(page, detector, options, stop, builder);
    if (trace != nullptr) *trace = std::move(builder.trace());
    return layout;
  } catch (const cv::Exception& error) {
    return fail(ErrorCode::internal, "find_layout", error.what());
  }
}

}  // namespace wenlan
