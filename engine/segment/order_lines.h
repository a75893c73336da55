// SPDX-License-Identifier: GPL-3.0-or-later
// Reading order and small notes of lines whose outlines are known, from geometry alone.
#pragma once

#include <string>
#include <vector>

#include "engine/page/geometry.h"
#include "engine/page/layout.h"
#include "engine/segment/options.h"

namespace wenlan {

struct UnorderedLine {
  std::string id;
  Polygon<ScanSpace> outline;
};

struct OrderedLine {
  std::string id;
  Stream stream = Stream::main;
  bool operator==(const OrderedLine&) const = default;
};

// Each line given exactly once, in reading order. Lines without an outline come last, in the order
// given. Never fails.
std::vector<OrderedLine> order_lines(const std::vector<UnorderedLine>& lines,
                                     Size<ScanSpace> page,
                                     const SegmentOptions& options);

}  // namespace wenlan
