// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/ruling_lines.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numbers>

#include <opencv2/imgproc.hpp>

#include "engine/clean/area_reduction.h"
#include "engine/segment/bit_mask.h"
#include "engine/segment/ink_parts.h"
#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr double kWindow = .33;         // of the pitch, of the local threshold
constexpr double kDarker = 10;          // grey levels below the neighbourhood
constexpr double kClosed = .12;         // gaps in a rule, in pitches
constexpr double kShortestRule = 1.35;  // pieces of a rule, in pitches: longer than any stroke
constexpr double kCrossing = .25;       // pitches: strokes across, longer than a rule is thick
constexpr double kCrossingReach = .18;  // pitches around them that belong to characters
constexpr double kDash = .07;           // pitches: shorter pieces of a worn rule are specks
constexpr double kShortestAcross = 2.5;
constexpr double kShortestFrame = 4;  // pitches: longer than strokes that happen to be in line
constexpr int kReach = 2;             // pixels that a rule may stray to either side
constexpr double kLeastCoverage = .28;
constexpr double kFaintCoverage = .15;  // of rules that are believed for standing evenly
constexpr double kSurelyEven = .8;
constexpr double kSameCoverage = 1e-3;
constexpr double kApart = .15;   // pitches between two rules
constexpr double kOnGrid = .15;  // pitches off the grid
constexpr double kStrong = .5;

constexpr std::size_t kFewestBeginnings = 4;
constexpr double kBeginTogether = .35;      // pitches
constexpr double kMostBeginTogether = .65;  // of the rules

constexpr double kFullInk = .8;     // the darkness that so much of the ink does not reach
constexpr double kStrongInk = .45;  // of it: what shines through is fainter
constexpr double kFaintest = .3;    // of it: paler ink is the other side's

constexpr double kSolid = .2;      // pitches: thicker than any stroke or rule
constexpr double kSpotApart = .1;  // pitches

int odd(double length) {
  return 2 * static_cast<int>(std::max(1., length / 2)) + 1;
}

int length_of(double pixels) {
  return std::max(1, static_cast<int>(std::lround(pixels)));
}

// Straight pieces along the rows, at least so long; `p` is the pitch in pixels of `ink`.
BitMask long_pieces(const BitMask& ink, double p, double least) {
  return ink.thickened().closed(length_of(kClosed * p)).opened(length_of(least * p));
}

// The ink without what cannot be a rule along the rows: strokes of characters that stand in line
// are told by the strokes that cross them, and specks by being short.
BitMask ink_of_rules(const BitMask& ink, double p) {
  const BitMask crossing = ink.transposed().opened(length_of(kCrossing * p)).transposed();
  return ink.without(crossing.dilated(length_of(kCrossingReach * p)))
      .thickened()
      .opened(length_of(kDash * p));
}

BitMask rule_pieces(const BitMask& ink, double p, bool upright) {
  const BitMask lying = upright ? ink.transposed() : ink;
  const BitMask pieces =
      long_pieces(ink_of_rules(lying, p), p, upright ? kShortestRule : kShortestAcross);
  return upright ? pieces.transposed() : pieces;
}

struct Peak {
  int at;
  double height;
};

// Maxima over `least`, none nearer than `apart` to a higher one; by position. The middle of a
// stretch of equal values stands for it.
std::vector<Peak> peaks_of(const std::vector<double>& values, double least, double apart) {
  std::vector<Peak> all;
  const int count = static_cast<int>(values.size());
  for (int i = 0; i < count;) {
    int end = i + 1;
    while (end < count && std::abs(values[end] - values[i]) < kSameCoverage) ++end;
    if (values[i] > least) all.push_back({(i + end - 1) / 2, values[i]});
    i = end;
  }
  std::sort(all.begin(), all.end(), [](auto& a, auto& b) {
    return std::pair(-a.height, a.at) < std::pair(-b.height, b.at);
  });
  std::vector<Peak> peaks;
  for (const auto& peak : all)
    if (std::none_of(peaks.begin(), peaks.end(), [&](auto& other) {
          return std::abs(other.at - peak.at) < apart;
        }))
      peaks.push_back(peak);
  std::sort(peaks.begin(), peaks.end(), [](auto& a, auto& b) { return a.at < b.at; });
  return peaks;
}

// For each column of the mask: share of its rows set within kReach columns.
std::vector<double> coverage_of(const cv::Mat1b& mask) {
  cv::Mat1b wide;
  cv::dilate(mask, wide, cv::Mat1b(1, 2 * kReach + 1, uchar{1}));
  cv::Mat1f sums;
  cv::reduce(wide, sums, 0, cv::REDUCE_SUM, CV_32F);
  std::vector<double> shares;
  for (int x = 0; x < sums.cols; ++x) shares.push_back(sums(0, x) / 255. / std::max(1, mask.rows));
  return shares;
}

