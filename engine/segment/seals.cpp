// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/seals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr double kReducedPitch = 30;  // pixels of the picture that is looked at
constexpr double kWidestStroke = .5;  // pitches: what is solid over more is a stain or a label
constexpr double kLeastStrength = 5;  // grey levels
constexpr double kAboveGrain = 8, kMostGrain = 20;  // times the mean of the page; grey levels
// Strokes this far apart belong together, in pitches: seals that touch are told apart by the
// smallest, worn ones held together by the largest.
constexpr std::array kReaches{.06, .14, .28};
constexpr double kSmallest = .75, kLargest = 7;  // sides in pitches
// Where ink is paler than this (grey levels) the smallest is larger: worn edges of leaves are pale.
constexpr double kPale = 15, kSmallestPale = 1.5;
constexpr double kLongest = 2.6;     // the longer side over the shorter
constexpr double kLargestTurn = 20;  // degrees
// Of the side: how deep under the outline the frame is looked for, and how straight it is.
constexpr double kDepth = .16, kStraight = .035;
constexpr double kLeastSide = .35, kLeastFrame = .64;  // share of each side, and of them all
constexpr double kInner = .7;                          // the middle part of the sides
constexpr double kLeastInked = .1;                     // of the middle part
// How much neighbouring pixels of the middle part differ, over their mean strength.
constexpr double kLeastPattern = .3;
constexpr double kSamplesPerSide = 48;
constexpr double kAsWell = .05;      // as well framed as the whole
constexpr double kHeldByParts = .8;  // of its area: then the parts are seals of their own
constexpr double kSame = .4;         // overlap over the smaller of both

struct RedPicture {
  cv::Mat1b strength, ink;
  cv::Mat1b differences;  // between the strongest and the weakest of nine neighbours
  double scale = 1;
};

// Reduced, so that paste with bare specks is one thing; stains and the paper's own unevenness are
// left out.
RedPicture reduced(const cv::Mat& red_ink, double pitch) {
  RedPicture red;
  red.scale = std::min(1., kReducedPitch / pitch);
  cv::Mat1b strength;
  cv::resize(red_ink, strength, {}, red.scale, red.scale, cv::INTER_AREA);
  const int stroke = 2 * static_cast<int>(kWidestStroke * pitch * red.scale / 2) + 1;
  cv::morphologyEx(strength, red.strength, cv::MORPH_TOPHAT, cv::Mat1b(stroke, stroke, uchar{1}));
  cv::morphologyEx(red.strength, red.differences, cv::MORPH_GRADIENT, cv::Mat1b(3, 3, uchar{1}));
  cv::Mat1b soft;
  cv::GaussianBlur(red.strength, soft, {3, 3}, 0);
  const double grain = std::min(kAboveGrain * cv::mean(soft)[0], kMostGrain);
  red.ink = soft > std::max(kLeastStrength, grain);
  return red;
}

struct Frame {
  double share = 0;    // of its length that is there
  double weakest = 0;  // of the weakest side
};

// Depth of the first ink met from `from` towards `inward` (a unit vector), in pixels; -1 for none.
double depth_of_ink(const cv::Mat1b& ink, cv::Point2d from, cv::Point2d inward, double most) {
  for (double depth = -.25 * most; depth <= most; depth += .5) {
    const cv::Point at(static_cast<int>(std::lround(from.x + depth * inward.x)),
                       static_cast<int>(std::lround(from.y + depth * inward.y)));
    if (at.x < 0 || at.y < 0 || at.x >= ink.cols || at.y >= ink.rows) continue;
    if (ink(at) != 0) return depth + .25 * most;
  }
  return -1;
}

// Share of the depths that lie on one line; lines may lean a little, so each half has its own.
double share_on_line(const std::vector<double>& depths, double straight) {
  double on_line = 0;
  const std::size_t half = depths.size() / 2;
  for (std::size_t part = 0; part < 2; ++part) {
    const auto begin = depths.begin() + static_cast<std::ptrdiff_t>(part * half);
    std::vector<double> seen;
    std::copy_if(begin,
                 begin + static_cast<std::ptrdiff_t>(half),
                 std::back_inserter(seen),
                 [](double depth) { return depth >= 0; });
    const double middle = median(seen);
    for (const double depth : seen) on_line += std::abs(depth - middle) <= straight;
  }
  return on_line / std::max<double>(1, 2. * static_cast<double>(half));
}

