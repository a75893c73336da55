// SPDX-License-Identifier: GPL-3.0-or-later
// A search answer in the shape that programs read, on the command line and over HTTP.
#pragma once

#include <string>

#include "index/query/searcher.h"

namespace wenlan {

// One JSON object, UTF-8, without a line end. `facets` is there only when asked for.
std::string to_json(const SearchAnswer& answer, bool facets = true);

}  // namespace wenlan
