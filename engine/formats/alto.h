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

// Valid against the schema of 4.4. Each line is one String of Glyphs. Streams are LayoutTags,
// entities NamedEntityTags. Equal pages give equal bytes.
std::string to_alto(const Page& page);

// Reads regions, lines and text of ALTO 2 to 4 in the order of the file; strings are joined by a
// blank only where the file has an SP. Fails with bad_document and the place, never throws.
Result<Page> from_alto(std::string_view bytes);

}  // namespace wenlan
