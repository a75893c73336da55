// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/double_stretch.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include <opencv2/core.hpp>

#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

// Lengths in pitches.
constexpr double kAcross = 1;            // of the line, about its middle, that is looked at
constexpr double kMiddle = .12;          // to either side of the middle: where the lane may be
constexpr double kLane = .03;            // its width, at least
constexpr double kStray = .03;           // of its length that specks may fill at one place
constexpr double kLongerThanWide = 1.2;  // than the line: a large character has lanes too
constexpr double kEnd = .45;             // a shorter rest is no character
constexpr double kGapReach = .35;        // from where the lane ends to the gap between characters
constexpr double kBeforeLane = .05;      // the same to the other side
constexpr double kRow = .38;             // of the lane: a rule stands farther off
constexpr double kSmall = .6;            // the height of a character of a note, at most
constexpr double kInkedRows = .5;        // of the stretch, on either side of the lane
constexpr double kAsLong =
    .8;  // of the longest: a lane through a character above may make it longer

// The line, its slant and bends taken out: row 0 is its top.
struct Strip {
  cv::Mat1b ink;
  int first = 0;  // row of the picture
};

Strip strip_of(const FoundLine& line, const InkPicture& ink, double pitch) {
  Strip strip;
  strip.first = std::clamp(static_cast<int>(line.top() * ink.scale), 0, ink.ink.rows - 1);
  const int last =
      std::clamp(static_cast<int>(line.bottom() * ink.scale), strip.first, ink.ink.rows - 1);
  const int width = std::max(3, static_cast<int>(std::lround(kAcross * pitch * ink.scale)));
  strip.ink = cv::Mat1b(last - strip.first + 1, width, uchar{0});
  std::size_t slice = 0;
  for (int y = strip.first; y <= last; ++y) {
    while (slice + 1 < line.slices.size() && line.slices[slice + 1].y * ink.scale <= y) ++slice;
    const int left =
        static_cast<int>(std::lround(line.slices[slice].center() * ink.scale - width / 2.));
    for (int x = std::max(0, -left); x < width && left + x < ink.ink.cols; ++x)
      strip.ink(y - strip.first, x) = ink.ink(y, left + x);
  }
  return strip;
}

// The longest run of rows without ink between columns `left` and `right`, shorter runs of ink than
// `stray` let pass.
cv::Range longest_lane(const cv::Mat1b& ink, int left, int right, int stray) {
  cv::Range best(0, 0);
  int begin = 0, end = 0;  // end: behind the last bare row
  for (int y = 0; y < ink.rows; ++y) {
    if (cv::countNonZero(ink.row(y).colRange(left, right)) > 0) continue;
    if (y - end > stray) begin = y;
    end = y + 1;
    if (end - begin > best.size()) best = {begin, end};
  }
  return best;
}

struct Lane {
  cv::Range rows;
  int left, right;
};

// The longest lane near the middle; of those about as long, the one in their middle.
Lane best_lane(const cv::Mat1b& ink, double p) {
  const int width = std::max(1, static_cast<int>(std::lround(kLane * p)));
  const int stray = static_cast<int>(kStray * p);
  const int first = static_cast<int>(ink.cols / 2. - kMiddle * p);
  const int last = static_cast<int>(ink.cols / 2. + kMiddle * p) - width;
  std::vector<cv::Range> lanes;
  int longest = 0;
  for (int x = first; x <= last; ++x) {
    lanes.push_back(longest_lane(ink, x, x + width, stray));
    longest = std::max(longest, lanes.back().size());
  }
  std::vector<int> good;
  for (std::size_t i = 0; i < lanes.size(); ++i)
    if (lanes[i].size() >= kAsLong * longest) good.push_back(static_cast<int>(i));
  if (good.empty()) return {{0, 0}, 0, 0};
  const int middle = good[good.size() / 2];
  return {lanes[static_cast<std::size_t>(middle)], first + middle, first + middle + width};
}

