// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts a page into the texts that are searched: main, notes, and everything else.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "index/schema/page_text.h"
#include "index/schema/searchable.h"

namespace wenlan {

// The texts an index keeps apart. Main text runs on across notes and page ends; a note runs on
// over the end of a page when no main text comes between; other writing stays in its region.
enum class SearchStream : std::uint8_t { main, note, other };
inline constexpr std::size_t kSearchStreams = 3;
inline constexpr std::array kAllSearchStreams{
    SearchStream::main, SearchStream::note, SearchStream::other};

SearchStream search_stream_of(Stream stream);

// A unit of this value ends a text: no phrase runs over it.
inline constexpr char16_t kBreak = 0;

// Where one unit of the search text stands on its page.
struct UnitPlace {
  static constexpr std::uint32_t kNowhere = 0xFFFFFFFF;  // a break
  TextSpan span;                                         // of the page's text
  std::uint32_t line = kNowhere;
};

struct StreamText {
  SearchText text;
  std::vector<UnitPlace> places;  // one for each unit
};

using StreamTexts = std::array<StreamText, kSearchStreams>;

// `after_gap`: the page before it in the book was not read, so nothing runs on from there.
StreamTexts split_streams(const PageText& page, bool after_gap);

}  // namespace wenlan
