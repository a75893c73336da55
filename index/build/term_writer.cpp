// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/build/term_writer.h"

#include <cerrno>

#include <xapian.h>

#include "engine/base/file.h"

namespace wenlan {
namespace {

namespace fs = std::filesystem;

template <class Work>
Result<void> guarded(const fs::path& folder, Work&& work) {
  try {
    work();
    return {};
  } catch (const Xapian::Error& error) {
    const std::string reason = error.get_description();
    const bool full = reason.find("No space left") != std::string::npos;
    return fail(full ? ErrorCode::disk_full : ErrorCode::io_failed, printable_name(folder), reason);
  }
}

fs::path parts_beside(const fs::path& folder) {
  return folder.string() + ".parts";
}

}  // namespace

struct TermWriter::State {
  fs::path folder;
  int commit_every;
  int uncommitted = 0;
  Xapian::WritableDatabase database;
};

TermWriter::TermWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
TermWriter::TermWriter(TermWriter&&) noexcept = default;
TermWriter& TermWriter::operator=(TermWriter&&) noexcept = default;
TermWriter::~TermWriter() = default;

Result<TermWriter> TermWriter::create(const fs::path& folder, int commit_every) {
  auto state = std::make_unique<State>(State{folder, commit_every, 0, {}});
  // Nobody reads these parts, so neither syncing nor keeping the last commit whole matters.
  const auto opened = guarded(folder, [&] {
    state->database = Xapian::WritableDatabase(
        parts_beside(folder).string(),
        Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_TERMLIST |
            Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
  });
  if (!opened) return fail(opened);
  return TermWriter(std::move(state));
}

Result<void> TermWriter::add(const std::vector<Term>& terms, const std::string& data) {
  return guarded(state_->folder, [&] {
    Xapian::Document document;
    for (const Term& term : terms) document.add_term(term.term, term.count);
    if (!data.empty()) document.set_data(data);
    state_->database.add_document(document);
    if (++state_->uncommitted >= state_->commit_every) {
      state_->database.commit();
      state_->uncommitted = 0;
    }
  });
}

Result<void> TermWriter::finish() {
  const fs::path parts = parts_beside(state_->folder);
  auto done = guarded(state_->folder, [&] {
    state_->database.commit();
    state_->database.close();
    Xapian::Database(parts.string()).compact(state_->folder.string());
  });
  std::error_code error;
  fs::remove_all(parts, error);
  if (done && error) return fail(ErrorCode::io_failed, printable_name(parts), error.message());
  return done;
}

}  // namespace wenlan
