// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/leaf.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include <opencv2/imgproc.hpp>

#include "engine/clean/reduced_copy.h"

namespace wenlan {
namespace {

constexpr double kDarkShareOfEdge = 0.9;  // of a row or column that is background
constexpr double kLeastLeaf = 0.33;       // of the picture, by area

// How many of the first entries (from either end) are nearly all dark.
int dark_run(const std::vector<float>& shares, bool from_end) {
  const int count = static_cast<int>(shares.size());
  int run = 0;
  while (run < count &&
         shares[static_cast<std::size_t>(from_end ? count - 1 - run : run)] > kDarkShareOfEdge)
    ++run;
  return run;
}

std::vector<float> share_per_column(const cv::Mat& mask) {
  cv::Mat mean;
  cv::reduce(mask, mean, 0, cv::REDUCE_AVG, CV_32F);
  std::vector<float> shares(mean.begin<float>(), mean.end<float>());
  for (float& share : shares) share /= 255;
  return shares;
}

std::vector<float> share_per_row(const cv::Mat& mask) {
  return share_per_column(mask.t());
}

cv::Rect without_dark_edges(const cv::Mat& dark, cv::Rect box) {
  const auto columns = share_per_column(dark(box));
  const int left = dark_run(columns, false);
  const int right = dark_run(columns, true);
  if (left + right >= box.width) return box;
  box = {box.x + left, box.y, box.width - left - right, box.height};
  const auto rows = share_per_row(dark(box));
  const int top = dark_run(rows, false);
  const int bottom = dark_run(rows, true);
  if (top + bottom >= box.height) return box;
  return {box.x, box.y + top, box.width, box.height - top - bottom};
}

std::vector<float> smoothed(const std::vector<float>& values, int window) {
  std::vector<float> result(values.size());
  cv::blur(values, result, {window, 1});
  return result;
}

// Brightness of bare paper per column: what `share` of the pixels are darker than.
std::vector<float> paper_per_column(const cv::Mat& grey, double share = .8) {
  std::vector<float> levels;
  std::vector<std::uint8_t> column(static_cast<std::size_t>(grey.rows));
  for (int x = 0; x < grey.cols; ++x) {
    for (int y = 0; y < grey.rows; ++y)
      column[static_cast<std::size_t>(y)] = grey.at<std::uint8_t>(y, x);
    const auto paper = column.begin() +
                       static_cast<std::ptrdiff_t>(share * static_cast<double>(column.size() - 1));
    std::nth_element(column.begin(), paper, column.end());
    levels.push_back(*paper);
  }
  return smoothed(levels, std::max(3, grey.cols / 200) | 1);
}

float median_between(const std::vector<float>& values, int begin, int end) {
  std::vector<float> part(values.begin() + begin, values.begin() + end);
  std::nth_element(part.begin(), part.begin() + std::ssize(part) / 2, part.end());
  return part[part.size() / 2];
}

std::optional<double> shadow_of_fold(const cv::Mat& grey) {
  constexpr float kLeastShadow = 0.08F;  // darker than the paper on both sides
  const std::vector<float> paper = paper_per_column(grey);
  const int width = grey.cols;
  const auto begin = paper.begin() + width * 2 / 5;
  const auto darkest = std::min_element(begin, paper.begin() + width * 3 / 5);
  const int x = static_cast<int>(darkest - paper.begin());
  const int reach = width / 8;
  const float left = median_between(paper, std::max(0, x - 2 * reach), x - reach / 2);
  const float right = median_between(paper, x + reach / 2, std::min(width, x + 2 * reach));
  if (*darkest > (1 - kLeastShadow) * std::min(left, right)) return std::nullopt;
  return x + 0.5;
}

std::optional<double> gap_of_fold(const cv::Mat& grey) {
  constexpr double kLeastGap = 0.03;   // of the width
  constexpr float kInkOfGap = 0.004F;  // share of a column that may be specks
  const std::vector<float> ink = smoothed(share_per_column(ink_mask(grey, 0.3)), 3);
  const int width = grey.cols;
  int best_begin = 0;
  int best_length = 0;
  int begin = -1;
  for (int x = width / 3; x <= width * 2 / 3; ++x) {
    const bool bare = x < width * 2 / 3 && ink[static_cast<std::size_t>(x)] < kInkOfGap;
    if (bare && begin < 0) begin = x;
    if (!bare && begin >= 0 && x - begin > best_length) {
      best_begin = begin;
      best_length = x - begin;
    }
    if (!bare) begin = -1;
  }
  if (best_length < kLeastGap * width) return std::nullopt;
  const auto inked = [&](int from, int to) {
    return std::accumulate(ink.begin() + from, ink.begin() + to, 0.0F) / float(to - from) > 0.02F;
  };
  if (!inked(width / 10, best_begin) || !inked(best_begin + best_length, width * 9 / 10))
    return std::nullopt;
  return best_begin + best_length / 2.0;
}

// Where the shadow of a gutter is darkest, from the left: between a sliver of at most kWidestSliver
// and the page.
std::optional<int> gutter_near_begin(const std::vector<float>& paper) {
  constexpr double kNarrowestSliver = .015, kWidestSliver = .22, kAround = .08;  // of the width
  constexpr double kThinnest = .009, kThickest = .06;
  constexpr float kDepth = .2F;  // darker than the paper on both sides
  const double width = static_cast<double>(paper.size());
  const int begin = static_cast<int>(kNarrowestSliver * width);
  const int reach = static_cast<int>(kAround * width),
            thickest = static_cast<int>(kThickest * width);
  if (begin < 2) return std::nullopt;
  const auto first = paper.begin() + begin;
  const auto darkest =
      std::min_element(first, paper.begin() + static_cast<int>(kWidestSliver * width));
  const int x = static_cast<int>(darkest - paper.begin());
  const float outer = *std::max_element(paper.begin() + std::max(0, x - reach), darkest);
  const float inner = median_between(paper, x + thickest / 2, x + reach + thickest / 2);
  const float lighter = std::min(outer, inner);
  if (x == begin || *darkest > (1 - kDepth) * lighter) return std::nullopt;
  const float half = (*darkest + lighter) / 2;
  int from = x, to = x;
  while (from > 0 && paper[static_cast<std::size_t>(from - 1)] < half) --from;
  while (to + 1 < std::ssize(paper) && paper[static_cast<std::size_t>(to + 1)] < half) ++to;
  if (from == 0 || to - from < kThinnest * width || to - from > thickest) return std::nullopt;
  return x;
}

// Pixels of ink in rows of so many and more.
int inked_in_runs(const cv::Mat& ink, int least, int enough) {
  int inked = 0;
  for (int y = 0; y < ink.rows && inked < enough; ++y) {
    const std::uint8_t* row = ink.ptr(y);
    int run = 0;
    for (int x = 0; x <= ink.cols; ++x) {
      if (x < ink.cols && row[x] != 0) {
        ++run;
        continue;
      }
      if (run >= least) inked += run;
      run = 0;
    }
  }
  return inked;
}

bool has_strokes(const cv::Mat& ink, int least_stroke, int enough) {
  // Rows of ink as long as a stroke are part of one: on pages of writing the first lines settle it.
  if (inked_in_runs(ink, least_stroke, enough) >= enough) return true;
  cv::Mat labels, stats, centres;
  const int count = cv::connectedComponentsWithStats(ink, labels, stats, centres);
  int inked_px = 0;
  for (int i = 1; i < count; ++i)
    if (std::max(stats.at<int>(i, cv::CC_STAT_WIDTH), stats.at<int>(i, cv::CC_STAT_HEIGHT)) >=
        least_stroke)
      inked_px += stats.at<int>(i, cv::CC_STAT_AREA);
  return inked_px >= enough;
}

}  // namespace

cv::Rect find_leaf(const cv::Mat& grey) {
  const cv::Rect whole(0, 0, grey.cols, grey.rows);
  const cv::Mat middle = grey(cv::Rect(
      grey.cols / 4, grey.rows / 4, std::max(1, grey.cols / 2), std::max(1, grey.rows / 2)));
  const cv::Mat dark = grey < 0.45 * paper_level(middle);
  // Twice: columns are judged anew once the dark rows are gone.
  const cv::Rect leaf = without_dark_edges(dark, without_dark_edges(dark, whole));
  return leaf.area() < kLeastLeaf * whole.area() ? whole : leaf;
}

cv::Rect without_neighbours(const cv::Mat& grey, const cv::Rect& leaf) {
  constexpr double kNearlyAll = .95;  // of the height
  constexpr int kLeastWidth = 200;
  if (leaf.width < kLeastWidth) return leaf;
  std::vector<float> paper = paper_per_column(grey(leaf), kNearlyAll);
  const int left = gutter_near_begin(paper).value_or(0);
  std::reverse(paper.begin(), paper.end());
  const int right = gutter_near_begin(paper).value_or(0);
  return {leaf.x + left, leaf.y, leaf.width - left - right, leaf.height};
}

std::optional<double> find_gutter(const cv::Mat& grey) {
  if (grey.cols < 1.15 * grey.rows || grey.cols > 3 * grey.rows || grey.cols < 200)
    return std::nullopt;
  const auto shadow = shadow_of_fold(grey);
  return shadow ? shadow : gap_of_fold(grey);
}

bool is_blank(const cv::Mat& grey) {
  constexpr double kStrongInk = 0.3;  // writing from the other side is fainter than this
  const int side = std::max(grey.cols, grey.rows);
  cv::Mat ink = ink_mask(grey, kStrongInk);
  const int margin = std::max(1, side / 100);  // edges of the leaf and of the picture
  cv::rectangle(ink, {0, 0}, {ink.cols - 1, ink.rows - 1}, 0, 2 * margin);
  // A stroke of the smallest writing is some 8 pixels long at 1400 pixels a page.
  const int least_stroke = std::max(4, side / 175);
  return !has_strokes(ink, least_stroke, least_stroke * least_stroke / 2);
}

}  // namespace wenlan
