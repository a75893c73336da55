// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/bed.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr int kReducedSide = 600;
constexpr double kRing = .015;   // of the longer side: the edge that shows the bed
constexpr int kMostColour = 12;  // between the channels of the bed
constexpr int kDarkest = 90, kLightest = 215;
constexpr int kEven = 14;
constexpr double kLeastEven = .6;           // of the edge
constexpr int kLighter = 12, kWarmer = 12;  // of the sheet than the bed, in grey levels
constexpr double kWriting = .04,
                 kThing = .12;           // of the longer side: what is filled, what is too small
constexpr int kFilledDown = 7;           // pixels: labels and rulers lie above and below the leaf
constexpr double kWide = .3;             // share of a row or column of the leaf
constexpr double kLeastPart = .1;        // of the picture: half of a spread
constexpr int kWithin = 4, kBeyond = 4;  // pixels to either side of an edge of the leaf
constexpr int kStepLighter = 6, kStepWarmer = 6;  // of the leaf than the bed, at its edge
constexpr double kLeastStep = .4;                 // of an edge along which it is
constexpr double kLeastLeaf = .25, kMostLeaf = .97, kLeastFill = .85;

cv::Mat reduced(const cv::Mat& pixels) {
  const double scale = std::min(1., double(kReducedSide) / std::max(pixels.cols, pixels.rows));
  cv::Mat small;
  cv::resize(pixels, small, {}, scale, scale, cv::INTER_NEAREST);
  return small;
}

// The common colour of the edge, if it is a bed's.
std::optional<cv::Vec3b> colour_of_bed(const cv::Mat& small) {
  const int ring = std::max(2, static_cast<int>(kRing * std::max(small.cols, small.rows)));
  std::vector<cv::Vec3b> edge;
  for (int y = 0; y < small.rows; ++y)
    for (int x = 0; x < small.cols; ++x)
      if (std::min({x, y, small.cols - 1 - x, small.rows - 1 - y}) < ring)
        edge.push_back(small.at<cv::Vec3b>(y, x));
  cv::Vec3b bed;
  for (int channel = 0; channel < 3; ++channel) {
    std::vector<std::uint8_t> levels;
    for (const auto& pixel : edge) levels.push_back(pixel[channel]);
    const auto middle = levels.begin() + std::ssize(levels) / 2;
    std::nth_element(levels.begin(), middle, levels.end());
    bed[channel] = *middle;
  }
  const auto [least, most] = std::minmax({bed[0], bed[1], bed[2]});
  if (most - least > kMostColour || least < kDarkest || most > kLightest) return std::nullopt;
  const auto even = std::count_if(edge.begin(), edge.end(), [&](const cv::Vec3b& pixel) {
    return std::abs(pixel[0] - bed[0]) < kEven && std::abs(pixel[1] - bed[1]) < kEven &&
           std::abs(pixel[2] - bed[2]) < kEven;
  });
  if (double(even) < kLeastEven * double(edge.size())) return std::nullopt;
  return bed;
}

