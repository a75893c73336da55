// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/uncovered_ink.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

// Lengths in pitches.
constexpr double kJoined = .08;  // strokes of one character, between their ink
constexpr double kLeastLong = .2, kLeastShort = .05, kMostWide = 1.1;
constexpr double kLeastInk = .012;  // of a square pitch
constexpr double kSameRun = .4;     // between two characters of a new line
constexpr double kLeastRun = .3;    // longer side of a new line
constexpr double kGrowGap = .3;     // of the width of the line that is made longer
constexpr double kSameAside = .25;
constexpr double kGrowAside = .14;
constexpr double kLongLine = 3;
constexpr double kOnRule = .05;      // share of a patch beside a rule: then it is the rule's ink
constexpr int kRuleReach = 2;        // pixels
constexpr double kGrowWidth = 1.15;  // of the line, at most
constexpr float kConfidence = .4F;

// Ink standing together, in pixels of the page.
struct Patch {
  double left, right, top, bottom;
  double center() const { return (left + right) / 2; }
};

struct ColumnExtent {
  double left, right, top, bottom;
};

// The height of the text is that of its long lines: leaf numbers and specks stand outside.
std::vector<ColumnExtent> extents_of(const Block& block, const std::vector<FoundLine>& lines) {
  double top = std::numeric_limits<double>::max(), bottom = -top;
  for (const auto& line : lines) {
    if (line.height() < kLongLine * block.grid.pitch) continue;
    top = std::min(top, line.top());
    bottom = std::max(bottom, line.bottom());
  }
  std::vector<ColumnExtent> extents;
  for (const auto& column : block.columns)
    extents.push_back({column.left, column.right, top, bottom});
  return extents;
}

cv::Mat1b uncovered(const InkPicture& picture,
                    const cv::Mat1b& rules,
                    const std::vector<FoundLine>& lines) {
  cv::Mat1b ink;
  cv::subtract(picture.strong, rules, ink);
  for (const auto& line : lines) {
    std::vector<cv::Point> corners;
    for (const auto& point : outline_of(line))
      corners.emplace_back(static_cast<int>(point.x * picture.scale),
                           static_cast<int>(point.y * picture.scale));
    cv::fillPoly(ink, std::vector{corners}, 0);
    cv::polylines(ink, std::vector{corners}, true, 0, 3);
  }
  return ink;
}

// Pixels of each component that lie on or beside a rule.
std::vector<int> touching(const cv::Mat1i& labels, int count, const cv::Mat1b& rules, int reach) {
  cv::Mat1b near;
  cv::dilate(rules, near, cv::Mat1b(2 * reach + 1, 2 * reach + 1, uchar{1}));
  std::vector<int> pixels(count, 0);
  for (int y = 0; y < labels.rows; ++y)
    for (int x = 0; x < labels.cols; ++x)
      if (near(y, x) != 0) ++pixels[labels(y, x)];
  return pixels;
}

std::vector<Patch> patches_of(const cv::Mat1b& ink,
                              const cv::Mat1b& rules,
                              double scale,
                              double pitch) {
  const double p = pitch * scale;
  const int reach = std::max(1, static_cast<int>(std::lround(kJoined * p)));
  cv::Mat1b joined;
  cv::morphologyEx(ink, joined, cv::MORPH_CLOSE, cv::Mat1b(reach, reach, uchar{1}));
  cv::Mat1i labels;
  cv::Mat stats, centers;
  const int count = cv::connectedComponentsWithStats(joined, labels, stats, centers, 8);
  const std::vector<int> ruled = touching(labels, count, rules, kRuleReach);
  std::vector<Patch> patches;
  for (int i = 1; i < count; ++i) {
    const int* stat = stats.ptr<int>(i);
    const double width = stat[cv::CC_STAT_WIDTH], height = stat[cv::CC_STAT_HEIGHT];
    const double left = stat[cv::CC_STAT_LEFT], top = stat[cv::CC_STAT_TOP];
    const double area = stat[cv::CC_STAT_AREA];
    if (std::max(width, height) < kLeastLong * p || std::min(width, height) < kLeastShort * p ||
        width > kMostWide * p || area < kLeastInk * p * p || ruled[i] > kOnRule * area)
      continue;
    patches.push_back({left / scale, (left + width) / scale, top / scale, (top + height) / scale});
  }
  return patches;
}

