// SPDX-License-Identifier: GPL-3.0-or-later
// Reads knowledge.sqlite: who, where and when, with the pages that say so.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/result.h"
#include "engine/page/entity.h"
#include "engine/page/geometry.h"
#include "engine/page/transcript.h"

namespace wenlan {

struct SubjectSummary {
  std::string id;
  EntityKind kind = EntityKind::person;
  std::string name;
  std::int64_t mentions = 0;
};

struct SubjectRecord {
  SubjectSummary summary;
  std::vector<std::string> aliases;  // other written forms, most frequent first
  // For dates: first and last day, ISO 8601, proleptic Gregorian; empty when not placed.
  std::string first_day;
  std::string last_day;
};

struct Mention {
  std::string book;
  std::string title;
  std::string page;
  std::string leaf;  // 卷一 葉三, as a search hit names it; may be empty
  TextSpan span;     // of the page's text
  std::string text;  // as written, without line ends
  std::string snippet;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> snippet_marks;  // UTF-16 code units
  Box<ScanSpace> box;  // of its first line; all zero on text-only pages
};

struct MentionList {
  std::int64_t total = 0;
  std::vector<Mention> mentions;  // by book, page and place on the page
};

struct RelatedSubject {
  SubjectSummary subject;
  std::string first_day;  // as of SubjectRecord
  std::string last_day;
  std::string relation;    // "near", "holds-office" (person to office), "held-by" (the reverse)
  std::int64_t count = 0;  // places that say so
  std::string book;        // where the first of them is
  std::string page;
};

// All members are safe to call from many threads. A store rebuilt meanwhile is taken up by the
// next call.
class KnowledgeStore {
 public:
  // Fails with missing_index when the archive was never indexed.
  static Result<KnowledgeStore> open(const std::filesystem::path& knowledge_file);
  KnowledgeStore(KnowledgeStore&&) noexcept;
  KnowledgeStore& operator=(KnowledgeStore&&) noexcept;
  ~KnowledgeStore();

  // Fails with not_found.
  Result<SubjectRecord> subject(const std::string& id) const;
  Result<MentionList> mentions(const std::string& id, int offset, int limit) const;
  // Most frequent first.
  Result<std::vector<RelatedSubject>> related(const std::string& id, int limit) const;
  // Subjects whose name or alias holds `name` (in any written form), most mentioned first; all
  // when it is empty.
  Result<std::vector<SubjectSummary>> find(const std::string& name,
                                           std::optional<EntityKind> kind,
                                           int limit) const;

 private:
  class State;
  explicit KnowledgeStore(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace wenlan
