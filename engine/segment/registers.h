// SPDX-License-Identifier: GPL-3.0-or-later
// Registers 欄: text set in bands, one above the other, each with columns of its own.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "engine/segment/columns.h"
#include "engine/segment/found_line.h"

namespace wenlan {

// A horizontal line drawn across the page.
struct HorizontalRule {
  double y = 0;
  double coverage = 0;  // 0..1, share of the width of the text
};

// The height that parts the block into two registers; empty when it is one. `columns` may be
// wrong where registers do not stand in line: only their ends are looked at. Doubtful lines, such
// as specks between two registers, have no say.
std::optional<double> find_register_split(std::span<const UprightLine> lines,
                                          std::span<const Column> columns,
                                          double pitch,
                                          std::span<const HorizontalRule> rules);

}  // namespace wenlan
