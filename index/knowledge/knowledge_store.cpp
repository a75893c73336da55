// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/knowledge/knowledge_store.h"

#include <mutex>
#include <system_error>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>

#include "engine/base/file.h"
#include "index/knowledge/find_relations.h"
#include "index/knowledge/schema.h"
#include "index/schema/file_identity.h"
#include "index/schema/searchable.h"

namespace wenlan {
namespace {

namespace fs = std::filesystem;

std::string text(SQLite::Statement& row, int column) {
  return row.getColumn(column).getString();
}

// Columns: id, kind, name, mentions.
SubjectSummary summary_from(SQLite::Statement& row) {
  return {text(row, 0),
          value_in(kEntityKinds, text(row, 1)).value_or(EntityKind::person),
          text(row, 2),
          row.getColumn(3).getInt64()};
}

SubjectRecord record_from(const SQLite::Database& database, const std::string& id) {
  SQLite::Statement row(database,
                        "SELECT id, kind, name, mentions, first_day, last_day, number "
                        "FROM subjects WHERE id = ?");
  row.bind(1, id);
  if (!row.executeStep()) return {};
  SubjectRecord record{summary_from(row), {}, text(row, 4), text(row, 5)};
  SQLite::Statement names(
      database, "SELECT name FROM names WHERE subject = ? AND name <> ? ORDER BY count DESC, name");
  SQLite::bind(names, row.getColumn(6).getInt64(), record.summary.name);
  while (names.executeStep()) record.aliases.push_back(text(names, 0));
  return record;
}

std::vector<Mention> mentions_from(const SQLite::Database& database,
                                   const std::string& id,
                                   int offset,
                                   int limit) {
  SQLite::Statement row(
      database,
      "SELECT b.id, b.title, m.page, m.leaf, m.span_begin, m.span_length, m.text, m.snippet,"
      " m.mark_begin, m.mark_end, m.x, m.y, m.width, m.height FROM subjects s"
      " JOIN mentions m ON m.subject = s.number JOIN books b ON b.number = m.book"
      " WHERE s.id = ? ORDER BY m.number LIMIT ? OFFSET ?");
  SQLite::bind(row, id, limit, offset);
  std::vector<Mention> mentions;
  while (row.executeStep()) {
    const auto real = [&row](int column) {
      return static_cast<float>(row.getColumn(column).getDouble());
    };
    mentions.push_back({text(row, 0),
                        text(row, 1),
                        text(row, 2),
                        text(row, 3),
                        {row.getColumn(4).getUInt(), row.getColumn(5).getUInt()},
                        text(row, 6),
                        text(row, 7),
                        {{row.getColumn(8).getUInt(), row.getColumn(9).getUInt()}},
                        {real(10), real(11), real(12), real(13)}});
  }
  return mentions;
}

std::vector<RelatedSubject> related_from(const SQLite::Database& database,
                                         const std::string& id,
                                         int limit) {
  SQLite::Statement row(
      database,
      "SELECT o.id, o.kind, o.name, o.mentions, r.kind, r.count, r.other = r.source, o.first_day,"
      " o.last_day, b.id, e.page FROM"
      " (SELECT target AS other, * FROM relations"
      "  WHERE source = (SELECT number FROM subjects WHERE id = ?1)"
      "  UNION ALL SELECT source, * FROM relations"
      "  WHERE target = (SELECT number FROM subjects WHERE id = ?1)) r"
      " JOIN subjects o ON o.number = r.other"
      " LEFT JOIN evidence e ON e.rowid = (SELECT MIN(rowid) FROM evidence"
      "  WHERE source = r.source AND target = r.target AND kind = r.kind)"
      " LEFT JOIN books b ON b.number = e.book"
      " ORDER BY r.count DESC, o.mentions DESC, o.id LIMIT ?2");
  SQLite::bind(row, id, limit);
  std::vector<RelatedSubject> related;
  while (row.executeStep()) {
    const bool held_by = row.getColumn(6).getInt() != 0 &&
                         text(row, 4) == name_in(kRelationKinds, RelationKind::holds_office);
    related.push_back({summary_from(row),
                       text(row, 7),
                       text(row, 8),
                       held_by ? std::string(kHeldBy) : text(row, 4),
                       row.getColumn(5).getInt64(),
                       text(row, 9),
                       text(row, 10)});
  }
  return related;
}

std::vector<SubjectSummary> subjects_from(const SQLite::Database& database,
                                          const std::string& name,
                                          std::optional<EntityKind> kind,
                                          int limit) {
  const std::string folded = folded_utf8(name);
  SQLite::Statement row(
      database,
      folded.empty()
          ? "SELECT id, kind, name, mentions FROM subjects WHERE (?2 = '' OR kind = ?2)"
            " AND ?1 = '' ORDER BY mentions DESC, id LIMIT ?3"
          : "SELECT id, kind, name, mentions FROM subjects WHERE (?2 = '' OR kind = ?2) AND number"
            " IN (SELECT subject FROM names WHERE instr(folded, ?1) > 0)"
            " ORDER BY mentions DESC, id LIMIT ?3");
  SQLite::bind(
      row, folded, kind ? std::string(name_in(kEntityKinds, *kind)) : std::string(), limit);
  std::vector<SubjectSummary> subjects;
  while (row.executeStep()) subjects.push_back(summary_from(row));
  return subjects;
}

}  // namespace

// One connection, used by one thread at a time: its answers take a fraction of a millisecond.
class KnowledgeStore::State {
 public:
  explicit State(fs::path file) : file_(std::move(file)) {}

