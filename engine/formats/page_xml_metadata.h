// SPDX-License-Identifier: GPL-3.0-or-later
// The Metadata of PAGE XML: the scan, its placement, the steps that made the page, its quality.
#pragma once

#include "engine/formats/xml_document.h"
#include "engine/formats/xml_writer.h"
#include "engine/page/page.h"

namespace wenlan {

// Writes the element Metadata. Equal pages give equal bytes: its times are always the same.
void write_page_metadata(XmlWriter& xml, const Page& page);

// Puts what `metadata` says into the page; items of other writers are passed over. What cannot be
// understood is noted in the document.
void read_page_metadata(XmlDocument& document, pugi::xml_node metadata, Page& page);

}  // namespace wenlan
