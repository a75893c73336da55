// SPDX-License-Identifier: GPL-3.0-or-later
// Which subjects a page puts together, and where it says so.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/page/names.h"
#include "engine/page/page.h"

namespace wenlan {

enum class RelationKind : std::uint8_t { near, holds_office };
inline constexpr NameTable<RelationKind, 2> kRelationKinds{{
    {RelationKind::near, "near"},                  // named close to each other; no direction
    {RelationKind::holds_office, "holds-office"},  // person to office 任職
}};
// How `holds_office` is called when looked at from the office.
inline constexpr std::string_view kHeldBy = "held-by";

struct FoundRelation {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  RelationKind kind = RelationKind::near;
  TextSpan span;  // from the begin of the first name to the end of the second
};

// `subjects` are those of page.entities, in the same order. An office that stands right before or
// behind a person is held by him; other subjects within `near_characters` of each other are near,
// the next three of each name at most.
std::vector<FoundRelation> find_relations(const Page& page,
                                          const std::vector<std::optional<std::uint32_t>>& subjects,
                                          int near_characters);

}  // namespace wenlan
