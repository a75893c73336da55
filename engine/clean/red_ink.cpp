// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/red_ink.h"

#include <algorithm>
#include <array>

#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr int kRedderThanPaper = 45;
constexpr int kLeastRed = 90;  // darker pixels are ink whose colour says nothing

int redness_of(const std::uint8_t* bgr) {
  return bgr[2] - std::max(bgr[0], bgr[1]);
}

// Red ink as it may be on a page that has any at all.
constexpr int kSurelyInk = 14;
constexpr double kLeastShare = 1e-4;
constexpr int kMiddle = 64;

// How red single pixels of the page are, some from everywhere.
struct Redness {
  int median = 0, highest = 0;
};

Redness glanced_redness(const cv::Mat& pixels) {
  std::array<int, 511> counts{};
  int total = 0;
  Redness redness{0, -255};
  for (int y = 0; y < pixels.rows; y += 4) {
    const std::uint8_t* row = pixels.ptr(y);
    for (int x = 0; x < pixels.cols; x += 4, ++total) {
      const int here = redness_of(row + 3 * x);
      redness.highest = std::max(redness.highest, here);
      ++counts[static_cast<std::size_t>(here + 255)];
    }
  }
  std::size_t level = 0;
  for (int below = counts[0]; below * 2 < total; below += counts[level]) ++level;
  redness.median = static_cast<int>(level) - 255;
  return redness;
}

// Paper as it would be without any ink: at an eighth of the size, red filled with the common
// colour first, then a median wider than strokes.
cv::Mat paper_of(const cv::Mat& pixels, const cv::Mat& mask) {
  constexpr int kReduction = 8;
  constexpr int kMedian = 31;
  const cv::Size size(std::max(1, pixels.cols / kReduction), std::max(1, pixels.rows / kReduction));
  cv::Mat small, red;
  cv::resize(pixels, small, size, 0, 0, cv::INTER_AREA);
  cv::resize(mask, red, size, 0, 0, cv::INTER_AREA);
  const cv::Scalar common = cv::mean(small, (red == 0));
  small.setTo(common, red > 0);
  cv::medianBlur(small, small, kMedian);
  cv::Mat paper;
  cv::resize(small, paper, pixels.size(), 0, 0, cv::INTER_LINEAR);
  return paper;
}

// A tone of the paper about each pixel: what is common in a window wider than most seals, or on the
// whole page where that is more: by the page's edge the window shows what lies beyond.
cv::Mat tone_of_paper(const cv::Mat& tone) {
  constexpr double kReducedSide = 160;
  constexpr int kMedian = 31;
  const double scale = std::min(1., kReducedSide / std::max(tone.cols, tone.rows));
  const cv::Size size(std::max(1, int(tone.cols * scale)), std::max(1, int(tone.rows * scale)));
  cv::Mat small, paper;
  cv::resize(tone, small, size, 0, 0, cv::INTER_AREA);
  cv::medianBlur(small, paper, kMedian);
  cv::Mat sorted = small.reshape(1, 1).clone();
  const auto middle = sorted.begin<std::uint8_t>() + sorted.cols / 2;
  std::nth_element(sorted.begin<std::uint8_t>(), middle, sorted.end<std::uint8_t>());
  cv::max(paper, double(*middle), paper);
  cv::resize(paper, paper, tone.size(), 0, 0, cv::INTER_LINEAR);
  return paper;
}

}  // namespace

RedInk find_red_ink(const cv::Mat& pixels) {
  const Redness glance = glanced_redness(pixels);
  const int limit = glance.median + kRedderThanPaper;
  if (glance.highest <= limit) return {};
  RedInk red{0, cv::Mat(pixels.size(), CV_8UC1)};
  for (int y = 0; y < pixels.rows; ++y) {
    const std::uint8_t* row = pixels.ptr(y);
    std::uint8_t* out = red.mask.ptr(y);
    for (int x = 0; x < pixels.cols; ++x) {
      const std::uint8_t* bgr = row + 3 * x;
      out[x] = redness_of(bgr) > limit && bgr[2] > kLeastRed ? 255 : 0;
    }
  }
  red.share = double(cv::countNonZero(red.mask)) / std::max<double>(1, double(pixels.total()));
  return red;
}

