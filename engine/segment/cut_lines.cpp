// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/cut_lines.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <opencv2/core.hpp>

namespace wenlan {
namespace {

// Lengths in pitches.
constexpr double kLeastWhite = .8;
constexpr double kRuleReach = .12;  // around a rule, whose ink is no writing
constexpr double kMargin = .05;
constexpr double kSpeck = .02;
constexpr double kRuleAcross = .6;
constexpr double kReach = 2.5;  // above and below the white, to the ends of other lines
constexpr int kFewestBeside = 4;
constexpr double kMostCrossing = .15;  // of the lines that end and begin there
constexpr double kInset = .1;  // of the width of a line, on either side: its neighbours' ink

Slice slice_at(const FoundLine& line, double y) {
  const auto below = std::find_if(line.slices.begin() + 1,
                                  line.slices.end() - 1,
                                  [&](const Slice& slice) { return slice.y >= y; });
  const Slice &a = *(below - 1), &b = *below;
  const double share = b.y > a.y ? std::clamp((y - a.y) / (b.y - a.y), 0., 1.) : 0;
  return {y, a.left + share * (b.left - a.left), a.right + share * (b.right - a.right)};
}

struct Stretch {
  double top, bottom;
};

// The stretches of the line that hold ink, white of less than a character between them.
std::vector<Stretch> inked_stretches(const FoundLine& line,
                                     const InkPicture& ink,
                                     std::span<const HorizontalRule> rules,
                                     double pitch) {
  const auto is_rule = [&](double y) {
    return std::any_of(rules.begin(), rules.end(), [&](const HorizontalRule& rule) {
      return rule.coverage > kRuleAcross && std::abs(rule.y - y) < kRuleReach * pitch;
    });
  };
  std::vector<Stretch> stretches;
  const int first = std::max(0, static_cast<int>(line.top() * ink.scale));
  const int last = std::min(ink.strong.rows - 1, static_cast<int>(line.bottom() * ink.scale));
  for (int row = first; row <= last; ++row) {
    const double y = row / ink.scale;
    const Slice at = slice_at(line, y);
    const double inset = kInset * (at.right - at.left);
    const int left = std::max(0, static_cast<int>((at.left + inset) * ink.scale));
    const int right = std::min(ink.strong.cols, static_cast<int>((at.right - inset) * ink.scale));
    const int inked =
        left < right ? cv::countNonZero(ink.strong.row(row).colRange(left, right)) : 0;
    if (inked <= kSpeck * pitch * ink.scale || is_rule(y)) continue;
    if (stretches.empty() || y - stretches.back().bottom > kLeastWhite * pitch)
      stretches.push_back({y, y});
    stretches.back().bottom = y;
  }
  return stretches;
}

FoundLine part_of(const FoundLine& line, double top, double bottom) {
  FoundLine part{{slice_at(line, top)}, line.confidence, line.faint, line.kind};
  for (const auto& slice : line.slices)
    if (slice.y > top && slice.y < bottom) part.slices.push_back(slice);
  part.slices.push_back(slice_at(line, bottom));
  return part;
}

// Do the lines of the page leave this white as registers do: hardly one holds ink at its middle,
// and many end above it and begin below it?
bool parts_registers(const Stretch& white, std::span<const Stretch> all, double pitch) {
  const double y = (white.top + white.bottom) / 2;
  int crossing = 0, above = 0, below = 0;
  for (const auto& stretch : all) {
    crossing += stretch.top < y && stretch.bottom > y;
    above += stretch.bottom < y && stretch.bottom > y - kReach * pitch;
    below += stretch.top > y && stretch.top < y + kReach * pitch;
  }
  const int beside = std::min(above, below);
  return beside >= kFewestBeside && crossing <= kMostCrossing * beside;
}

// `stretches` with those put together that no register parts.
std::vector<Stretch> by_register(const std::vector<Stretch>& stretches,
                                 std::span<const Stretch> all,
                                 double pitch) {
  std::vector<Stretch> parts;
  for (const auto& stretch : stretches)
    if (!parts.empty() && !parts_registers({parts.back().bottom, stretch.top}, all, pitch))
      parts.back().bottom = stretch.bottom;
    else
      parts.push_back(stretch);
  return parts;
}

}  // namespace

std::vector<FoundLine> cut_at_white(const std::vector<FoundLine>& lines,
                                    const InkPicture& ink,
                                    std::span<const HorizontalRule> rules,
                                    double pitch) {
  std::vector<std::vector<Stretch>> stretches;
  std::vector<Stretch> all;
  for (const auto& line : lines) {
    stretches.push_back(inked_stretches(line, ink, rules, pitch));
    all.insert(all.end(), stretches.back().begin(), stretches.back().end());
  }
  std::vector<FoundLine> cut;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const FoundLine& line = lines[i];
    const auto parts = by_register(stretches[i], all, pitch);
    if (parts.size() < 2) {
      cut.push_back(line);
      continue;
    }
    const double margin = kMargin * pitch;
    for (const auto& part : parts)
      cut.push_back(part_of(line,
                            std::max(line.top(), part.top - margin),
                            std::min(line.bottom(), part.bottom + margin)));
  }
  return cut;
}

}  // namespace wenlan
