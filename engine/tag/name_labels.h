// SPDX-License-Identifier: GPL-3.0-or-later
// What a character can be inside a name: the labels the tagger gives, one a character (IOBES).
#pragma once

#include <array>
#include <cstdint>

#include "engine/page/entity.h"

namespace wenlan {

using NameLabel = std::uint8_t;  // 0 outside; else 1 + 4 * kind + part

enum class NamePart : std::uint8_t { begin, inside, end, single };

inline constexpr std::array kNameKinds{
    EntityKind::person, EntityKind::place, EntityKind::office, EntityKind::book};
inline constexpr NameLabel kOutside = 0;
inline constexpr int kNameLabels = 1 + 4 * static_cast<int>(kNameKinds.size());

// `kind` is an index into kNameKinds.
constexpr NameLabel name_label(int kind, NamePart part) {
  return static_cast<NameLabel>(1 + 4 * kind + static_cast<int>(part));
}
constexpr int kind_index(NameLabel label) {
  return (label - 1) / 4;
}  // not for kOutside
constexpr NamePart part_of(NameLabel label) {
  return static_cast<NamePart>((label - 1) % 4);
}

// Whether a name may begin at this label, or none is there.
constexpr bool may_begin(NameLabel label) {
  return label == kOutside || part_of(label) == NamePart::begin ||
         part_of(label) == NamePart::single;
}
// Whether the text may end after this label.
constexpr bool may_end(NameLabel label) {
  return label == kOutside || part_of(label) == NamePart::end || part_of(label) == NamePart::single;
}
constexpr bool may_follow(NameLabel first, NameLabel second) {
  if (may_end(first)) return may_begin(second);
  return !may_begin(second) && kind_index(first) == kind_index(second);
}

}  // namespace wenlan
