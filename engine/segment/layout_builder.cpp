// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/layout_builder.h"

#include <cmath>
#include <map>
#include <string>
#include <utility>

namespace wenlan {
namespace {

// Numbers handed out in the order they are first asked for.
class Renumbering {
 public:
  explicit Renumbering(int& next) : next_(next) {}
  int operator()(int number) {
    const auto [entry, fresh] = known_.try_emplace(number, next_);
    if (fresh) ++next_;
    return entry->second;
  }

 private:
  int& next_;
  std::map<int, int> known_;
};

}  // namespace

void LayoutBuilder::add_region(RegionKind kind,
                               WritingMode mode,
                               const std::vector<DraftLine>& lines,
                               double pitch) {
  if (lines.empty()) return;
  Region region;
  region.id = "r" + std::to_string(layout_.regions.size() + 1);
  region.kind = kind;
  region.mode = mode;
  region.pitch = static_cast<float>(std::round(10 * pitch * placement_.scan_per_clean()) / 10);
  Box<CleanSpace> around;
  Renumbering columns(next_column_), segments(next_segment_);
  for (const auto& draft : lines) {
    around = united(around, bounding_box(draft.outline));
    Line line;
    line.id = "l" + std::to_string(layout_.lines.size() + 1);
    line.region = region.id;
    line.stream = draft.stream;
    line.mode = draft.mode;
    line.outline = placement_.to_scan(draft.outline);
    line.column = columns(draft.column);
    if (draft.note_segment) line.note_segment = segments(*draft.note_segment);
    line.note_half = draft.half;
    line.confidence = draft.confidence;
    line.ink = draft.ink;
    layout_.lines.push_back(std::move(line));
  }
  region.outline = placement_.to_scan(outline_of(around));
  layout_.regions.push_back(std::move(region));
}

void LayoutBuilder::add_figure(RegionKind kind,
                               const Polygon<CleanSpace>& outline,
                               float confidence) {
  Region region;
  region.id = "r" + std::to_string(layout_.regions.size() + 1);
  region.kind = kind;
  region.outline = placement_.to_scan(outline);
  region.confidence = confidence;
  layout_.regions.push_back(std::move(region));
}

void LayoutBuilder::add_link(LinkKind kind, std::size_t from, std::size_t to) {
  layout_.links.push_back({kind, layout_.lines[from].id, layout_.lines[to].id});
}

Layout LayoutBuilder::take(PageKind kind) {
  layout_.kind = kind;
  return std::move(layout_);
}

}  // namespace wenlan
