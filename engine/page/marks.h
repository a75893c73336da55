// SPDX-License-Identifier: GPL-3.0-or-later
// Which characters the marks 圈點 of a page stand beside.
#pragma once

#include <cstddef>
#include <optional>

#include "engine/page/page.h"

namespace wenlan {

// The character that a mark belongs to, as an index into Transcript::glyphs: of its line the one it
// stands beside, or between two the one before; empty where the line has no characters.
std::optional<std::size_t> glyph_beside(const Page& page, const Mark& mark);

}  // namespace wenlan
