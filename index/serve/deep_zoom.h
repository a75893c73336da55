// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic of Deep Zoom: which part of a scan each tile of each level shows.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/page/geometry.h"

namespace wenlan {

inline constexpr int kTileSide = 512;
inline constexpr int kTileOverlap = 1;

struct Tile {
  Box<ScanSpace> part;  // of the scan
  int width = 0;        // of the tile, in its own pixels
  int height = 0;
  double detail = 1;  // tile pixels for a scan pixel: 1 on the highest level, 1/2 below it, …
};

// The highest level, which shows every pixel; level 0 is one pixel.
int highest_level(Size<ScanSpace> size);

// Empty when the level or the tile does not exist.
std::optional<Tile> tile_at(Size<ScanSpace> size, int level, int column, int row);

// "3_5.jpg" -> column 3, row 5. Empty for any other name.
struct TilePosition {
  int column = 0;
  int row = 0;
};
std::optional<TilePosition> parse_tile_name(std::string_view name);

// The .dzi document.
std::string deep_zoom_description(Size<ScanSpace> size);

}  // namespace wenlan
