// SPDX-License-Identifier: GPL-3.0-or-later
// The subjects met so far while pages are read, with every form their names were written in.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "index/knowledge/knowledge_store.h"

namespace wenlan {

class SubjectTable {
 public:
  // The number of the subject the entity names, from 0; empty when it names none.
  std::optional<std::uint32_t> meet(const Entity& entity);

  std::uint32_t size() const { return static_cast<std::uint32_t>(subjects_.size()); }
  const std::string& id_of(std::uint32_t subject) const { return subjects_[subject].id; }
  EntityKind kind_of(std::uint32_t subject) const { return subjects_[subject].kind; }
  // The commonest form is the name; the other forms are aliases.
  SubjectRecord record_of(std::uint32_t subject) const;
  // Every form with its count.
  const std::map<std::string, std::uint32_t>& forms_of(std::uint32_t subject) const {
    return subjects_[subject].forms;
  }

 private:
  struct Subject {
    std::string id;
    EntityKind kind = EntityKind::person;
    std::map<std::string, std::uint32_t> forms;
    std::int64_t mentions = 0;
    std::string first_day, last_day;
  };
  std::vector<Subject> subjects_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace wenlan