cv::Point2d towards(cv::Point2d a, cv::Point2d b) {
  const cv::Point2d way = b - a;
  return way / std::max(1e-6, std::hypot(way.x, way.y));
}

// Corners in order around.
Frame square_frame(const cv::Mat1b& ink, const std::array<cv::Point2f, 4>& corners) {
  Frame frame{0, 1};
  const cv::Point2d middle = (cv::Point2d(corners[0]) + cv::Point2d(corners[2])) / 2;
  for (std::size_t side = 0; side < 4; ++side) {
    const cv::Point2d a = corners[side], b = corners[(side + 1) % 4];
    const cv::Point2d inward = towards((a + b) / 2, middle);
    const double across = 2 * std::hypot(middle.x - (a + b).x / 2, middle.y - (a + b).y / 2);
    const double along = std::hypot(b.x - a.x, b.y - a.y);
    const double length = std::min(along, across);
    std::vector<double> depths;
    for (double i = .5; i < kSamplesPerSide; ++i)
      depths.push_back(
          depth_of_ink(ink, a + (b - a) * (i / kSamplesPerSide), inward, kDepth * length));
    const double share = share_on_line(depths, std::max(1., kStraight * length));
    frame.share += share / 4;
    frame.weakest = std::min(frame.weakest, share);
  }
  return frame;
}

cv::Point2d middle_of(const cv::Rect& box) {
  return {box.x + box.width / 2., box.y + box.height / 2.};
}

std::vector<cv::Point2f> ring_in(const cv::Rect& box, int points) {
  std::vector<cv::Point2f> ring;
  for (int i = 0; i < points; ++i) {
    const double angle = 2 * std::numbers::pi * i / points;
    const cv::Point2d out(std::sin(angle) * box.width / 2, -std::cos(angle) * box.height / 2);
    ring.emplace_back(middle_of(box) + out);
  }
  return ring;
}

// Quarters of the ring are its sides.
Frame round_frame(const cv::Mat1b& ink, const cv::Rect& box) {
  constexpr int kQuarter = static_cast<int>(kSamplesPerSide);
  const auto ring = ring_in(box, 4 * kQuarter);
  const double length = std::min(box.width, box.height);
  Frame frame{0, 1};
  for (int side = 0; side < 4; ++side) {
    std::vector<double> depths;
    for (int i = side * kQuarter; i < (side + 1) * kQuarter; ++i) {
      const cv::Point2d from = ring[static_cast<std::size_t>(i)];
      depths.push_back(depth_of_ink(ink, from, towards(from, middle_of(box)), kDepth * length));
    }
    const double share = share_on_line(depths, std::max(1., kStraight * length));
    frame.share += share / 4;
    frame.weakest = std::min(frame.weakest, share);
  }
  return frame;
}

// Neither bare nor flat in the middle.
bool is_patterned(const RedPicture& red, const std::vector<cv::Point2f>& outline) {
  cv::Point2f middle;
  for (const auto& point : outline) middle += point / static_cast<float>(outline.size());
  std::vector<cv::Point> inner;
  for (const auto& point : outline) inner.push_back(middle + (point - middle) * kInner);
  const cv::Rect box = cv::boundingRect(inner) & cv::Rect({}, red.ink.size());
  if (box.empty()) return false;
  cv::Mat1b mask(box.size(), uchar{0});
  cv::fillPoly(mask, std::vector{inner}, 255, cv::LINE_8, 0, -box.tl());
  const double area = cv::countNonZero(mask);
  const double inked = cv::countNonZero(mask & red.ink(box)) / std::max(1., area);
  const double strength = cv::mean(red.strength(box), mask)[0];
  const double pattern = cv::mean(red.differences(box), mask)[0];
  return inked >= kLeastInked && pattern >= kLeastPattern * strength;
}

struct Candidate {
  std::vector<cv::Point2f> outline;
  double confidence = 0;
};

bool has_the_size(cv::Size2f size, double smallest, double pitch) {
  const double shorter = std::min(size.width, size.height);
  const double longer = std::max(size.width, size.height);
  return shorter >= smallest * pitch && longer <= kLargest * pitch && longer <= kLongest * shorter;
}

