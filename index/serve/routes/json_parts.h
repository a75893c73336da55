// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of JSON that several answers hold.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/page/geometry.h"
#include "engine/page/transcript.h"
#include "index/knowledge/knowledge_store.h"

namespace wenlan {

using Json = nlohmann::ordered_json;

// [x, y, width, height], to a tenth of a pixel.
Json box_json(const Box<ScanSpace>& box);
Json subject_json(const SubjectSummary& subject);
// Bytes that are not UTF-8 become U+FFFD.
std::string text_of_json(const Json& json);

// Turns byte spans of one text into [begin, end) in UTF-16 code units.
class Utf16Spans {
 public:
  explicit Utf16Spans(std::string_view text);
  Json operator()(TextSpan span) const;

 private:
  std::vector<std::uint32_t> units_before_;  // for each byte, and the end
};

}  // namespace wenlan
