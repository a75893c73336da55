// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/order_lines.h"

#include <cmath>

#include "engine/segment/found_line.h"
#include "engine/segment/hidden_tilt.h"
#include "engine/segment/lay_out_block.h"
#include "engine/segment/straighten.h"

namespace wenlan {
namespace {

constexpr double kShearStep = .004;
constexpr int kShearSteps = 7;  // to either side

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

// The cheapest block over the tilts a page of such outlines may have, least tilt first: without
// pictures no term is below zero, so a tilt that alone costs more than the best needs no look.
Block best_block(const std::vector<FoundLine>& lines, const SegmentOptions& options) {
  const Straightening seen = fit_straightening(lines, true);
  const double boxes = hidden_share(lines);
  Block best = lay_out_block(upright(lines, seen), {}, options);
  for (int step = 1; step <= kShearSteps; ++step) {
    for (const double shear : {step * kShearStep, -step * kShearStep}) {
      const double tilt_cost = hidden_tilt_cost(shear, boxes, options.tilt_weight);
      if (tilt_cost >= best.cost) return best;
      Block block = lay_out_block(upright_leaning(lines, seen, shear), {}, options);
      block.cost += tilt_cost;
      if (block.cost >= best.cost) continue;
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
