// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/knowledge/knowledge_writer.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <optional>
#include <system_error>
#include <tuple>

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/VariadicBind.h>
#include <fcntl.h>
#include <unistd.h>

#include "engine/base/file.h"
#include "engine/page/running_title.h"
#include "index/knowledge/find_relations.h"
#include "index/knowledge/mention_context.h"
#include "index/knowledge/schema.h"
#include "index/knowledge/subject_table.h"
#include "index/schema/page_text.h"
#include "index/schema/searchable.h"

namespace wenlan {
namespace {

namespace fs = std::filesystem;

// Relations are counted in memory and added up on disk when there are so many.
constexpr std::size_t kRelationsInMemory = 2'000'000;
// Places kept for each relation of each batch; all are counted.
constexpr std::uint32_t kEvidencePerRelation = 5;

using RelationKey = std::tuple<std::uint32_t, std::uint32_t, RelationKind>;

template <class Work>
Result<void> guarded(const fs::path& file, Work&& work) {
  try {
    work();
    return {};
  } catch (const SQLite::Exception& error) {
    constexpr int kSqliteFull = 13;
    return fail(error.getErrorCode() == kSqliteFull ? ErrorCode::disk_full : ErrorCode::io_failed,
                printable_name(file),
                error.what());
  }
}

Box<ScanSpace> first_box(const Page& page, TextSpan span) {
  const auto boxes = boxes_of(page, span);
  return boxes.empty() ? Box<ScanSpace>{} : boxes.front();
}

}  // namespace

class KnowledgeWriter::State {
 public:
  State(fs::path file, const KnowledgeOptions& options)
      : file_(std::move(file)), options_(options) {}

  fs::path aside() const { return file_.string() + ".new"; }
  const fs::path& file() const { return file_; }
  const SubjectTable& subjects() const { return subjects_; }