// Lighter or warmer than the bed; writing on it filled, labels and rulers gone.
cv::Mat1b sheet_on(const cv::Mat& small, const cv::Vec3b& bed) {
  cv::Mat1b sheet(small.size());
  for (int y = 0; y < small.rows; ++y)
    for (int x = 0; x < small.cols; ++x) {
      const auto& pixel = small.at<cv::Vec3b>(y, x);
      const int lighter = pixel[2] - bed[2];
      const int warmer = (pixel[2] - pixel[0]) - (bed[2] - bed[0]);
      sheet(y, x) = lighter > kLighter || (warmer > kWarmer && lighter > 0) ? 255 : 0;
    }
  const int side = std::max(small.cols, small.rows);
  const int filled = 2 * static_cast<int>(kWriting * side / 2) + 1;
  const int thing = 2 * static_cast<int>(kThing * side / 2) + 1;
  cv::morphologyEx(sheet, sheet, cv::MORPH_CLOSE, cv::Mat1b(kFilledDown, filled, uchar{1}));
  std::vector<std::vector<cv::Point>> borders;
  cv::findContours(sheet, borders, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
  cv::drawContours(sheet, borders, -1, 255, cv::FILLED);
  cv::morphologyEx(sheet, sheet, cv::MORPH_OPEN, cv::Mat1b(thing, thing, uchar{1}));
  return sheet;
}

// Less, at each end, what is sheet over less than a third of the way across: things that touch the
// leaf. Halves of a spread may well be of unlike height.
cv::Range where_wide(const cv::Mat1b& sheet, bool rows) {
  cv::Mat shares;
  cv::reduce(sheet, shares, rows ? 1 : 0, cv::REDUCE_AVG, CV_64F);
  cv::Range range(0, static_cast<int>(shares.total()));
  const auto narrow = [&](int i) { return shares.at<double>(i) < kWide * 255; };
  while (range.start < range.end && narrow(range.start)) ++range.start;
  while (range.start < range.end && narrow(range.end - 1)) --range.end;
  return range;
}

cv::Rect without_what_touches(const cv::Mat1b& sheet, const cv::Rect& leaf) {
  const cv::Range rows = where_wide(sheet(leaf), true);
  const cv::Rect high(leaf.x, leaf.y + rows.start, leaf.width, rows.size());
  if (high.empty()) return {};
  const cv::Range columns = where_wide(sheet(high), false);
  return {high.x + columns.start, high.y, columns.size(), high.height};
}

// The common colour of a few pixels side by side, dark strokes left out.
cv::Vec3i lightest_half(const cv::Mat& strip) {
  std::vector<cv::Vec3b> pixels(strip.begin<cv::Vec3b>(), strip.end<cv::Vec3b>());
  const auto upper = pixels.begin() + std::ssize(pixels) * 3 / 4;
  std::nth_element(pixels.begin(), upper, pixels.end(), [](const auto& a, const auto& b) {
    return a[0] + a[1] + a[2] < b[0] + b[1] + b[2];
  });
  return {(*upper)[0], (*upper)[1], (*upper)[2]};
}

// Does the picture step from the sheet to the bed along this edge? `inside` and `outside` are
// turned so that the edge runs down.
bool steps_down(const cv::Mat& inside, const cv::Mat& outside) {
  if (inside.cols < kWithin || outside.cols < kBeyond) return true;  // the picture's own edge
  int steps = 0;
  for (int y = 0; y < inside.rows; ++y) {
    const cv::Vec3i sheet = lightest_half(inside.row(y)), bed = lightest_half(outside.row(y));
    const int lighter = sheet[2] - bed[2], warmer = (sheet[2] - sheet[0]) - (bed[2] - bed[0]);
    steps += lighter > kStepLighter || (warmer > kStepWarmer && lighter > 0);
  }
  return steps >= kLeastStep * inside.rows;
}

// A leaf ends at all its edges; paper that is unevenly light ends nowhere.
bool ends_everywhere(const cv::Mat& small, const cv::Rect& leaf) {
  const cv::Mat turned = small.t();
  const auto ends = [](const cv::Mat& picture, const cv::Rect& box) {
    const cv::Rect whole({}, picture.size());
    const auto strip = [&](int x, int width) {
      return picture(cv::Rect(x, box.y, width, box.height) & whole);
    };
    return steps_down(strip(box.x + 1, kWithin), strip(box.x - kBeyond, kBeyond)) &&
           steps_down(strip(box.br().x - 1 - kWithin, kWithin), strip(box.br().x, kBeyond));
  };
  return ends(small, leaf) && ends(turned, {leaf.y, leaf.x, leaf.height, leaf.width});
}

}  // namespace

std::optional<cv::Rect> find_leaf_on_bed(const cv::Mat& pixels) {
  const cv::Mat small = reduced(pixels);
  const auto bed = colour_of_bed(small);
  if (!bed) return std::nullopt;
  cv::Mat1i labels;
  cv::Mat stats, centers;
  const cv::Mat1b sheet = sheet_on(small, *bed);
  const int count = cv::connectedComponentsWithStats(sheet, labels, stats, centers);
  const double whole = double(small.total());
  cv::Rect leaf;
  for (int i = 1; i < count; ++i) {
    const int* stat = stats.ptr<int>(i);
    if (stat[cv::CC_STAT_AREA] < kLeastPart * whole) continue;
    leaf |= cv::Rect(stat[cv::CC_STAT_LEFT],
                     stat[cv::CC_STAT_TOP],
                     stat[cv::CC_STAT_WIDTH],
                     stat[cv::CC_STAT_HEIGHT]);
  }
  if (leaf.empty()) return std::nullopt;
  leaf = without_what_touches(sheet, leaf);
  const double covered = leaf.empty() ? 0 : cv::countNonZero(sheet(leaf));
  if (leaf.area() < kLeastLeaf * whole || leaf.area() > kMostLeaf * whole ||
      covered < kLeastFill * leaf.area())
    return std::nullopt;
  // The edge of the sheet may share a pixel with the bed.
  leaf = cv::Rect(leaf.x - 1, leaf.y - 1, leaf.width + 2, leaf.height + 2) &
         cv::Rect({}, small.size());
  if (!ends_everywhere(small, leaf)) return std::nullopt;
  const double x = double(pixels.cols) / small.cols, y = double(pixels.rows) / small.rows;
  return cv::Rect(cv::Point(static_cast<int>(leaf.x * x), static_cast<int>(leaf.y * y)),
                  cv::Point(static_cast<int>(std::ceil(leaf.br().x * x)),
                            static_cast<int>(std::ceil(leaf.br().y * y)))) &
         cv::Rect({}, pixels.size());
}

}  // namespace wenlan
