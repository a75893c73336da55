// SPDX-License-Identifier: GPL-3.0-or-later
// A page as plain text: one column (or row) a line.
#pragma once

#include <string>

#include "engine/page/names.h"
#include "engine/page/page.h"

namespace wenlan {

// What becomes of 雙行小注.
enum class NoteStyle {
  inlined,  // in its place, as {{right half/left half}}
  drop,     // main text only
  only,     // notes only: each piece {{…}} on a line of its own
};
inline constexpr NameTable<NoteStyle, 3> kNoteStyles{{
    {NoteStyle::inlined, "inline"},
    {NoteStyle::drop, "drop"},
    {NoteStyle::only, "only"},
}};

// Main text and notes in reading order; no other stream. Each line ends with '\n'; a page without
// text is empty. A note that runs over a column end has one {{…/…}} in each column; a note of a
// single row has no '/'. 〓 is kept.
std::string to_plain_text(const Page& page, NoteStyle notes = NoteStyle::inlined);

}  // namespace wenlan