  template <class Value, class Work>
  Result<Value> ask(Work&& work) {
    const std::scoped_lock lock(mutex_);
    try {
      if (const auto opened = take_up_newest(); !opened) return fail(opened);
      return work(*database_);
    } catch (const SQLite::Exception& error) {
      return fail(ErrorCode::io_failed, printable_name(file_), error.what());
    }
  }

 private:
  Result<void> take_up_newest() {
    const FileIdentity identity = identity_of(file_);
    if (identity == FileIdentity{}) return fail(ErrorCode::missing_index, printable_name(file_));
    if (database_ && identity == identity_) return {};
    database_ = std::make_unique<SQLite::Database>(file_.string(), SQLite::OPEN_READONLY);
    if (database_->execAndGet("PRAGMA user_version").getInt() != kKnowledgeFormat)
      return database_.reset(), fail(ErrorCode::index_too_new, printable_name(file_));
    identity_ = identity;
    return {};
  }

  fs::path file_;
  std::mutex mutex_;
  std::unique_ptr<SQLite::Database> database_;  // guarded by mutex_, as is identity_
  FileIdentity identity_;
};

KnowledgeStore::KnowledgeStore(std::unique_ptr<State> state) : state_(std::move(state)) {}
KnowledgeStore::KnowledgeStore(KnowledgeStore&&) noexcept = default;
KnowledgeStore& KnowledgeStore::operator=(KnowledgeStore&&) noexcept = default;
KnowledgeStore::~KnowledgeStore() = default;

Result<KnowledgeStore> KnowledgeStore::open(const fs::path& knowledge_file) {
  auto state = std::make_unique<State>(knowledge_file);
  const auto opened = state->ask<bool>([](const SQLite::Database&) { return true; });
  if (!opened) return fail(opened);
  return KnowledgeStore(std::move(state));
}

Result<SubjectRecord> KnowledgeStore::subject(const std::string& id) const {
  auto record = state_->ask<SubjectRecord>(
      [&](const SQLite::Database& database) { return record_from(database, id); });
  if (record && record->summary.id.empty()) return fail(ErrorCode::not_found, id);
  return record;
}

Result<MentionList> KnowledgeStore::mentions(const std::string& id, int offset, int limit) const {
  const auto record = subject(id);
  if (!record) return fail(record);
  return state_->ask<MentionList>([&](const SQLite::Database& database) {
    return MentionList{record->summary.mentions, mentions_from(database, id, offset, limit)};
  });
}

Result<std::vector<RelatedSubject>> KnowledgeStore::related(const std::string& id,
                                                            int limit) const {
  return state_->ask<std::vector<RelatedSubject>>(
      [&](const SQLite::Database& database) { return related_from(database, id, limit); });
}

Result<std::vector<SubjectSummary>> KnowledgeStore::find(const std::string& name,
                                                         std::optional<EntityKind> kind,
                                                         int limit) const {
  return state_->ask<std::vector<SubjectSummary>>(
      [&](const SQLite::Database& database) { return subjects_from(database, name, kind, limit); });
}

}  // namespace wenlan
