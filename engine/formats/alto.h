// SPDX-License-Identifier: GPL-3.0-or-later
// ALTO 4.4: blocks, lines, words and glyphs with places and confidences.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/page/page.h"

namespace wenlan {

// TYPE of an Illustration that is a seal.
inline constexpr std::string_view kStampType = "stamp";
// TYPE of an Illustration that is a mark 圈點; its kind is an OtherTag of TYPE kMarkTagType.
inline constexpr std::string_view kBlackMarkType = "mark";
inline constexpr std::string_view kRedMarkType = "red mark";
inline constexpr std::string_view kMarkTagType = "mark";

// Valid against the schema of 4.4. Each line is one String of Glyphs. Streams are LayoutTags,
// entities NamedEntityTags; marks stand after all blocks. Equal pages give equal bytes.
std::string to_alto(const Page& page);

// Reads regions, lines, text and marks of ALTO 2 to 4 in the order of the file; strings are joined
// by a blank only where the file has an SP. Fails with bad_document and the place, never throws.
Result<Page> from_alto(std::string_view bytes);

}  // namespace wenlan