// The first row of the mask set within kReach columns of `column`.
int top_of(const cv::Mat1b& mask, int column) {
  const int from = std::max(0, column - kReach), to = std::min(mask.cols, column + kReach + 1);
  int y = 0;
  while (y < mask.rows && cv::countNonZero(mask(cv::Range(y, y + 1), cv::Range(from, to))) == 0)
    ++y;
  return y;
}

cv::Rect scaled(const Box<CleanSpace>& box, double scale, cv::Size limits) {
  const cv::Rect rect(static_cast<int>(box.x * scale),
                      static_cast<int>(box.y * scale),
                      static_cast<int>(std::ceil(box.width * scale)),
                      static_cast<int>(std::ceil(box.height * scale)));
  return rect & cv::Rect({0, 0}, limits);
}

// How much darker than the paper around it each pixel is.
cv::Mat1b darkness_of(const cv::Mat1b& gray) {
  cv::Mat small, paper, darkness;
  cv::resize(gray, small, {}, .125, .125, cv::INTER_AREA);
  cv::dilate(small, small, cv::Mat1b(5, 5, uchar{1}));
  cv::medianBlur(small, small, 15);
  cv::resize(small, paper, gray.size(), 0, 0, cv::INTER_LINEAR);
  cv::subtract(paper, gray, darkness);
  return darkness;
}

// How dark the writing is: most of the ink is not darker.
int darkness_of_ink(const cv::Mat1b& ink, const cv::Mat1b& darkness) {
  std::array<int, 256> histogram{};
  int total = 0;
  for (int y = 0; y < ink.rows; ++y)
    for (int x = 0; x < ink.cols; ++x)
      if (ink(y, x) != 0) {
        ++histogram[darkness(y, x)];
        ++total;
      }
  int full = 0;
  for (int sum = 0; full < 255 && sum < kFullInk * total; ++full) sum += histogram[full];
  return full;
}

// One place for each square of side `step` that holds any of the part: the middle of what it holds.
std::vector<cv::Point2d> spots_of(const std::vector<InkRun>& part,
                                  const cv::Rect& box,
                                  double step) {
  struct Held {
    double x = 0, y = 0;
    int count = 0;
  };
  std::map<std::pair<int, int>, Held> squares;
  for (const auto& [y, begin, end] : part)
    for (int x = begin; x < end; ++x) {
      Held& held =
          squares[{static_cast<int>((y - box.y) / step), static_cast<int>((x - box.x) / step)}];
      held.x += x + .5;
      held.y += y + .5;
      ++held.count;
    }
  std::vector<cv::Point2d> spots;
  for (const auto& [square, held] : squares)
    spots.emplace_back(held.x / held.count, held.y / held.count);
  return spots;
}

}  // namespace

InkPicture find_ink(const cv::Mat& pixels, double pitch, double long_side) {
  InkPicture picture;
  picture.scale = std::min(1., long_side / std::max(pixels.cols, pixels.rows));
  cv::Mat gray;
  const cv::Size size(std::max(1, static_cast<int>(std::lround(pixels.cols * picture.scale))),
                      std::max(1, static_cast<int>(std::lround(pixels.rows * picture.scale))));
  cv::cvtColor(reduced_by_area(pixels, size), gray, cv::COLOR_BGR2GRAY);
  const int window = std::max(5, odd(kWindow * pitch * picture.scale));
  cv::adaptiveThreshold(
      gray, picture.ink, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY_INV, window, kDarker);
  const cv::Mat1b darkness = darkness_of(gray);
  const int full = darkness_of_ink(picture.ink, darkness);
  // Ink has pale edges: what is next to dark ink is ink.
  cv::threshold(darkness, picture.dark, kFaintest * full, 255, cv::THRESH_BINARY);
  cv::dilate(picture.dark, picture.dark, cv::Mat1b(3, 3, uchar{1}));
  cv::bitwise_and(picture.ink, picture.dark, picture.ink);
  cv::threshold(darkness, picture.dark, kStrongInk * full, 255, cv::THRESH_BINARY);
  cv::bitwise_and(picture.ink, picture.dark, picture.strong);
  return picture;
}

cv::Mat1b rule_ink(const InkPicture& picture, double pitch) {
  const double p = pitch * picture.scale;
  const BitMask ink(picture.ink);
  BitMask all = rule_pieces(ink, p, true);
  all |= rule_pieces(ink, p, false);
  all |= long_pieces(ink, p, kShortestFrame);
  all |= long_pieces(ink.transposed(), p, kShortestFrame).transposed();
  return all.bytes();
}

cv::Mat1b without_specks(const cv::Mat1b& ink, double least_area) {
  return parts_kept(ink, [&](const InkPart& part) { return part.area >= least_area; });
}

