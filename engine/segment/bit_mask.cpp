// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/bit_mask.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>

#include <opencv2/core.hpp>
#include <opencv2/core/hal/intrin.hpp>

namespace wenlan {
namespace {

using Block = std::array<std::uint64_t, 64>;

// Bit x of word y becomes bit y of word x: quarters are swapped, then quarters of quarters.
void transpose(Block& block) {
  std::uint64_t mask = ~std::uint64_t{0} >> 32;
  for (unsigned half = 32; half != 0; half /= 2, mask ^= mask << half)
    for (unsigned y = 0; y < 64; y = (y + half + 1) & ~half) {
      const std::uint64_t swapped = ((block[y] >> half) ^ block[y + half]) & mask;
      block[y] ^= swapped << half;
      block[y + half] ^= swapped;
    }
}

// 64 bytes, a bit for each that is not 0.
std::uint64_t packed(const uchar* bytes) {
  constexpr int kStep = cv::v_uint8x16::nlanes;
  std::uint64_t bits = 0;
  for (int i = 0; i < 64; i += kStep) {
    const auto ink =
        static_cast<unsigned>(cv::v_signmask(cv::v_load(bytes + i) != cv::v_setzero_u8()));
    bits |= static_cast<std::uint64_t>(ink) << i;
  }
  return bits;
}

}  // namespace

BitMask::BitMask(cv::Size size)
    : size_(size),
      stride_((size.width + kBits - 1) / kBits),
      words_(static_cast<std::size_t>(stride_) * size.height) {}

BitMask::BitMask(const cv::Mat1b& ink) : BitMask(ink.size()) {
  for (int y = 0; y < size_.height; ++y) {
    const uchar* bytes = ink.ptr(y);
    Word* words = row(y);
    const int whole = size_.width - size_.width % kBits;
    for (int x = 0; x < whole; x += kBits) words[x / kBits] = packed(bytes + x);
    for (int x = whole; x < size_.width; ++x)
      words[x / kBits] |= static_cast<Word>(bytes[x] != 0) << (x % kBits);
  }
}

// The first pixel from `x` on that is no ink (or no paper), or the row's end.
int BitMask::end_of(int y, int x, bool ink) const {
  const Word flip = ink ? ~Word{0} : 0;
  const Word* words = row(y);
  int at = x / kBits;
  Word ahead = at < stride_ ? (words[at] ^ flip) >> (x % kBits) << (x % kBits) : 0;
  while (ahead == 0 && ++at < stride_) ahead = words[at] ^ flip;
  return at < stride_ ? std::min(size_.width, at * kBits + std::countr_zero(ahead)) : size_.width;
}

template <class Visit>
void BitMask::for_each_run(Visit visit) const {
  for (int y = 0; y < size_.height; ++y)
    for (int begin = end_of(y, 0, false); begin < size_.width;) {
      const int end = end_of(y, begin, true);
      visit(InkRun{y, begin, end});
      begin = end_of(y, end, false);
    }
}

void BitMask::fill(int y, int begin, int end) {
  if (begin >= end) return;
  Word* words = row(y);
  const int first = begin / kBits, last = (end - 1) / kBits;
  const Word from_begin = ~Word{0} << (begin % kBits);
  const Word to_end = ~Word{0} >> (kBits - 1 - (end - 1) % kBits);
  if (first == last) {
    words[first] |= from_begin & to_end;
    return;
  }
  words[first] |= from_begin;
  std::fill(words + first + 1, words + last, ~Word{0});
  words[last] |= to_end;
}

cv::Mat1b BitMask::bytes() const {
  cv::Mat1b ink(size_, uchar{0});
  for_each_run([&](const InkRun& run) {
    std::fill(ink.ptr(run.y) + run.begin, ink.ptr(run.y) + run.end, uchar{255});
  });
  return ink;
}

std::vector<InkRun> BitMask::runs() const {
  std::vector<InkRun> all;
  for_each_run([&](const InkRun& run) { all.push_back(run); });
  return all;
}

BitMask BitMask::transposed() const {
  BitMask result(cv::Size(size_.height, size_.width));
  Block block{};
  for (int top = 0; top < size_.height; top += kBits)
    for (int column = 0; column < stride_; ++column) {
      const int height = std::min(kBits, size_.height - top);
      const int width = std::min(kBits, size_.width - column * kBits);
      block.fill(0);
      for (int y = 0; y < height; ++y) block[y] = row(top + y)[column];
      transpose(block);
      for (int x = 0; x < width; ++x) result.row(column * kBits + x)[top / kBits] = block[x];
    }
  return result;
}

BitMask BitMask::inverted() const {
  BitMask result(size_);
  std::transform(words_.begin(), words_.end(), result.words_.begin(), std::bit_not<>());
  const int kept = size_.width % kBits;
  if (kept != 0)
    for (int y = 0; y < size_.height; ++y) result.row(y)[stride_ - 1] &= ~Word{0} >> (kBits - kept);
  return result;
}

BitMask BitMask::opened(int length) const {
  BitMask result(size_);
  for_each_run([&](const InkRun& run) {
    const bool at_begin = run.begin == 0, at_end = run.end == size_.width;
    const int least = at_begin && at_end ? 1 : at_begin || at_end ? (length + 1) / 2 : length;
    if (run.end - run.begin >= least) result.fill(run.y, run.begin, run.end);
  });
  return result;
}

BitMask BitMask::closed(int length) const {
  return inverted().opened(length).inverted();
}

BitMask BitMask::dilated(int length) const {
  BitMask result(size_);
  const int before = (length - 1) / 2, after = length - 1 - before;
  for_each_run([&](const InkRun& run) {
    result.fill(run.y, std::max(0, run.begin - before), std::min(size_.width, run.end + after));
  });
  return result;
}

BitMask BitMask::thickened() const {
  BitMask result = *this;
  const std::size_t inner = words_.size() - std::min<std::size_t>(words_.size(), stride_);
  for (std::size_t i = 0; i < inner; ++i) {
    result.words_[i] |= words_[i + stride_];
    result.words_[i + stride_] |= words_[i];
  }
  return result;
}

BitMask BitMask::without(const BitMask& other) const {
  CV_Assert(size_ == other.size_);
  BitMask result(size_);
  for (std::size_t i = 0; i < words_.size(); ++i) result.words_[i] = words_[i] & ~other.words_[i];
  return result;
}

BitMask& BitMask::operator|=(const BitMask& other) {
  CV_Assert(size_ == other.size_);
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  return *this;
}

}  // namespace wenlan
