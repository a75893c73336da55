// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON of a page before it becomes text, for answers that add to it.
#pragma once

#include <nlohmann/json.hpp>

#include "engine/page/page.h"

namespace wenlan {

// What to_page_json writes.
nlohmann::ordered_json page_json_value(const Page& page);

}  // namespace wenlan
