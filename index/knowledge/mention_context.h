// SPDX-License-Identifier: GPL-3.0-or-later
// The words around a place in a page's text.
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "engine/page/transcript.h"

namespace wenlan {

struct MentionContext {
  std::string text;                              // without line ends
  std::string named;                             // the span itself, without line ends
  std::pair<std::uint32_t, std::uint32_t> mark;  // the span inside it, in UTF-16 code units
};

// Up to `characters` on either side of the span.
MentionContext context_of(std::string_view text, TextSpan span, int characters);

// Characters between the end of one span and the begin of a later one, line ends not counted.
int characters_between(std::string_view text, TextSpan first, TextSpan second);

}  // namespace wenlan
