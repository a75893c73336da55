// SPDX-License-Identifier: GPL-3.0-or-later
// Lines as a file tells them, and the page's one text made of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/page/page.h"

namespace wenlan {

struct GlyphDraft {
  std::string text;
  Box<ScanSpace> box;
  float confidence = 1;
  std::vector<Alternative> alternatives;
  std::optional<std::size_t> offset;  // code points into the line; else behind the glyph before
};

// A part of an entity that lies in one line; offset and length in code points.
struct EntityPiece {
  Entity entity;  // without its span
  std::size_t offset = 0;
  std::size_t length = 0;
  bool continued = false;            // a later piece of the entity with the same id
  std::optional<std::size_t> order;  // place in Page::entities
};

struct LineDraft {
  Line line;
  std::string text;
  float confidence = 1;
  bool mode_is_known = false;
  std::optional<std::size_t> order;  // place in reading order
  std::vector<GlyphDraft> glyphs;
  std::vector<EntityPiece> entities;
};

// Joins the texts, lays glyphs and entities on them, and puts all of it into the page. Line breaks
// inside a line become blanks; the text is brought to NFC. Offsets beyond a line's end are cut.
void put_lines_into(Page& page, std::vector<LineDraft> drafts);

// Gives each line that has no mode one from the shape of the lines of its region, then of the page:
// upright lines are vertical, right to left. Regions get the mode of their lines.
void derive_modes(Page& page, std::vector<LineDraft>& drafts);

// An outline around a baseline, as wide as a character is long.
Polygon<ScanSpace> outline_around(const Polygon<ScanSpace>& baseline, std::size_t characters);

}  // namespace wenlan