double inked_share(const cv::Mat1b& part) {
  int inked = 0;
  for (int y = 0; y < part.rows; ++y) inked += cv::countNonZero(part.row(y)) > 0;
  return part.empty() ? 0 : static_cast<double>(inked) / part.rows;
}

bool ink_on_both_sides(const cv::Mat1b& ink, const Lane& lane) {
  const cv::Mat1b rows = ink.rowRange(lane.rows);
  return std::min(inked_share(rows.colRange(0, lane.left)),
                  inked_share(rows.colRange(lane.right, rows.cols))) >= kInkedRows;
}

// The length of the runs of rows with ink, the middle one by length: as high as characters are.
double usual_run(const cv::Mat1b& part) {
  std::vector<std::pair<double, double>> runs;
  double run = 0;
  for (int y = 0; y <= part.rows; ++y) {
    if (y < part.rows && cv::countNonZero(part.row(y)) > 0) {
      ++run;
      continue;
    }
    if (run > 0) runs.emplace_back(run, run);
    run = 0;
  }
  return weighted_median(std::move(runs));
}

// Halves of characters of the text are as high as these.
bool small_on_both_sides(const cv::Mat1b& ink, const Lane& lane, double p) {
  const cv::Mat1b rows = ink.rowRange(lane.rows);
  const int reach = static_cast<int>(kRow * p);
  return std::max(usual_run(rows.colRange(std::max(0, lane.left - reach), lane.left)),
                  usual_run(rows.colRange(lane.right, std::min(rows.cols, lane.right + reach)))) <
         kSmall * p;
}

// Rows from the first to the last with ink, of those given.
cv::Range inked_rows(const cv::Mat1b& ink, cv::Range rows) {
  while (!rows.empty() && cv::countNonZero(ink.row(rows.start)) == 0) ++rows.start;
  while (!rows.empty() && cv::countNonZero(ink.row(rows.end - 1)) == 0) --rows.end;
  return rows;
}

// Rows without ink, the first such stretch within rows `from` to `to`, or the last.
std::optional<cv::Range> gap_within(const cv::Mat1b& ink, double from, double to, bool last) {
  std::optional<cv::Range> gap;
  const int end = std::min(ink.rows, static_cast<int>(to));
  for (int y = std::max(0, static_cast<int>(from)); y < end; ++y) {
    if (cv::countNonZero(ink.row(y)) > 0) continue;
    if (gap && gap->end == y)
      ++gap->end;
    else if (!gap || last)
      gap = cv::Range(y, y + 1);
    else
      break;
  }
  return gap;
}

}  // namespace

std::optional<DoubleStretch> find_double_stretch(const FoundLine& line,
                                                 const InkPicture& ink,
                                                 double pitch,
                                                 double shortest) {
  const double p = pitch * ink.scale;
  const Strip strip = strip_of(line, ink, pitch);
  Lane lane = best_lane(strip.ink, p);
  lane.rows = inked_rows(strip.ink, lane.rows);
  const double least = std::max(shortest * p, kLongerThanWide * median_width(line) * ink.scale);
  if (lane.rows.size() < least || !ink_on_both_sides(strip.ink, lane) ||
      !small_on_both_sides(strip.ink, lane, p))
    return std::nullopt;
  DoubleStretch stretch{
      line.top(), line.bottom(), ((lane.left + lane.right) / 2. - strip.ink.cols / 2.) / ink.scale};
  const auto at = [&](double row) { return (strip.first + row) / ink.scale; };
  const double begin = lane.rows.start, end = lane.rows.end;
  const auto middle = [](const cv::Range& gap) { return (gap.start + gap.end) / 2.; };
  if (begin > kEnd * p) {
    const auto gap = gap_within(strip.ink, begin - kBeforeLane * p, begin + kGapReach * p, false);
    stretch.top = at(gap ? middle(*gap) : begin);
  }
  if (strip.ink.rows - end > kEnd * p) {
    const auto gap = gap_within(strip.ink, end - kGapReach * p, end + kBeforeLane * p, true);
    stretch.bottom = at(gap ? middle(*gap) : end);
  }
  return stretch;
}

}  // namespace wenlan
