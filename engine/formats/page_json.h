// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON of `wenlan read --as json`.
#pragma once

#include <string>

#include "engine/page/page.h"

namespace wenlan {

// {"image", "width", "height", "lines": [{"id", "stream", "mode", "box", "text", "confidence",
// "glyphs": […]}], "text", "quality"}, lines in reading order, boxes in scan pixels rounded to a
// tenth. One object on one line, ended by '\n'.
std::string to_page_json(const Page& page);

}  // namespace wenlan
