// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/ink_contrast.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr double kStrokes = 0.02;  // the darkest of a character's pixels; 一 has few
constexpr double kPaper = 0.9;
constexpr double kMiddle = 0.7;      // of the line's width: ruling lines beside it are dark too
constexpr float kThinStroke = 0.6F;  // of the contrast others need

int level_at(const std::array<int, 256>& counts, double share, std::size_t total) {
  auto left = static_cast<std::ptrdiff_t>(share * static_cast<double>(total));
  int level = 0;
  while (level < 255 && (left -= counts[level]) >= 0) ++level;
  return level;
}

float contrast_of(const cv::Mat& grey) {
  std::array<int, 256> counts{};
  for (int y = 0; y < grey.rows; ++y)
    for (int x = 0; x < grey.cols; ++x) ++counts[grey.at<unsigned char>(y, x)];
  const int dark = level_at(counts, kStrokes, grey.total());
  const int paper = level_at(counts, kPaper, grey.total());
  return static_cast<float>(paper - dark) / 255;
}

// The part begin..end of `length`, never empty.
cv::Range range_of(double begin, double end, int length) {
  const int first = std::clamp(static_cast<int>(std::floor(begin * length)), 0, length - 1);
  return {first, std::clamp(static_cast<int>(std::ceil(end * length)), first + 1, length)};
}

// Nothing but strokes along the line's width, which some faces cut as thin as hairs.
bool is_flat(const ReadGlyph& glyph) {
  return glyph.text == "一" || glyph.text == "二" || glyph.text == "三";
}

// Is the ink of a character as dark as `least`? Thin strokes are paler than that, between
// characters that are dark.
bool is_of_this_page(const ReadLine& line,
                     const std::vector<float>& contrasts,
                     std::size_t i,
                     float least) {
  if (contrasts[i] >= least) return true;
  if (!is_flat(line.glyphs[i]) || contrasts[i] < kThinStroke * least) return false;
  return (i == 0 || contrasts[i - 1] >= least) &&
         (i + 1 == contrasts.size() || contrasts[i + 1] >= least) && contrasts.size() > 1;
}

}  // namespace

std::vector<float> ink_contrasts(const LineImage& image, const ReadLine& line) {
  std::vector<float> contrasts;
  cv::Mat grey;
  cv::cvtColor(image.pixels, grey, cv::COLOR_BGR2GRAY);
  const double edge = (1 - kMiddle) / 2;
  for (const ReadGlyph& glyph : line.glyphs) {
    const cv::Mat cell = image.vertical ? grey(range_of(glyph.begin, glyph.end, grey.rows),
                                               range_of(edge, 1 - edge, grey.cols))
                                        : grey(range_of(edge, 1 - edge, grey.rows),
                                               range_of(glyph.begin, glyph.end, grey.cols));
    contrasts.push_back(contrast_of(cell));
  }
  return contrasts;
}

void drop_pale(const std::vector<ReadLine*>& lines,
               const std::vector<std::vector<float>>& contrasts,
               float share) {
  std::vector<float> all;
  for (const auto& of_line : contrasts) all.insert(all.end(), of_line.begin(), of_line.end());
  if (all.empty()) return;
  const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
  std::nth_element(all.begin(), middle, all.end());
  const float least = share * *middle;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    std::vector<ReadGlyph> kept;
    for (std::size_t k = 0; k < lines[i]->glyphs.size(); ++k)
      if (is_of_this_page(*lines[i], contrasts[i], k, least)) kept.push_back(lines[i]->glyphs[k]);
    lines[i]->glyphs = std::move(kept);
  }
}

}  // namespace wenlan
