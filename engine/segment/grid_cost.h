// SPDX-License-Identifier: GPL-3.0-or-later
// What a guess at the grid of a page costs beside the columns cut on it: each term alone, 0 for a
// grid that nothing speaks against, before its weight.
#pragma once

#include "engine/segment/options.h"
#include "engine/segment/pitch.h"

namespace wenlan {

// How far the pitch is from the one that columns keep by their ink, or how far the rules are from
// keeping it, 0..1; 0 of a page whose ink and rules keep none.
double uneven_cost(const Grid& grid, const KnownPitch& known);

// How far the pitch is from the book's, 0..1; 0 where the book has none.
double strange_cost(const Grid& grid, const KnownPitch& known);

// How much wider the pitch is than main lines fill, by the share of the text that the cut took for
// half columns, `half_share`: neighbouring main lines taken for double rows.
double loose_cost(const Grid& grid, double half_share);

// All of them, by their weights.
double grid_cost(const Grid& grid,
                 double half_share,
                 const KnownPitch& known,
                 const SegmentOptions& options);

}  // namespace wenlan