// Patches of one column, those close below one another made one.
std::vector<Patch> runs_of(std::vector<Patch> patches, double pitch) {
  std::sort(patches.begin(), patches.end(), [](auto& a, auto& b) {
    return std::pair(a.top, a.left) < std::pair(b.top, b.left);
  });
  std::vector<Patch> runs;
  for (const auto& patch : patches) {
    const bool close = !runs.empty() && patch.top - runs.back().bottom < kSameRun * pitch &&
                       std::abs(patch.center() - runs.back().center()) < kSameAside * pitch;
    if (!close) {
      runs.push_back(patch);
      continue;
    }
    runs.back().left = std::min(runs.back().left, patch.left);
    runs.back().right = std::max(runs.back().right, patch.right);
    runs.back().bottom = std::max(runs.back().bottom, patch.bottom);
  }
  return runs;
}

bool grow_into(const Patch& run, std::vector<FoundLine>& lines, double pitch) {
  for (auto& line : lines) {
    if (run.right - run.left > kGrowWidth * median_width(line)) continue;
    const double reach = kGrowGap * median_width(line);
    auto& first = line.slices.front();
    auto& last = line.slices.back();
    const bool below = run.top > last.y - reach && run.top - last.y < reach &&
                       std::abs(run.center() - last.center()) < kGrowAside * pitch;
    const bool above = run.bottom < first.y + reach && first.y - run.bottom < reach &&
                       std::abs(run.center() - first.center()) < kGrowAside * pitch;
    if (below && run.bottom > last.y) {
      line.slices.push_back({run.bottom, last.left, last.right});
      return true;
    }
    if (above && run.top < first.y) {
      line.slices.insert(line.slices.begin(), {run.top, first.left, first.right});
      return true;
    }
  }
  return false;
}

FoundLine line_of(const Patch& run, double pitch) {
  const double margin = .05 * pitch;
  FoundLine line{{}, kConfidence};
  constexpr int kSlices = 4;
  const double top = run.top - margin, bottom = run.bottom + margin;
  for (int i = 0; i < kSlices; ++i)
    line.slices.push_back(
        {top + (bottom - top) * i / (kSlices - 1), run.left - margin, run.right + margin});
  return line;
}

}  // namespace

std::vector<FoundLine> find_uncovered_ink(const InkPicture& picture,
                                          const Straightening& straightening,
                                          std::vector<FoundLine>& lines,
                                          const Block& block) {
  const double pitch = block.grid.pitch;
  const auto extents = extents_of(block, lines);
  std::vector<std::vector<Patch>> by_column(extents.size());
  const cv::Mat1b rules = rule_ink(picture, pitch);
  const cv::Mat1b ink = uncovered(picture, rules, lines);
  for (const auto& patch : patches_of(ink, rules, picture.scale, pitch)) {
    const double y = (patch.top + patch.bottom) / 2;
    const double u = straightening.to_upright(patch.center(), y);
    for (std::size_t i = 0; i < extents.size(); ++i)
      if (u > extents[i].left && u < extents[i].right && y > extents[i].top &&
          y < extents[i].bottom) {
        by_column[i].push_back(patch);
        break;
      }
  }
  std::vector<FoundLine> more;
  for (auto& patches : by_column)
    for (const auto& run : runs_of(std::move(patches), pitch)) {
      if (grow_into(run, lines, pitch)) continue;
      if (std::max(run.right - run.left, run.bottom - run.top) < kLeastRun * pitch) continue;
      more.push_back(line_of(run, pitch));
    }
  return more;
}

}  // namespace wenlan