// The best frame that the thing has, if it has one: upright, turned, or round.
Candidate judge(const RedPicture& red, const std::vector<cv::Point>& points, double pitch) {
  const cv::Rect box = cv::boundingRect(points);
  if (!has_the_size(box.size(), kSmallest, pitch)) return {};
  const bool pale = cv::mean(red.strength(box), red.ink(box))[0] < kPale;
  if (pale && !has_the_size(box.size(), kSmallestPale, pitch)) return {};
  Candidate best;
  const auto consider = [&](const Frame& frame, std::vector<cv::Point2f> outline) {
    if (frame.weakest < kLeastSide || frame.share < kLeastFrame || frame.share <= best.confidence)
      return;
    best = {std::move(outline), frame.share};
  };
  const auto consider_square = [&](const cv::RotatedRect& rect) {
    std::array<cv::Point2f, 4> corners;
    rect.points(corners.data());
    consider(square_frame(red.ink, corners), {corners.begin(), corners.end()});
  };
  consider_square({cv::Point2f(middle_of(box)), cv::Size2f(box.size()), 0});
  const cv::RotatedRect turned = cv::minAreaRect(points);
  const double turn = std::fmod(turned.angle + 360., 90.);
  if (std::min(turn, 90 - turn) <= kLargestTurn) consider_square(turned);
  consider(round_frame(red.ink, box), ring_in(box, 24));
  if (!best.outline.empty() && !is_patterned(red, best.outline)) return {};
  return best;
}

double area_of(const Candidate& seal) {
  return cv::contourArea(seal.outline);
}

bool overlap(const Candidate& a, const Candidate& b) {
  const cv::Rect one = cv::boundingRect(a.outline), other = cv::boundingRect(b.outline);
  return (one & other).area() > kSame * std::min(one.area(), other.area());
}

// A larger one swallows the smaller ones it holds, unless they are most of it and framed as well:
// print that crosses a seal cuts it into pieces that are framed on three sides.
void add_candidate(Candidate found, std::vector<Candidate>& seals) {
  double held = 0, framed = 0;
  for (const auto& seal : seals) {
    if (!overlap(seal, found)) continue;
    held += area_of(seal);
    framed += area_of(seal) * seal.confidence;
  }
  if (held > kHeldByParts * area_of(found) && framed > (found.confidence - kAsWell) * held) return;
  std::erase_if(seals, [&](const Candidate& seal) { return overlap(seal, found); });
  seals.push_back(std::move(found));
}

FoundSeal on_page(const Candidate& seal, double scale) {
  FoundSeal found{{}, static_cast<float>(std::min(1., seal.confidence))};
  for (const auto& point : seal.outline)
    found.outline.push_back(
        {static_cast<float>(point.x / scale), static_cast<float>(point.y / scale)});
  return found;
}

}  // namespace

std::vector<FoundSeal> find_seals(const cv::Mat& red_ink, double pitch) {
  if (red_ink.empty() || pitch <= 0) return {};
  const RedPicture red = reduced(red_ink, pitch);
  const double p = pitch * red.scale;
  std::vector<Candidate> seals;
  for (const double reach : kReaches) {
    const int side = 2 * static_cast<int>(std::lround(reach * p / 2)) + 1;
    cv::Mat1b joined;
    cv::morphologyEx(red.ink, joined, cv::MORPH_CLOSE, cv::Mat1b(side, side, uchar{1}));
    std::vector<std::vector<cv::Point>> things;
    cv::findContours(joined, things, cv::RETR_EXTERNAL, cv::CHAIN_APPROX_NONE);
    for (const auto& thing : things) {
      Candidate found = judge(red, thing, p);
      if (!found.outline.empty()) add_candidate(std::move(found), seals);
    }
  }
  std::vector<FoundSeal> found;
  for (const auto& seal : seals) found.push_back(on_page(seal, red.scale));
  std::sort(found.begin(), found.end(), [](const FoundSeal& a, const FoundSeal& b) {
    const auto one = bounding_box(a.outline), other = bounding_box(b.outline);
    return std::pair(one.y, -one.x) < std::pair(other.y, -other.x);
  });
  return found;
}

cv::Mat1b red_beside_seals(const cv::Mat& red_ink,
                           std::span<const FoundSeal> seals,
                           double scale,
                           int least_strength) {
  cv::Mat1b ink;
  cv::resize(red_ink, ink, {}, scale, scale, cv::INTER_AREA);
  cv::threshold(ink, ink, least_strength, 255, cv::THRESH_BINARY);
  for (const auto& seal : seals) {
    std::vector<cv::Point> corners;
    for (const auto& point : seal.outline)
      corners.emplace_back(static_cast<int>(point.x * scale), static_cast<int>(point.y * scale));
    cv::fillPoly(ink, std::vector{corners}, 0);
  }
  return ink;
}

}  // namespace wenlan
