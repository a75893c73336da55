// SPDX-License-Identifier: GPL-3.0-or-later
// Ink and paper, a bit for each pixel: what is long, and what hangs together, is found by whole
// runs of ink, in a tenth of the time that bytes and long bars take.
#pragma once

#include <cstdint>
#include <vector>

#include <opencv2/core/mat.hpp>

namespace wenlan {

// Ink of one row from `begin` to before `end`.
struct InkRun {
  int y = 0, begin = 0, end = 0;
};

// Lengths are in pixels along the rows; for columns, take the transposed mask. A run of ink or
// paper that meets an edge of the picture goes on beyond it: there, half the length is long
// enough, and any length is from edge to edge.
class BitMask {
 public:
  // Ink is what is not 0.
  explicit BitMask(const cv::Mat1b& ink);

  cv::Size size() const { return size_; }
  cv::Mat1b bytes() const;  // ink 255, paper 0
  // From top to bottom, from left to right.
  std::vector<InkRun> runs() const;

  BitMask transposed() const;
  BitMask opened(int length) const;   // without runs of ink shorter than `length`
  BitMask closed(int length) const;   // with gaps shorter than `length` filled
  BitMask dilated(int length) const;  // each run `length` - 1 longer, by half of it at either end
  BitMask thickened() const;          // each row with the ink of the rows above and below
  BitMask without(const BitMask& other) const;  // of the same size
  BitMask& operator|=(const BitMask& other);    // of the same size

 private:
  using Word = std::uint64_t;
  static constexpr int kBits = 64;

  explicit BitMask(cv::Size size);
  const Word* row(int y) const { return words_.data() + static_cast<std::size_t>(y) * stride_; }
  Word* row(int y) { return words_.data() + static_cast<std::size_t>(y) * stride_; }
  int end_of(int y, int x, bool ink) const;
  void fill(int y, int begin, int end);
  BitMask inverted() const;
  template <class Visit>
  void for_each_run(Visit visit) const;

  cv::Size size_;
  int stride_;  // words in a row; bits beyond the row's end are 0
  std::vector<Word> words_;
};

}  // namespace wenlan