namespace {

cv::Mat strength_of(const cv::Mat& pixels) {
  cv::Mat red(pixels.size(), CV_8UC1);   // from kMiddle up, as paper may be bluish
  cv::Mat rest(pixels.size(), CV_8UC1);  // what green and blue are left
  for (int y = 0; y < pixels.rows; ++y) {
    const std::uint8_t* row = pixels.ptr(y);
    for (int x = 0; x < pixels.cols; ++x, row += 3) {
      red.ptr(y)[x] = static_cast<std::uint8_t>(std::clamp(redness_of(row) + kMiddle, 0, 255));
      rest.ptr(y)[x] = std::max(row[0], row[1]);
    }
  }
  cv::Mat taken;
  cv::subtract(tone_of_paper(rest), rest, taken);
  cv::subtract(red, tone_of_paper(red), red);
  cv::min(red, taken, red);
  return red;
}

bool has_red(const cv::Mat& strength) {
  return cv::countNonZero(strength > kSurelyInk) > kLeastShare * double(strength.total());
}

}  // namespace

cv::Mat red_strength(const cv::Mat& pixels) {
  constexpr double kGlance = 1000;  // longer side: single pixels of the page, as red as they are
  const double scale = kGlance / std::max(pixels.cols, pixels.rows);
  if (scale < 1) {
    cv::Mat glance;
    cv::resize(pixels, glance, {}, scale, scale, cv::INTER_NEAREST);
    if (!has_red(strength_of(glance))) return {};
  }
  const cv::Mat strength = strength_of(pixels);
  return has_red(strength) ? strength : cv::Mat();
}

namespace {

// The level under which this share of the pixels lies that are above kSurelyInk.
int level_of_ink(const cv::Mat& levels, double share) {
  std::array<int, 256> counts{};
  int inked = 0;
  for (int y = 0; y < levels.rows; ++y)
    for (int x = 0; x < levels.cols; ++x) {
      const std::uint8_t level = levels.ptr(y)[x];
      if (level <= kSurelyInk) continue;
      ++counts[level];
      ++inked;
    }
  int level = kSurelyInk;
  for (int below = 0; level < 255 && below < share * inked; ++level) below += counts[level];
  return level;
}

// How far a tone that is this share of the paper's own is that of black ink, which red hardly dims.
double blackness(double share) {
  constexpr double kNone = .7, kFull = .4;
  return std::clamp((kNone - share) / (kNone - kFull), 0., 1.);
}

}  // namespace

cv::Mat darkened_red(const cv::Mat& pixels, const cv::Mat& strength) {
  constexpr double kPaler = .6, kInked = .4;  // what is inked, against what most red ink reaches
  constexpr double kPalerGreen = .8, kBlack = 200;
  // Colour is kept coarsely in most files: it says where there is red, green how the strokes run.
  cv::Mat inked;
  const double least = std::max<double>(kSurelyInk, kInked * level_of_ink(strength, kPaler));
  cv::threshold(strength, inked, least, 255, cv::THRESH_BINARY);
  cv::dilate(inked, inked, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
  cv::Mat green, red, taken;
  cv::extractChannel(pixels, green, 1);
  cv::extractChannel(pixels, red, 2);
  cv::subtract(tone_of_paper(green), green, taken);
  const cv::Mat paper = tone_of_paper(red);
  cv::Mat1b dark(pixels.size(), uchar{0});
  for (int y = 0; y < pixels.rows; ++y)
    for (int x = 0; x < pixels.cols; ++x) {
      if (inked.ptr(y)[x] == 0) continue;
      const double share = double(red.ptr(y)[x]) / std::max<int>(1, paper.ptr(y)[x]);
      dark(y, x) = static_cast<std::uint8_t>(taken.ptr(y)[x] * (1 - blackness(share)));
    }
  cv::Mat picture;
  dark.convertTo(picture, CV_8U, -kBlack / level_of_ink(dark, kPalerGreen), 255);
  cv::cvtColor(picture, picture, cv::COLOR_GRAY2BGR);
  return picture;
}

cv::Mat without_red_ink(const cv::Mat& pixels, const cv::Mat& mask) {
  const int rim = std::max(1, pixels.rows / 500);
  cv::Mat wide;
  cv::dilate(mask, wide, cv::getStructuringElement(cv::MORPH_RECT, {rim | 1, rim | 1}));
  cv::Mat painted = pixels.clone();
  paper_of(pixels, wide).copyTo(painted, wide);
  return painted;
}

}  // namespace wenlan
