// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/split_lines.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <utility>

#include <opencv2/core.hpp>

#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr double kStep = .13;  // pitches that the middle of the line steps aside
constexpr double kWideStep = .17, kLeastWidthStep = 1.08;
constexpr double kWidthStep = 1.3;  // the wider part to the narrower
constexpr double kShortest = .45;   // pitches: a part of a character or more
constexpr double kGapReach = .4;    // pitches around the cut that the gap is looked for in
constexpr double kLeastPart = .3;   // pitches
constexpr int kNearlyBare = 1;      // pixels of ink more than in the barest row
constexpr std::size_t kFewestSlices = 3;

// The middles and widths of slices, straightened.
struct Profile {
  std::vector<double> centers, widths;
};

// What slices `begin` to `end` have in common, and how far they stray from it together.
struct Part {
  double center = 0, width = 0, stray = 0;
};

double stray_from(double middle, std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += std::abs(value - middle);
  return sum;
}

Part part_of(const Profile& profile, std::size_t begin, std::size_t end) {
  const auto centers = std::span(profile.centers).subspan(begin, end - begin);
  const auto widths = std::span(profile.widths).subspan(begin, end - begin);
  Part part{median({centers.begin(), centers.end()}), median({widths.begin(), widths.end()}), 0};
  part.stray = stray_from(part.center, centers) + stray_from(part.width, widths);
  return part;
}

// A wide step aside says as much as a smaller one with another width.
bool plainly_differ(const Part& a, const Part& b, double pitch) {
  const double step = std::abs(a.center - b.center) / pitch;
  const double ratio = std::exp(std::abs(std::log(a.width / std::max(1., b.width))));
  return (step > kStep && ratio > kWidthStep) || (step > kWideStep && ratio > kLeastWidthStep);
}

// The slice from which the line is best told in two parts, where these differ plainly.
std::optional<std::size_t> best_cut(const FoundLine& line,
                                    const Straightening& straightening,
                                    double pitch) {
  const auto& slices = line.slices;
  Profile profile;
  for (const auto& slice : slices) {
    profile.centers.push_back(straightening.to_upright(slice.center(), slice.y));
    profile.widths.push_back(slice.right - slice.left);
  }
  std::optional<std::size_t> best;
  double least = std::numeric_limits<double>::max();
  for (std::size_t at = kFewestSlices; at + kFewestSlices <= slices.size(); ++at) {
    if (slices[at].y - line.top() < kShortest * pitch ||
        line.bottom() - slices[at].y < kShortest * pitch)
      continue;
    const Part above = part_of(profile, 0, at), below = part_of(profile, at, slices.size());
    if (above.stray + below.stray >= least || !plainly_differ(above, below, pitch)) continue;
    least = above.stray + below.stray;
    best = at;
  }
  return best;
}

// Ink of the line in each row of the picture between two heights.
std::vector<int> ink_by_row(const FoundLine& line, const InkPicture& ink, int first, int last) {
  std::vector<int> counts;
  for (int row = first; row <= last; ++row) {
    const auto slice =
        std::find_if(line.slices.begin(), line.slices.end(), [&](const Slice& candidate) {
          return candidate.y * ink.scale >= row;
        });
    const Slice& at = slice == line.slices.end() ? line.slices.back() : *slice;
    const int left = std::max(0, static_cast<int>(at.left * ink.scale));
    const int right = std::min(ink.strong.cols, static_cast<int>(at.right * ink.scale));
    counts.push_back(left < right ? cv::countNonZero(ink.strong.row(row).colRange(left, right))
                                  : 0);
  }
  return counts;
}

// The middle of the barest stretch of the line near `y`.
double gap_near(const FoundLine& line, const InkPicture& ink, double y, double pitch) {
  const int first = std::max(0, static_cast<int>((y - kGapReach * pitch) * ink.scale));
  const int last =
      std::min(ink.strong.rows - 1, static_cast<int>((y + kGapReach * pitch) * ink.scale));
  const std::vector<int> counts = ink_by_row(line, ink, first, last);
  if (counts.empty()) return y;
  const int bare = *std::min_element(counts.begin(), counts.end());
  int best_begin = 0, best_length = 0;
  for (int begin = 0, end = 0; end <= static_cast<int>(counts.size()); ++end) {
    if (end < static_cast<int>(counts.size()) && counts[end] <= bare + kNearlyBare) continue;
    if (end - begin > best_length) {
      best_length = end - begin;
      best_begin = begin;
    }
    begin = end + 1;
  }
  return (first + best_begin + best_length / 2.) / ink.scale;
}

class LineSplitter {
 public:
  LineSplitter(const Straightening& straightening, const InkPicture& ink, double pitch)
      : straightening_(straightening), ink_(ink), pitch_(pitch) {}

  void add(const FoundLine& line) {
    const auto cut = best_cut(line, straightening_, pitch_);
    if (!cut) {
      parts_.push_back(line);
      return;
    }
    const double y = gap_near(line, ink_, line.slices[*cut].y, pitch_);
    auto [above, below] = cut_at(line, y);
    if (below.slices.empty() || above.height() < kLeastPart * pitch_ ||
        below.height() < kLeastPart * pitch_) {
      parts_.push_back(line);
      return;
    }
    add(above);
    add(below);
  }

  std::vector<FoundLine> take() { return std::move(parts_); }

 private:
  const Straightening& straightening_;
  const InkPicture& ink_;
  double pitch_;
  std::vector<FoundLine> parts_;
};

}  // namespace

std::vector<FoundLine> split_lines(const std::vector<FoundLine>& lines,
                                   const Straightening& straightening,
                                   const InkPicture& ink,
                                   double pitch) {
  LineSplitter splitter(straightening, ink, pitch);
  for (const auto& line : lines) splitter.add(line);
  return splitter.take();
}

}  // namespace wenlan
