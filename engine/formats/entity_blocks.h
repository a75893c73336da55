// SPDX-License-Identifier: GPL-3.0-or-later
// Entities as blocks of a line's `custom` in PAGE XML, and back: one block a line the entity
// touches, with offset and length in code points of the line's text.
#pragma once

#include <optional>
#include <vector>

#include "engine/formats/custom_attribute.h"
#include "engine/formats/line_draft.h"
#include "engine/formats/visit_page.h"
#include "engine/formats/xml_document.h"
#include "engine/page/page.h"

namespace wenlan {

// The first piece tells all of the entity; the others are tied to it by the id.
std::vector<CustomBlock> entity_blocks_of(const Page& page, const LineView& line);

// Nothing for a block that is no entity. A number that is none is noted as a fault of `line`.
std::optional<EntityPiece> entity_piece_in(const CustomBlock& block,
                                           XmlDocument& document,
                                           pugi::xml_node line);

}  // namespace wenlan
