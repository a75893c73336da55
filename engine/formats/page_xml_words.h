// SPDX-License-Identifier: GPL-3.0-or-later
// The words of PAGE XML that its writer and its reader share.
#pragma once

#include <array>
#include <string_view>

#include "engine/page/layout.h"

namespace wenlan::page_xml {

inline constexpr std::string_view kNamespace =
    "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15";

// The `custom` block that holds what PAGE has no place for.
inline constexpr std::string_view kOwnBlock = "wenlan";

// How each kind of region is written: the element and its type.
struct RegionWord {
  RegionKind kind;
  std::string_view element;
  std::string_view type;  // empty: the element has no type
};
inline constexpr std::array kRegionWords{
    RegionWord{RegionKind::text, "TextRegion", "paragraph"},
    RegionWord{RegionKind::head_margin, "TextRegion", "marginalia"},
    RegionWord{RegionKind::fold_strip, "TextRegion", "header"},
    RegionWord{RegionKind::seal, "GraphicRegion", "stamp"},
    RegionWord{RegionKind::illustration, "ImageRegion", ""},
    RegionWord{RegionKind::table, "TableRegion", ""},
    RegionWord{RegionKind::headline, "TextRegion", "heading"},
};

// A graphic with this key in its block is a mark beside a character, by hand where it is red.
inline constexpr std::string_view kMarkKey = "mark";
inline constexpr std::string_view kMarkType = "other";
inline constexpr std::string_view kRedMarkType = "handwritten-annotation";

struct PageKindWord {
  PageKind kind;
  std::string_view type;
};
inline constexpr std::array kPageKindWords{
    PageKindWord{PageKind::text, "content"},
    PageKindWord{PageKind::blank, "blank"},
    PageKindWord{PageKind::cover, "front-cover"},
    PageKindWord{PageKind::picture, "other"},
    PageKindWord{PageKind::table, "content"},
};

struct DirectionWord {
  WritingMode mode;
  std::string_view reading_direction;  // within a line
  std::string_view line_order;
};
inline constexpr std::array kDirectionWords{
    DirectionWord{WritingMode::horizontal_ltr, "left-to-right", "top-to-bottom"},
    DirectionWord{WritingMode::horizontal_rtl, "right-to-left", "top-to-bottom"},
    DirectionWord{WritingMode::vertical_rl, "top-to-bottom", "right-to-left"},
    DirectionWord{WritingMode::vertical_lr, "top-to-bottom", "left-to-right"},
};

// Names of metadata items.
inline constexpr std::string_view kFrameItem = "frame";
inline constexpr std::string_view kSha256Item = "sha256";
inline constexpr std::string_view kPlacementItem = "scan-to-clean";
// How the page, so laid, was straightened: width and height of its frame, then the terms of the
// shift across and of that down; absent on flat pages.
inline constexpr std::string_view kBendItem = "bend";
inline constexpr std::string_view kExpectedCerItem = "expected-cer";
// Labels of a processing step.
inline constexpr std::string_view kVersionLabel = "version";
inline constexpr std::string_view kOptionsLabel = "options-digest";
inline constexpr std::string_view kModelLabel = "model";

}  // namespace wenlan::page_xml
