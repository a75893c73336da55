// SPDX-License-Identifier: GPL-3.0-or-later
// Horizontal rows on a vertical page: headlines and mastheads, page heads, labels under the leaf.
#pragma once

#include <span>
#include <vector>

#include "engine/page/layout.h"
#include "engine/segment/found_line.h"
#include "engine/segment/line_detector.h"

namespace wenlan {

// The height a register of vertical text fills.
struct TextBand {
  double top = 0, bottom = 0;
};

struct PlacedRow {
  std::size_t row = 0;  // index of the rows given
  Stream stream = Stream::main;
  std::size_t before_band = 0;  // read before this band; the number of bands: after all
};

// In reading order. Rows that lie over columns are left out: they are columns seen crosswise.
// A single row of small characters above a page of one register is its running title.
std::vector<PlacedRow> place_rows(std::span<const DetectedLine> rows,
                                  std::span<const FoundLine> columns,
                                  std::span<const TextBand> bands,
                                  double main_width);

}  // namespace wenlan