  void open() {
    database_.emplace(aside().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    // Nobody reads the file before it is renamed; it is synced once, at the end.
    database_->exec("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-65536");
    database_->exec("PRAGMA user_version=" + std::to_string(kKnowledgeFormat));
    database_->exec(kKnowledgeTables);
    database_->exec("BEGIN");
    add_mention_.emplace(*database_,
                         "INSERT INTO mentions VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    add_evidence_.emplace(*database_, "INSERT INTO evidence VALUES (?,?,?,?,?,?,?)");
  }

  void begin_book(const std::string& id, const std::string& title) {
    ++book_;
    SQLite::Statement add(*database_, "INSERT INTO books VALUES (?,?,?)");
    SQLite::bind(add, book_, id, title);
    add.exec();
  }

  std::vector<std::uint32_t> add_page(const Page& page) {
    std::vector<std::optional<std::uint32_t>> met;
    std::vector<std::uint32_t> numbers;
    const std::string leaf = leaf_label(running_titles_of(page));
    for (const Entity& entity : page.entities) {
      met.push_back(subjects_.meet(entity));
      if (!met.back()) continue;
      numbers.push_back(*met.back());
      keep_mention(*met.back(), page, leaf, entity);
    }
    for (const FoundRelation& relation : find_relations(page, met, options_.near_characters))
      keep_relation(relation, page.id);
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
  }

  void finish() {
    flush_relations();
    SQLite::Statement add(*database_, "INSERT INTO subjects VALUES (?,?,?,?,?,?,?)");
    SQLite::Statement add_name(*database_, "INSERT INTO names VALUES (?,?,?,?)");
    for (std::uint32_t number = 0; number < subjects_.size(); ++number) {
      const SubjectRecord record = subjects_.record_of(number);
      SQLite::bind(add,
                   number,
                   record.summary.id,
                   std::string(name_in(kEntityKinds, record.summary.kind)),
                   record.summary.name,
                   record.summary.mentions,
                   record.first_day,
                   record.last_day);
      add.exec();
      add.reset();
      for (const auto& [form, count] : subjects_.forms_of(number)) {
        SQLite::bind(add_name, number, form, folded_utf8(form), count);
        add_name.exec();
        add_name.reset();
      }
    }
    database_->exec(kKnowledgeIndices);
    database_->exec("COMMIT");
    database_->exec("ANALYZE");
    add.clearBindings();
  }

  void close() {
    add_mention_.reset();
    add_evidence_.reset();
    database_.reset();
  }

 private:
  void keep_mention(std::uint32_t subject,
                    const Page& page,
                    const std::string& leaf,
                    const Entity& entity) {
    const MentionContext context =
        context_of(page.transcript.text, entity.span, options_.snippet_characters);
    const Box<ScanSpace> box = first_box(page, entity.span);
    SQLite::bind(*add_mention_,
                 subject,
                 book_,
                 page.id,
                 leaf,
                 entity.span.begin,
                 entity.span.length,
                 context.named,
                 context.text,
                 context.mark.first,
                 context.mark.second,
                 double{box.x},
                 double{box.y},
                 double{box.width},
                 double{box.height});
    add_mention_->exec();
    add_mention_->reset();
  }

  void keep_relation(const FoundRelation& relation, const std::string& page) {
    std::uint32_t& count = relations_[{relation.source, relation.target, relation.kind}];
    if (++count <= kEvidencePerRelation) {
      SQLite::bind(*add_evidence_,
                   relation.source,
                   relation.target,
                   std::string(name_in(kRelationKinds, relation.kind)),
                   book_,
                   page,
                   relation.span.begin,
                   relation.span.length);
      add_evidence_->exec();
      add_evidence_->reset();
    }
    if (relations_.size() >= kRelationsInMemory) flush_relations();
  }

  void flush_relations() {
    SQLite::Statement add(
        *database_,
        "INSERT INTO relations VALUES (?,?,?,?) ON CONFLICT (source, target, kind) "
        "DO UPDATE SET count = count + excluded.count");
    for (const auto& [key, count] : relations_) {
      const auto& [source, target, kind] = key;
      SQLite::bind(add, source, target, std::string(name_in(kRelationKinds, kind)), count);
      add.exec();
      add.reset();
    }
    relations_.clear();
  }

  fs::path file_;
  KnowledgeOptions options_;
  SubjectTable subjects_;
  std::map<RelationKey, std::uint32_t> relations_;
  std::uint32_t book_ = 0;
  std::optional<SQLite::Database> database_;
  std::optional<SQLite::Statement> add_mention_, add_evidence_;
};

KnowledgeWriter::KnowledgeWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
KnowledgeWriter::KnowledgeWriter(KnowledgeWriter&&) noexcept = default;
KnowledgeWriter& KnowledgeWriter::operator=(KnowledgeWriter&&) noexcept = default;
KnowledgeWriter::~KnowledgeWriter() = default;

Result<KnowledgeWriter> KnowledgeWriter::create(const fs::path& file,
                                                const KnowledgeOptions& options) {
  auto state = std::make_unique<State>(file, options);
  std::error_code error;
  fs::remove(state->aside(), error);
  if (error) return fail(ErrorCode::io_failed, printable_name(state->aside()), error.message());
  if (const auto opened = guarded(file, [&] { state->open(); }); !opened) return fail(opened);
  return KnowledgeWriter(std::move(state));
}

Result<void> KnowledgeWriter::begin_book(const std::string& id, const std::string& title) {
  return guarded(state_->file(), [&] { state_->begin_book(id, title); });
}

Result<std::vector<std::uint32_t>> KnowledgeWriter::add_page(const Page& page) {
  std::vector<std::uint32_t> numbers;
  const auto added = guarded(state_->file(), [&] { numbers = state_->add_page(page); });
  if (!added) return fail(added);
  return numbers;
}

std::uint32_t KnowledgeWriter::subject_count() const {
  return state_->subjects().size();
}

const std::string& KnowledgeWriter::id_of(std::uint32_t subject) const {
  return state_->subjects().id_of(subject);
}

SubjectRecord KnowledgeWriter::record_of(std::uint32_t subject) const {
  return state_->subjects().record_of(subject);
}

Result<void> KnowledgeWriter::finish() {
  const auto finished = guarded(state_->file(), [&] { state_->finish(); });
  state_->close();
  if (!finished) return finished;
  const int descriptor = ::open(state_->aside().c_str(), O_RDONLY | O_CLOEXEC);
  const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
  const int error = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (!synced)
    return fail(error_code_of_errno(error), printable_name(state_->aside()), std::strerror(error));
  return {};
}

Result<void> KnowledgeWriter::publish() {
  std::error_code error;
  fs::rename(state_->aside(), state_->file(), error);
  if (error)
    return fail(
        error_code_of_errno(error.value()), printable_name(state_->file()), error.message());
  return {};
}

}  // namespace wenlan
