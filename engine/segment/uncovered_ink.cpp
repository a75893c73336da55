// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/uncovered_ink.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

#include "engine/segment/ink_patches.h"

namespace wenlan {
namespace {

// Lengths in pitches.
constexpr double kLongLine = 3;     // lines that show how high the text is
constexpr double kBeyond = .05;     // what may stand above and below it
constexpr double kFrame = .12;      // so near to a rule across, a flat stroke is of the frame
constexpr double kAside = .12;      // off the middle of its column: then it is of a half column
constexpr double kMainWidth = .55;  // a patch so wide is of the whole column wherever it stands
constexpr double kOverEdge = .6;    // from the middle of the column to the patch's far side
constexpr double kEdge = .38;       // from the middle of the column: a rule is there
constexpr double kRuleWidth = .15;
constexpr double kRuleHeight = 2;    // its widths
constexpr double kSameRow = .16;     // between the middles of a line and what belongs to it
constexpr double kNextOfMain = .75;  // from the end of a line to its next character, at most
constexpr double kNextOfHalf = .5;
constexpr double kLeastRun = .22;  // longer side of a new line
constexpr double kMargin = .05;
constexpr double kGrowWidth = 1.2;  // of the line, at most
constexpr float kConfidence = .4F;
constexpr int kSlices = 4;

// A column read as main text, or as the right or left row of a note.
enum class Lane { main, right, left };

struct Extent {
  double left, right, top, bottom;
  double center() const { return (left + right) / 2; }
};

// The height of the text is that of its long lines: leaf numbers and specks stand outside.
std::vector<Extent> extents_of(const Block& block, const std::vector<FoundLine>& lines) {
  const double pitch = block.grid.pitch;
  double top = std::numeric_limits<double>::max(), bottom = -top;
  for (const auto& line : lines) {
    if (line.height() < kLongLine * pitch) continue;
    top = std::min(top, line.top());
    bottom = std::max(bottom, line.bottom());
  }
  std::vector<Extent> extents;
  for (const auto& column : block.columns)
    extents.push_back({column.left, column.right, top - kBeyond * pitch, bottom + kBeyond * pitch});
  return extents;
}

// A piece of the rule between two columns that was worn too short to be told by its length.
bool is_of_rule(const InkPatch& patch, double off, double pitch) {
  return std::abs(off) > kEdge && patch.width() < kRuleWidth * pitch &&
         patch.height() > kRuleHeight * patch.width();
}

// `off` is the patch's middle from its column's, in pitches, as `width` is.
Lane lane_of(double off, double width) {
  if (std::abs(off) < kAside || width > kMainWidth) return Lane::main;
  return off > 0 ? Lane::right : Lane::left;
}

void widen(InkPatch& run, const InkPatch& patch) {
  run.left = std::min(run.left, patch.left);
  run.right = std::max(run.right, patch.right);
  run.bottom = std::max(run.bottom, patch.bottom);
}

double reach_of(Lane lane, double pitch) {
  return (lane == Lane::main ? kNextOfMain : kNextOfHalf) * pitch;
}

// Patches of one lane, those close below one another made one.
std::vector<InkPatch> runs_of(std::vector<InkPatch> patches, double reach) {
  std::sort(patches.begin(), patches.end(), [](auto& a, auto& b) {
    return std::pair(a.top, a.left) < std::pair(b.top, b.left);
  });
  std::vector<InkPatch> runs;
  for (const auto& patch : patches) {
    if (!runs.empty() && patch.top - runs.back().bottom < reach)
      widen(runs.back(), patch);
    else
      runs.push_back(patch);
  }
  return runs;
}

class InkCoverer {
 public:
  InkCoverer(const Straightening& straightening,
             std::span<const HorizontalRule> rules,
             std::vector<FoundLine>& lines,
             const Block& block)
      : straightening_(straightening), rules_(rules), lines_(lines), pitch_(block.grid.pitch) {
    for (const auto& extent : extents_of(block, lines)) columns_.push_back({extent, {}});
  }

  void take(const InkPatch& patch) {
    if (is_of_frame(patch)) return;
    const double u = straightening_.to_upright(patch.center(), patch.middle());
    for (auto& [extent, lanes] : columns_) {
      if (u <= extent.left || u >= extent.right) continue;
      const double off = (u - extent.center()) / pitch_, width = patch.width() / pitch_;
      const bool inside = patch.middle() > extent.top && patch.middle() < extent.bottom &&
                          std::abs(off) + width / 2 < kOverEdge;
      if (inside && !is_of_rule(patch, off, pitch_))
        lanes[static_cast<std::size_t>(lane_of(off, width))].push_back(patch);
      return;
    }
  }

