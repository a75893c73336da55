// SPDX-License-Identifier: GPL-3.0-or-later
// The region elements of PAGE XML by any writer: what they are to us, and in which order they
// stand.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <pugixml.hpp>

#include "engine/page/layout.h"

namespace wenlan::page_xml {

inline constexpr int kDeepestNesting = 32;  // regions in regions; real files have two or three

// By the element's local name and its type; nothing for separators and noise.
std::optional<RegionKind> kind_of_region(std::string_view element, std::string_view type);

// What lines of such a region are, where they do not say.
Stream stream_of_region(RegionKind kind);

// Nothing where no mode reads so; an empty order fits every one.
std::optional<WritingMode> mode_of_direction(std::string_view direction, std::string_view order);

// The outermost regions of a Page as its ReadingOrder has them; those it does not name come last.
std::vector<pugi::xml_node> regions_in_order(pugi::xml_node page);

}  // namespace wenlan::page_xml
