// SPDX-License-Identifier: GPL-3.0-or-later
// Which subject 主題實體 an entity names. The same name gives the same id in every build and book.
#pragma once

#include <string>

#include "engine/page/entity.h"

namespace wenlan {

struct SubjectName {
  std::string id;  // "person-0f3a9c…": the kind and a hash of the folded name
  EntityKind kind = EntityKind::person;
  std::string name;  // 蘇軾; a date is its year, 乾隆三年
};

// An empty id when the entity names nothing that can be told apart: a date without an era, a name
// without a letter.
SubjectName subject_of(const Entity& entity);

// The id that `subject_of` gives for a kind and a name.
std::string subject_id(EntityKind kind, const std::string& name);

}  // namespace wenlan