  std::vector<FoundLine> cover() {
    std::vector<FoundLine> more;
    for (auto& [extent, lanes] : columns_)
      for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
        const double reach = reach_of(static_cast<Lane>(lane), pitch_);
        for (const auto& run : runs_of(std::move(lanes[lane]), reach)) {
          if (grow_line(run, reach)) continue;
          if (std::max(run.width(), run.height()) >= kLeastRun * pitch_)
            more.push_back(line_of(run));
        }
      }
    return more;
  }

 private:
  bool is_of_frame(const InkPatch& patch) const {
    return patch.height() < patch.width() &&
           std::any_of(rules_.begin(), rules_.end(), [&](const HorizontalRule& rule) {
             return std::abs(patch.middle() - rule.y) < kFrame * pitch_;
           });
  }

  double upright_center(const Slice& slice) const {
    return straightening_.to_upright(slice.center(), slice.y);
  }

  // Makes the nearest line of the same row longer; false when none ends within reach.
  bool grow_line(const InkPatch& run, double reach) {
    const double u = straightening_.to_upright(run.center(), run.middle());
    FoundLine* nearest = nullptr;
    double least = reach;
    for (auto& line : lines_) {
      if (run.width() > kGrowWidth * median_width(line)) continue;
      const bool below = run.middle() > (line.top() + line.bottom()) / 2;
      const auto& end = below ? line.slices.back() : line.slices.front();
      if (std::abs(u - upright_center(end)) > kSameRow * pitch_) continue;
      const double gap = below ? run.top - end.y : end.y - run.bottom;
      if (gap < -reach || gap >= least) continue;
      least = gap;
      nearest = &line;
    }
    if (nearest != nullptr) lengthen(*nearest, run);
    return nearest != nullptr;
  }

  void lengthen(FoundLine& line, const InkPatch& run) const {
    const double margin = kMargin * pitch_;
    const auto& first = line.slices.front();
    const auto& last = line.slices.back();
    if (run.bottom > last.y)
      line.slices.push_back({run.bottom + margin, last.left, last.right});
    else if (run.top < first.y)
      line.slices.insert(line.slices.begin(), {run.top - margin, first.left, first.right});
  }

  FoundLine line_of(const InkPatch& run) const {
    const double margin = kMargin * pitch_;
    FoundLine line{{}, kConfidence};
    const double top = run.top - margin, bottom = run.bottom + margin;
    for (int i = 0; i < kSlices; ++i)
      line.slices.push_back(
          {top + (bottom - top) * i / (kSlices - 1), run.left - margin, run.right + margin});
    return line;
  }

  struct InkColumn {
    Extent extent;
    std::array<std::vector<InkPatch>, 3> lanes;
  };

  const Straightening& straightening_;
  std::span<const HorizontalRule> rules_;
  std::vector<FoundLine>& lines_;
  double pitch_;
  std::vector<InkColumn> columns_;
};

}  // namespace

std::vector<FoundLine> find_uncovered_ink(const InkPicture& picture,
                                          const Straightening& straightening,
                                          std::span<const HorizontalRule> rules,
                                          std::vector<FoundLine>& lines,
                                          const Block& block) {
  InkCoverer coverer(straightening, rules, lines, block);
  for (const auto& patch : find_ink_patches(picture, lines, block.grid.pitch)) coverer.take(patch);
  return coverer.cover();
}

void trust_beside_notes(const Block& block, std::vector<FoundLine>& lines) {
  for (const auto& doubtful : block.lines) {
    FoundLine& line = lines[doubtful.line];
    if (!doubtful.note_segment || line.faint || line.confidence >= kDoubtfulLine) continue;
    const bool beside_a_row =
        std::any_of(block.lines.begin(), block.lines.end(), [&](const BlockLine& other) {
          return other.note_segment == doubtful.note_segment && other.half != doubtful.half &&
                 lines[other.line].confidence > kDoubtfulLine;
        });
    if (beside_a_row) line.confidence = kDoubtfulLine;
  }
}

}  // namespace wenlan
