// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/ink_parts.h"

#include <algorithm>
#include <vector>

#include "engine/segment/bit_mask.h"

namespace wenlan {
namespace {

// Runs that touch, also at corners, belong to one part. Runs point to a run of the same part before
// them, the first one to itself.
class JoinedRuns {
 public:
  explicit JoinedRuns(const std::vector<InkRun>& runs) : runs_(runs), to_(runs.size()) {
    std::size_t above = 0;
    for (std::size_t i = 0; i < runs.size(); ++i) {
      to_[i] = i;
      while (lies_before(above, i)) ++above;
      for (std::size_t j = above; touches(j, i); ++j) join(j, i);
    }
  }

  std::size_t first_of(std::size_t run) {
    while (to_[run] != run) run = to_[run] = to_[to_[run]];
    return run;
  }

 private:
  // No run from `i` on can touch `j`.
  bool lies_before(std::size_t j, std::size_t i) const {
    return runs_[j].y < runs_[i].y - 1 ||
           (runs_[j].y == runs_[i].y - 1 && runs_[j].end < runs_[i].begin);
  }
  bool touches(std::size_t j, std::size_t i) const {
    return runs_[j].y == runs_[i].y - 1 && runs_[j].begin <= runs_[i].end;
  }
  void join(std::size_t a, std::size_t b) {
    a = first_of(a);
    b = first_of(b);
    to_[std::max(a, b)] = std::min(a, b);
  }

  const std::vector<InkRun>& runs_;
  std::vector<std::size_t> to_;
};

}  // namespace

std::vector<std::vector<InkRun>> InkParts::runs_by_part() const {
  std::vector<std::vector<InkRun>> sorted(parts.size());
  for (std::size_t i = 0; i < runs.size(); ++i)
    sorted[static_cast<std::size_t>(part_of[i])].push_back(runs[i]);
  return sorted;
}

InkParts connected_parts(const BitMask& ink) {
  InkParts found{ink.runs(), {}, {}};
  JoinedRuns joined(found.runs);
  found.part_of.reserve(found.runs.size());
  for (std::size_t i = 0; i < found.runs.size(); ++i) {
    const std::size_t first = joined.first_of(i);
    const InkRun& run = found.runs[i];
    const cv::Rect box(run.begin, run.y, run.end - run.begin, 1);
    if (first == i) {
      found.part_of.push_back(static_cast<int>(found.parts.size()));
      found.parts.push_back({box, box.width});
      continue;
    }
    found.part_of.push_back(found.part_of[first]);
    InkPart& part = found.parts[static_cast<std::size_t>(found.part_of[first])];
    part.box |= box;
    part.area += box.width;
  }
  return found;
}

cv::Mat1b parts_kept(const cv::Mat1b& ink, const std::function<bool(const InkPart&)>& keep) {
  const InkParts found = connected_parts(BitMask(ink));
  std::vector<bool> kept(found.parts.size());
  std::transform(found.parts.begin(), found.parts.end(), kept.begin(), keep);
  cv::Mat1b result(ink.size(), uchar{0});
  for (std::size_t i = 0; i < found.runs.size(); ++i) {
    const InkRun& run = found.runs[i];
    if (kept[static_cast<std::size_t>(found.part_of[i])])
      std::fill(result.ptr(run.y) + run.begin, result.ptr(run.y) + run.end, uchar{255});
  }
  return result;
}

}  // namespace wenlan
