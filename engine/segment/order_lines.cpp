// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/order_lines.h"

#include <algorithm>
#include <cmath>

#include "engine/segment/found_line.h"
#include "engine/segment/lay_out_block.h"
#include "engine/segment/straighten.h"

namespace wenlan {
namespace {

// Outlines that are mere boxes hide the tilt of the page: shears to try beside the one they show.
constexpr double kShearStep = .004;
constexpr int kShearSteps = 7;
constexpr double kShearCost = 6;
constexpr double kLeastWidth = .4;  // of the box: what is left of a line after its slant

struct Measured {
  std::vector<FoundLine> lines;
  std::vector<std::size_t> given;  // index of each in the lines given
  std::vector<std::size_t> unplaced;
};

Measured measure(const std::vector<UnorderedLine>& lines) {
  Measured measured;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Polygon<CleanSpace> outline;  // the scan itself is the frame here
    for (const auto& point : lines[i].outline) outline.push_back({point.x, point.y});
    FoundLine line = cut_across(outline, 1);
    if (line.slices.empty()) {
      measured.unplaced.push_back(i);
      continue;
    }
    measured.lines.push_back(std::move(line));
    measured.given.push_back(i);
  }
  return measured;
}

// A box around a slanted line is wider than the line.
std::vector<UprightLine> narrowed(std::vector<UprightLine> lines, double shear) {
  for (auto& line : lines)
    line.width = std::max(kLeastWidth * line.width, line.width - std::abs(shear) * line.height());
  return lines;
}

Block best_block(const std::vector<FoundLine>& lines, const SegmentOptions& options) {
  const Straightening seen = fit_straightening(lines, true);
  Block best;
  double least = 0;
  for (int step = -kShearSteps; step <= kShearSteps; ++step) {
    Straightening tried = seen;
    tried.shear += step * kShearStep;
    Block block = lay_out_block(narrowed(upright(lines, tried), step * kShearStep), {}, options);
    const double cost = block.cost + kShearCost * std::abs(step * kShearStep);
    if (step == -kShearSteps || cost < least) {
      least = cost;
      best = std::move(block);
    }
  }
  return best;
}

}  // namespace

std::vector<OrderedLine> order_lines(const std::vector<UnorderedLine>& lines,
                                     Size<ScanSpace> /*page*/,
                                     const SegmentOptions& options) {
  std::vector<OrderedLine> ordered;
  const Measured measured = measure(lines);
  const Block block = best_block(measured.lines, options);
  for (const auto& line : block.lines)
    ordered.push_back(
        {lines[measured.given[line.line]].id, line.note_segment ? Stream::note : Stream::main});
  for (const auto i : measured.unplaced) ordered.push_back({lines[i].id, Stream::other});
  return ordered;
}

}  // namespace wenlan
