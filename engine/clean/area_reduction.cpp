// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/area_reduction.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include <opencv2/core/hal/intrin.hpp>
#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr double kHair = 1e-3;    // of a pixel: what is left of it by rounding alone
constexpr int kMostSummed = 256;  // rows whose sum is kept in 16 bits

// What one pixel of the result stands for along one side: parts of the first and the last pixel
// and the whole of those between.
struct Cell {
  int first = 0, last = 0;
  float at_first = 1, between = 0, at_last = 0;  // weights, of sum 1
};

std::vector<Cell> cells_of(int from, int to) {
  const double step = double(from) / to;
  std::vector<Cell> cells;
  for (int i = 0; i < to; ++i) {
    const double begin = i * step, end = std::min<double>(from, begin + step);
    Cell cell;
    cell.first = std::min(from - 1, static_cast<int>(begin + kHair));
    cell.last = std::max(cell.first, static_cast<int>(std::ceil(end - kHair)) - 1);
    if (cell.first < cell.last) {
      cell.at_first = static_cast<float>((cell.first + 1 - begin) / step);
      cell.between = static_cast<float>(1 / step);
      cell.at_last = static_cast<float>((end - cell.last) / step);
    }
    cells.push_back(cell);
  }
  return cells;
}

// Rows first: that runs along whole rows of bytes, and leaves a row to be worked on for each of the
// result only.
class RowMeans {
 public:
  explicit RowMeans(const cv::Mat& pixels)
      : pixels_(pixels),
        length_(static_cast<std::size_t>(pixels.cols) * pixels.channels()),
        sums_(length_),
        means_(length_ + cv::v_float32x4::nlanes) {}

  // The mean of the rows of the cell; readable for a whole vector from any pixel on.
  const float* of(const Cell& rows) {
    std::fill(sums_.begin(), sums_.end(), std::uint16_t{0});
    for (int y = rows.first + 1; y < rows.last; ++y) add(pixels_.ptr(y));
    const std::uint8_t* first = pixels_.ptr(rows.first);
    const std::uint8_t* last = pixels_.ptr(rows.last);
    for (std::size_t i = 0; i < length_; ++i)
      means_[i] = rows.at_first * first[i] + rows.between * sums_[i] + rows.at_last * last[i];
    return means_.data();
  }

 private:
  void add(const std::uint8_t* row) {
    for (std::size_t i = 0; i < length_; ++i)
      sums_[i] = static_cast<std::uint16_t>(sums_[i] + row[i]);
  }

  const cv::Mat& pixels_;
  std::size_t length_;
  std::vector<std::uint16_t> sums_;
  std::vector<float> means_;
};

void reduce_row_of_colours(const float* row, const std::vector<Cell>& cells, std::uint8_t* out) {
  const auto at = [&](int pixel) { return cv::v_load(row + 3 * static_cast<std::size_t>(pixel)); };
  for (const Cell& cell : cells) {
    cv::v_float32x4 between = cv::v_setzero_f32();
    for (int x = cell.first + 1; x < cell.last; ++x) between += at(x);
    const cv::v_float32x4 mean = at(cell.first) * cv::v_setall_f32(cell.at_first) +
                                 between * cv::v_setall_f32(cell.between) +
                                 at(cell.last) * cv::v_setall_f32(cell.at_last);
    std::int32_t rounded[cv::v_int32x4::nlanes];
    cv::v_store(rounded, cv::v_round(mean));
    for (int channel = 0; channel < 3; ++channel)
      *out++ = cv::saturate_cast<std::uint8_t>(rounded[channel]);
  }
}

void reduce_row_of_greys(const float* row, const std::vector<Cell>& cells, std::uint8_t* out) {
  for (const Cell& cell : cells) {
    float between = 0;
    for (int x = cell.first + 1; x < cell.last; ++x) between += row[x];
    *out++ = cv::saturate_cast<std::uint8_t>(
        cell.at_first * row[cell.first] + cell.between * between + cell.at_last * row[cell.last]);
  }
}

}  // namespace

cv::Mat reduced_by_area(const cv::Mat& pixels, cv::Size size) {
  cv::Mat small;
  if (size.width > pixels.cols || size.height > pixels.rows ||
      pixels.rows > double(kMostSummed) * size.height) {
    cv::resize(pixels, small, size, 0, 0, cv::INTER_AREA);
    return small;
  }
  CV_Assert(pixels.type() == CV_8UC1 || pixels.type() == CV_8UC3);
  const std::vector<Cell> rows = cells_of(pixels.rows, size.height);
  const std::vector<Cell> columns = cells_of(pixels.cols, size.width);
  RowMeans means(pixels);
  small.create(size, pixels.type());
  for (int y = 0; y < size.height; ++y) {
    const float* mean = means.of(rows[static_cast<std::size_t>(y)]);
    if (pixels.channels() == 3) {
      reduce_row_of_colours(mean, columns, small.ptr(y));
    } else {
      reduce_row_of_greys(mean, columns, small.ptr(y));
    }
  }
  return small;
}

}  // namespace wenlan
