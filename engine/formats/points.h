// SPDX-License-Identifier: GPL-3.0-or-later
// Outlines and numbers as the text XML formats keep them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/page/geometry.h"

namespace wenlan {

// "x,y x,y …" of whole pixels, at least three points, none negative, as PAGE's schema asks.
// An empty outline is "0,0 0,0 0,0".
std::string to_whole_points(const Polygon<ScanSpace>& outline);

// "x,y x,y …" exactly as it is; parse_points gives the same outline again.
std::string to_exact_points(const Polygon<ScanSpace>& outline);

// Reads both. All points at the origin, or none, is an empty outline. Empty optional: not points,
// or numbers beyond any scan.
std::optional<Polygon<ScanSpace>> parse_points(std::string_view text);

// A whole text as one finite number; empty when it is none.
std::optional<double> parse_number(std::string_view text);
std::optional<int> parse_whole_number(std::string_view text);

}  // namespace wenlan