std::vector<Rule> find_rules(const InkPicture& picture,
                             const Straightening& straightening,
                             const Box<CleanSpace>& text,
                             double pitch) {
  const double p = pitch * picture.scale;
  // A rule may stand outside the outermost column.
  Box<CleanSpace> area = text;
  area.x -= static_cast<float>(1.5 * pitch);
  area.width += static_cast<float>(3 * pitch);
  const cv::Rect rect = scaled(area, picture.scale, picture.ink.size());
  if (rect.width < 8 || rect.height < 8) return {};
  const cv::Mat1b pieces = rule_pieces(BitMask(picture.ink), p, true).bytes()(rect);
  std::vector<cv::Point> points;
  cv::findNonZero(pieces, points);
  const int shift = rect.width / 2;  // straightening moves points to either side
  cv::Mat1b straight(rect.height, 2 * rect.width, uchar{0});
  for (const auto& point : points) {
    const double u = straightening.to_upright((point.x + rect.x + .5) / picture.scale,
                                              (point.y + rect.y + .5) / picture.scale);
    const int column = static_cast<int>(std::floor(u * picture.scale)) - rect.x + shift;
    if (column >= 0 && column < straight.cols) straight(point.y, column) = 255;
  }
  std::vector<Rule> rules;
  for (const auto& peak : peaks_of(coverage_of(straight), kFaintCoverage, kApart * p))
    rules.push_back({(peak.at - shift + rect.x + .5) / picture.scale,
                     peak.height,
                     (top_of(straight, peak.at) + rect.y) / picture.scale});
  return rules;
}

std::optional<HorizontalRule> frame_above(std::span<const Rule> rules, double pitch) {
  std::vector<double> tops;
  for (const auto& rule : rules)
    if (rule.coverage > kLeastCoverage) tops.push_back(rule.top);
  if (tops.size() < kFewestBeginnings) return std::nullopt;
  const double at = median(tops);
  const auto there = std::count_if(tops.begin(), tops.end(), [&](double top) {
    return std::abs(top - at) < kBeginTogether * pitch;
  });
  const double share = static_cast<double>(there) / static_cast<double>(tops.size());
  if (share < kMostBeginTogether) return std::nullopt;
  return HorizontalRule{at, share};
}

std::optional<double> find_rule_pitch(std::vector<Rule>& rules, double near) {
  std::vector<Rule> plain = rules;
  std::erase_if(plain, [](const Rule& rule) { return rule.coverage < kLeastCoverage; });
  const auto pitch = pitch_of_rules(plain, near);
  if (!pitch)
    if (const auto of_all = pitch_of_rules(rules, near, kSurelyEven)) return of_all;
  rules = std::move(plain);
  return pitch;
}

std::vector<Rule> regular_rules(std::vector<Rule> rules, double pitch) {
  // The phase of the grid: the mean direction of all rules on a circle of one pitch.
  double sine = 0, cosine = 0;
  for (const auto& rule : rules) {
    const double angle = 2 * std::numbers::pi * rule.u / pitch;
    sine += rule.coverage * std::sin(angle);
    cosine += rule.coverage * std::cos(angle);
  }
  const double phase = std::atan2(sine, cosine) / (2 * std::numbers::pi);
  std::erase_if(rules, [&](const Rule& rule) {
    const double place = rule.u / pitch - phase;
    return std::abs(place - std::round(place)) > kOnGrid && rule.coverage < kStrong;
  });
  return rules;
}

std::vector<HorizontalRule> find_horizontal_rules(const InkPicture& picture,
                                                  const Box<CleanSpace>& text,
                                                  double pitch) {
  const double p = pitch * picture.scale;
  Box<CleanSpace> area = text;
  area.y -= static_cast<float>(3 * pitch);
  area.height += static_cast<float>(6 * pitch);
  const cv::Rect rect = scaled(area, picture.scale, picture.ink.size());
  if (rect.width < 8 || rect.height < 8) return {};
  const cv::Mat1b pieces = rule_pieces(BitMask(picture.ink), p, false).bytes()(rect);
  cv::Mat1b turned;
  cv::transpose(pieces, turned);
  std::vector<HorizontalRule> rules;
  for (const auto& peak : peaks_of(coverage_of(turned), kLeastCoverage, kApart * p))
    rules.push_back({(peak.at + rect.y + .5) / picture.scale, peak.height});
  return rules;
}

std::vector<SolidSpot> find_solid_ink(const InkPicture& picture, double pitch) {
  const double p = pitch * picture.scale;
  const int side = std::max(3, static_cast<int>(std::lround(kSolid * p)));
  const double step = std::max(1., kSpotApart * p);
  cv::Mat1b solid;
  cv::erode(picture.dark, solid, cv::Mat1b(side, side, uchar{1}));
  const InkParts found = connected_parts(BitMask(solid));
  const auto runs = found.runs_by_part();
  std::vector<SolidSpot> spots;
  for (std::size_t i = 0; i < found.parts.size(); ++i) {
    const cv::Rect& box = found.parts[i].box;
    const bool at_edge = box.x <= side || box.y <= side || box.br().x >= solid.cols - side ||
                         box.br().y >= solid.rows - side;
    for (const auto& spot : spots_of(runs[i], box, step))
      spots.push_back(
          {{static_cast<float>(spot.x / picture.scale), static_cast<float>(spot.y / picture.scale)},
           at_edge});
  }
  return spots;
}

}  // namespace wenlan
