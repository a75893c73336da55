// SPDX-License-Identifier: GPL-3.0-or-later
// What stands where on a page: regions and lines, in reading order. No text yet.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/page/geometry.h"
#include "engine/page/names.h"

namespace wenlan {

enum class WritingMode { horizontal_ltr, horizontal_rtl, vertical_rl, vertical_lr };
inline constexpr NameTable<WritingMode, 4> kWritingModes{{
    {WritingMode::horizontal_ltr, "horizontal-ltr"},
    {WritingMode::horizontal_rtl, "horizontal-rtl"},
    {WritingMode::vertical_rl, "vertical-rl"},
    {WritingMode::vertical_lr, "vertical-lr"},
}};
inline bool is_vertical(WritingMode mode) {
  return mode == WritingMode::vertical_rl || mode == WritingMode::vertical_lr;
}

// Streams 流 are texts that can be read, scored and searched alone.
enum class Stream { main, note, head_note, side_note, running_title, seal, other };
inline constexpr NameTable<Stream, 7> kStreams{{
    {Stream::main, "main"},                    // 正文
    {Stream::note, "note"},                    // 雙行小注
    {Stream::head_note, "head-note"},          // 眉批
    {Stream::side_note, "side-note"},          // 旁批
    {Stream::running_title, "running-title"},  // 版心
    {Stream::seal, "seal"},                    // 印
    {Stream::other, "other"},
}};

enum class PageKind { text, blank, cover, picture, table };
inline constexpr NameTable<PageKind, 5> kPageKinds{{
    {PageKind::text, "text"},
    {PageKind::blank, "blank"},
    {PageKind::cover, "cover"},
    {PageKind::picture, "picture"},
    {PageKind::table, "table"},
}};

enum class RegionKind { text, head_margin, fold_strip, seal, illustration, table, headline };
inline constexpr NameTable<RegionKind, 7> kRegionKinds{{
    {RegionKind::text, "text"},                  // 正文
    {RegionKind::head_margin, "head-margin"},    // 書眉
    {RegionKind::fold_strip, "fold-strip"},      // 版心
    {RegionKind::seal, "seal"},                  // 印
    {RegionKind::illustration, "illustration"},  // 圖
    {RegionKind::table, "table"},                // 表
    {RegionKind::headline, "headline"},          // 標題
}};

struct Region {
  std::string id;  // "r1", unique on the page
  RegionKind kind = RegionKind::text;
  Polygon<ScanSpace> outline;
  WritingMode mode = WritingMode::vertical_rl;
  float confidence = 1;  // 0..1
  float pitch = 0;       // from column to column, pixels of the scan; 0 where it is not known
  bool operator==(const Region&) const = default;
};

// Which half of a 雙行小注 a note line is; `single` is a small-character note of one row.
enum class NoteHalf { right, left, single };
inline constexpr NameTable<NoteHalf, 3> kNoteHalves{{
    {NoteHalf::right, "right"},
    {NoteHalf::left, "left"},
    {NoteHalf::single, "single"},
}};

// What a line is written in. Red 朱 is read apart from the black that it may cross.
enum class Ink { black, red };
inline constexpr NameTable<Ink, 2> kInks{{
    {Ink::black, "black"},  // 墨
    {Ink::red, "red"},      // 朱
}};

// A line 行/列: one column of a vertical page or one row of a horizontal one, or the piece of a
// column that one stream fills: a column with notes inside is several lines.
struct Line {
  std::string id;      // "l1", unique on the page
  std::string region;  // the id of its region
  Stream stream = Stream::main;
  WritingMode mode = WritingMode::vertical_rl;
  Polygon<ScanSpace> outline;
  // Lines of one column (or row) share its number; columns are numbered from 0 in reading order.
  int column = 0;
  // For notes: lines of one note segment share its number; unique on the page. The right half
  // stands before the left in Layout::lines.
  std::optional<int> note_segment;
  std::optional<NoteHalf> note_half;
  float confidence = 1;  // 0..1, that this is a line of writing
  Ink ink = Ink::black;
  bool operator==(const Line&) const = default;
};

// A line of less confidence than this may be no writing at all, or a 版心 told by its place alone:
// reading it decides.
inline constexpr float kDoubtfulLine = 0.5F;

// What one line is to another.
enum class LinkKind { child_of };
inline constexpr NameTable<LinkKind, 1> kLinkKinds{{
    {LinkKind::child_of, "child-of"},  // in a lineage table 世系圖
}};

// Between lines of one page, by their ids; where a person's cell holds several lines, its first.
struct LineLink {
  LinkKind kind = LinkKind::child_of;
  std::string from;
  std::string to;
  bool operator==(const LineLink&) const = default;
};

// What marks 圈點 look like.
enum class MarkKind { circle, dot, tick };
inline constexpr NameTable<MarkKind, 3> kMarkKinds{{
    {MarkKind::circle, "circle"},  // 圈 ○
    {MarkKind::dot, "dot"},        // 點 ●
    {MarkKind::tick, "tick"},      // 、
}};

// A mark that a reader or the printer set beside the characters, to part or to praise them: a
// stream of its own that is found and kept, but not read. marks.h tells the character.
struct Mark {
  std::string id;  // "m1", unique among the page's marks
  MarkKind kind = MarkKind::circle;
  Ink ink = Ink::black;
  Box<ScanSpace> box;
  std::string line;  // the id of the line it stands in or beside; empty where there is none
  bool operator==(const Mark&) const = default;
};

// Regions and lines both stand in reading order: the order is the vector's.
struct Layout {
  PageKind kind = PageKind::text;
  std::vector<Region> regions;
  std::vector<Line> lines;
  std::vector<LineLink> links = {};
  std::vector<Mark> marks = {};  // from line to line, along the line
  bool operator==(const Layout&) const = default;
};

}  // namespace wenlan
