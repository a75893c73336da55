// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/clean_scan.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <opencv2/imgproc.hpp>

#include "engine/clean/bed.h"
#include "engine/clean/even_light.h"
#include "engine/clean/find_bend.h"
#include "engine/clean/leaf.h"
#include "engine/clean/negative.h"
#include "engine/clean/red_ink.h"
#include "engine/clean/reduced_copy.h"
#include "engine/clean/straightened.h"
#include "engine/clean/tilt.h"

namespace wenlan {
namespace {

// Where the page lies in the loaded pixels: the leaf, and how much it is to be turned about the
// leaf's middle.
struct Posture {
  cv::Rect leaf;  // in loaded pixels
  Tilt tilt;
  bool turned = false;
};

cv::Rect enlarged(const cv::Rect& small, double scale, cv::Size whole) {
  const int left = static_cast<int>(std::floor(small.x / scale));
  const int top = static_cast<int>(std::floor(small.y / scale));
  const int right = static_cast<int>(std::ceil(small.br().x / scale));
  const int bottom = static_cast<int>(std::ceil(small.br().y / scale));
  return cv::Rect(left, top, right - left, bottom - top) & cv::Rect({}, whole);
}

Posture find_posture(const cv::Mat& pixels, const ReducedCopy& copy, const CleanOptions& options) {
  Posture posture{{{}, pixels.size()}, {}, false};
  cv::Rect leaf({}, copy.grey.size());
  if (options.trim_border) {
    leaf = find_leaf(copy.grey);
    if (leaf.size() != copy.grey.size()) {
      posture.leaf = enlarged(leaf, copy.scale, pixels.size());
    } else if (const auto on_bed = find_leaf_on_bed(pixels)) {
      posture.leaf = *on_bed;
      leaf = enlarged(*on_bed, 1 / copy.scale, copy.grey.size());
    }
    if (const cv::Rect own = without_neighbours(copy.grey, leaf); own != leaf) {
      posture.leaf = enlarged(own, copy.scale, pixels.size());
      leaf = own;
    }
  }
  if (options.deskew) {
    posture.tilt = find_tilt(copy.grey(leaf), options.max_tilt_deg);
    posture.turned = posture.tilt.confidence >= kLeastTiltConfidence &&
                     std::abs(posture.tilt.clockwise_deg) >= options.min_tilt_deg;
  }
  return posture;
}

// Loaded pixels -> clean pixels, both by outer corners: the leaf turned upright about its middle,
// in a canvas that holds all of it.
struct Turn {
  AffineMatrix matrix;
  cv::Size canvas;
};

Turn turn_of(const Posture& posture) {
  const cv::Rect& leaf = posture.leaf;
  if (!posture.turned) return {{1, 0, -double(leaf.x), 0, 1, -double(leaf.y)}, leaf.size()};
  const double angle = -posture.tilt.clockwise_deg * std::numbers::pi / 180;
  const double cosine = std::cos(angle);
  const double sine = std::sin(angle);
  const cv::Size canvas(
      static_cast<int>(std::ceil(leaf.width * cosine + leaf.height * std::abs(sine))),
      static_cast<int>(std::ceil(leaf.width * std::abs(sine) + leaf.height * cosine)));
  const double middle_x = leaf.x + leaf.width / 2.0;
  const double middle_y = leaf.y + leaf.height / 2.0;
  // y runs down, so a positive angle turns clockwise.
  return {{cosine,
           -sine,
           canvas.width / 2.0 - cosine * middle_x + sine * middle_y,
           sine,
           cosine,
           canvas.height / 2.0 - sine * middle_x - cosine * middle_y},
          canvas};
}

cv::Scalar paper_colour(const cv::Mat& pixels, const ReducedCopy& copy) {
  cv::Mat small;
  cv::resize(pixels, small, copy.grey.size(), 0, 0, cv::INTER_NEAREST);
  const int paper = paper_level(copy.grey);
  return cv::mean(small, (copy.grey > paper - 8) & (copy.grey < paper + 8));
}

cv::Mat laid_upright(const cv::Mat& pixels, const Turn& turn, const cv::Scalar& paper) {
  const AffineMatrix& m = turn.matrix;
  // OpenCV counts from the middle of the first pixel.
  const cv::Matx23d by_middles(
      m[0], m[1], m[2] + (m[0] + m[1] - 1) / 2, m[3], m[4], m[5] + (m[3] + m[4] - 1) / 2);
  cv::Mat result;
  cv::warpAffine(
      pixels, result, by_middles, turn.canvas, cv::INTER_LINEAR, cv::BORDER_CONSTANT, paper);
  return result;
}

// The reduced copy laid as the page is, without reducing the page once more.
ReducedCopy laid_upright(const ReducedCopy& copy, const Turn& turn) {
  const AffineMatrix& m = turn.matrix;
  const double scale = copy.scale;
  const cv::Size canvas(std::max(1, int(turn.canvas.width * scale)),
                        std::max(1, int(turn.canvas.height * scale)));
  const Turn reduced{{m[0], m[1], m[2] * scale, m[3], m[4], m[5] * scale}, canvas};
  return {laid_upright(copy.grey, reduced, cv::Scalar::all(paper_level(copy.grey))), scale};
}

// Scan -> loaded pixels -> clean pixels. Both sides are scaled apart: sizes are whole pixels.
Placement placement_of(const ScanImage& scan, const Turn& turn, const Bend& bend) {
  const double x = double(scan.pixels.cols) / scan.size.width;
  const double y = double(scan.pixels.rows) / scan.size.height;
  const AffineMatrix& m = turn.matrix;
  return Placement::from_scan_to_clean({m[0] * x, m[1] * y, m[2], m[3] * x, m[4] * y, m[5]}, bend);
}

Box<ScanSpace> scan_box(const ScanImage& scan, const cv::Rect& leaf) {
  const auto x = static_cast<float>(double(scan.size.width) / scan.pixels.cols);
  const auto y = static_cast<float>(double(scan.size.height) / scan.pixels.rows);
  return {static_cast<float>(leaf.x) * x,
          static_cast<float>(leaf.y) * y,
          static_cast<float>(leaf.width) * x,
          static_cast<float>(leaf.height) * y};
}

// Straightens the page and its reduced copy where the leaf is bent beyond what reading bears.
Bend straighten(CleanPage& page, ReducedCopy& upright, const cv::Scalar& paper) {
  const MeasuredBend found = find_bend(upright.grey);
  if (found.bend.is_flat()) return {};
  const Bend bend = resized(found.bend, page.pixels.size());
  page.pixels = straightened(page.pixels, bend, paper);
  upright.grey = straightened(upright.grey, found.bend, cv::Scalar::all(paper_level(upright.grey)));
  return bend;
}

CleanPage clean_positive(const ScanImage& scan, const CleanOptions& options) {
  const ReducedCopy copy = reduced_copy(scan.pixels);
  const Posture posture = find_posture(scan.pixels, copy, options);
  const Turn turn = turn_of(posture);

  CleanPage page;
  page.scan_size = scan.size;
  page.report.border = scan_box(scan, posture.leaf);
  page.report.tilt_confidence = posture.tilt.confidence;
  if (posture.turned) page.report.tilt_deg = -posture.tilt.clockwise_deg;
  const cv::Scalar paper = paper_colour(scan.pixels, copy);
  page.pixels = posture.turned ? laid_upright(scan.pixels, turn, paper) : scan.pixels(posture.leaf);

  const bool changed = posture.turned || posture.leaf.size() != scan.pixels.size();
  ReducedCopy upright = changed ? laid_upright(copy, turn) : copy;
  const Bend bend = options.straighten ? straighten(page, upright, paper) : Bend{};
  page.placement = placement_of(scan, turn, bend);
  page.report.blank = is_blank(upright.grey);
  if (const auto gutter = find_gutter(upright.grey))
    page.report.gutter_x = static_cast<float>(*gutter / upright.scale);
  if (options.even_light && !page.report.blank) {
    const cv::Mat even = with_even_light(page.pixels, upright.grey);
    page.report.evened = !even.empty();
    if (page.report.evened) page.pixels = even;
  }

  page.red_ink = red_strength(page.pixels);
  page.without_red = page.pixels;
  if (options.remove_red) {
    const RedInk red = find_red_ink(page.pixels);
    page.report.red_share = red.share;
    if (red.share > options.min_red_share)
      page.without_red = without_red_ink(page.pixels, red.mask);
  }
  return page;
}

CleanPage clean(const ScanImage& scan, const CleanOptions& options) {
  if (!options.turn_negatives || !is_negative(scan.pixels)) return clean_positive(scan, options);
  ScanImage positive = scan;
  positive.pixels = cv::Mat();
  cv::bitwise_not(scan.pixels, positive.pixels);
  CleanPage page = clean_positive(positive, options);
  page.report.negative = true;
  return page;
}

}  // namespace

cv::Mat only_red(const CleanPage& page) {
  return page.red_ink.empty() ? cv::Mat() : darkened_red(page.pixels, page.red_ink);
}

Result<CleanPage> clean_scan(const ScanImage& scan, const CleanOptions& options) {
  if (scan.pixels.empty() || scan.size.width < 1 || scan.size.height < 1)
    return fail(ErrorCode::image_too_small, {});
  try {
    return clean(scan, options);
  } catch (const cv::Exception& exception) {
    return fail(ErrorCode::internal, {}, exception.err);
  }
}

}  // namespace wenlan
