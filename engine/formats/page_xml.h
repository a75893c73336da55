// SPDX-License-Identifier: GPL-3.0-or-later
// PAGE XML (2019-07-15): what an archive keeps of a page.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/page/page.h"

namespace wenlan {

// Valid against the schema of 2019-07-15 for every page. Equal pages give equal bytes. Everything a
// Page holds is written, so from_page_xml(to_page_xml(page)) == page; characters XML cannot hold
// (control characters, bytes that are not UTF-8) become U+FFFD.
std::string to_page_xml(const Page& page);

// Reads PAGE of 2013 to 2024, ours or foreign. What a foreign file does not say is derived: the
// writing mode from the shape of the lines, the column from the order, a place from the baseline
// when a line has no outline; lines without text are empty lines. Fails with bad_document and a
// detail that names line and column or element, never throws, and reads no other file.
Result<Page> from_page_xml(std::string_view bytes);

}  // namespace wenlan
