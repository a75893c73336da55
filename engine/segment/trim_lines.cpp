// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/trim_lines.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "engine/page/layout.h"
#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr double kSpeck = .01;        // of a square pitch: ink standing alone that is no stroke
constexpr double kLeastTrim = .35;    // pitches: less is left as found
constexpr double kMargin = .06;       // pitches kept beyond the ink
constexpr double kInked = .2;         // share of rows with ink below which a line is doubtful
constexpr double kBare = .04;         // below it all is pale: a small 一 is a speck, but dark
constexpr double kUsuallyInked = .5;  // of most of the writing: else all ink is faint
constexpr float kDoubtful = .4F;

// Rows of the ink picture that a line runs over, and whether each holds ink between its edges.
struct InkRows {
  int first = 0;
  std::vector<bool> inked;

  double share() const {
    const auto count = std::count(inked.begin(), inked.end(), true);
    return inked.empty() ? 0 : static_cast<double>(count) / static_cast<double>(inked.size());
  }
};

InkRows rows_of(const FoundLine& line, const cv::Mat1b& ink, double scale) {
  InkRows rows;
  rows.first = std::max(0, static_cast<int>(line.top() * scale));
  const int last = std::min(ink.rows - 1, static_cast<int>(line.bottom() * scale));
  std::size_t slice = 0;
  for (int y = rows.first; y <= last; ++y) {
    while (slice + 1 < line.slices.size() && line.slices[slice + 1].y * scale <= y) ++slice;
    const int left = std::max(0, static_cast<int>(line.slices[slice].left * scale));
    const int right = std::min(ink.cols - 1, static_cast<int>(line.slices[slice].right * scale));
    int count = 0;
    for (int x = left; x <= right; ++x) count += ink(y, x) != 0;
    rows.inked.push_back(count >= 2);
  }
  return rows;
}

// The same line between two heights.
void cut_to(FoundLine& line, double top, double bottom) {
  std::vector<Slice> kept;
  for (const auto& slice : line.slices)
    if (slice.y >= top && slice.y <= bottom) kept.push_back(slice);
  if (kept.size() < 2) return;
  kept.front().y = std::max(line.top(), top);
  kept.back().y = std::min(line.bottom(), bottom);
  line.slices = std::move(kept);
}

void trim(FoundLine& line, const InkRows& rows, double pitch, double scale) {
  const auto first = std::find(rows.inked.begin(), rows.inked.end(), true);
  const auto last = std::find(rows.inked.rbegin(), rows.inked.rend(), true);
  const auto row = [&](std::ptrdiff_t i) { return (rows.first + static_cast<double>(i)) / scale; };
  double top = row(first - rows.inked.begin()) - kMargin * pitch;
  double bottom = row(rows.inked.rend() - last) + kMargin * pitch;
  if (top - line.top() < kLeastTrim * pitch) top = line.top();
  if (line.bottom() - bottom < kLeastTrim * pitch) bottom = line.bottom();
  if (bottom - top > kLeastTrim * pitch) cut_to(line, top, bottom);
}

}  // namespace

void trim_lines(const InkPicture& picture, double pitch, std::vector<FoundLine>& lines) {
  const double p = pitch * picture.scale;
  cv::Mat1b all;
  cv::subtract(picture.strong, rule_ink(picture, pitch), all);
  const cv::Mat1b ink = without_specks(all, kSpeck * p * p);
  std::vector<InkRows> rows;
  std::vector<double> shares;
  std::vector<std::pair<double, double>> by_length;
  for (const auto& line : lines) {
    rows.push_back(rows_of(line, ink, picture.scale));
    shares.push_back(rows.back().share());
    by_length.emplace_back(shares.back(), line.height());
  }
  if (weighted_median(std::move(by_length)) < kUsuallyInked) return;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (shares[i] >= kInked) {
      trim(lines[i], rows[i], pitch, picture.scale);
      continue;
    }
    lines[i].confidence = std::min(lines[i].confidence, kDoubtful);
    lines[i].faint = rows_of(lines[i], all, picture.scale).share() < kBare;
  }
}

}  // namespace wenlan
