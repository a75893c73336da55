// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/knowledge/find_relations.h"

#include <algorithm>

#include "index/knowledge/mention_context.h"

namespace wenlan {
namespace {

constexpr std::size_t kNearestNames = 3;

bool person_and_office(const Entity& a, const Entity& b) {
  return (a.kind == EntityKind::person && b.kind == EntityKind::office) ||
         (a.kind == EntityKind::office && b.kind == EntityKind::person);
}

}  // namespace

std::vector<FoundRelation> find_relations(const Page& page,
                                          const std::vector<std::optional<std::uint32_t>>& subjects,
                                          int near_characters) {
  std::vector<FoundRelation> found;
  for (std::size_t first = 0; first < page.entities.size(); ++first) {
    const std::size_t last = std::min(page.entities.size(), first + 1 + kNearestNames);
    for (std::size_t second = first + 1; second < last; ++second) {
      if (!subjects[first] || !subjects[second] || subjects[first] == subjects[second]) continue;
      const Entity& a = page.entities[first];
      const Entity& b = page.entities[second];
      const int apart = characters_between(page.transcript.text, a.span, b.span);
      if (apart > near_characters) break;
      const TextSpan span{a.span.begin, std::max(a.span.end(), b.span.end()) - a.span.begin};
      FoundRelation relation{*subjects[first], *subjects[second], RelationKind::near, span};
      if (apart == 0 && second == first + 1 && person_and_office(a, b)) {
        relation.kind = RelationKind::holds_office;
        if (a.kind == EntityKind::office) std::swap(relation.source, relation.target);
      } else if (relation.target < relation.source) {
        std::swap(relation.source, relation.target);
      }
      found.push_back(relation);
    }
  }
  return found;
}

}  // namespace wenlan
