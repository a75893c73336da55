// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/add_scans.h"

#include <algorithm>
#include <set>

#include "engine/base/file.h"
#include "engine/base/file_lock.h"
#include "engine/base/sha256.h"
#include "engine/base/stop.h"
#include "engine/clean/load_scan.h"
#include "pipelines/scan_files.h"
#include "pipelines/text_book.h"

namespace wenlan {
namespace {

namespace fs = std::filesystem;

constexpr int kFilesBetweenSaves = 200;

// Grows one book's list of scans, file by file.
class BookBuilder {
 public:
  BookBuilder(const Archive& archive, const AddRequest& request, AddReport& report)
      : archive_(archive), request_(request), report_(report) {}

  Result<void> open(const std::string& id, const BookFiles& group) {
    added_.id = id;
    auto scans = archive_.scans(id);
    if (!scans) return fail(scans);
    scans_ = *std::move(scans);
    for (const ScanEntry& scan : scans_) digests_.insert(scan.sha256);
    return keep_record(group);
  }

  // A file that cannot be taken in becomes a failure of the report, not of the whole.
  Result<void> take(const fs::path& file) {
    auto entry = taken_in(file);
    if (!entry) {
      if (entry.error().code == ErrorCode::disk_full) return fail(entry);
      report_.failures.push_back(entry.error());
      return {};
    }
    if (!*entry) {
      ++report_.unchanged;
      return {};
    }
    added_.scans += 1;
    added_.pages += (*entry)->frames;
    scans_.push_back(**std::move(entry));
    return added_.scans % kFilesBetweenSaves == 0 ? archive_.keep(added_.id, scans_)
                                                  : Result<void>{};
  }

  Result<void> close() {
    report_.books.push_back(added_);
    if (added_.scans == 0) return {};
    return archive_.keep(added_.id, scans_);
  }

 private:
  Result<void> keep_record(const BookFiles& group) {
    if (archive_.book(added_.id)) return {};
    BookRecord record{.id = added_.id, .title = group.name, .language = "lzh"};
    if (!group.record.empty()) {
      const auto bytes = read_file(group.record);
      if (!bytes) return fail(bytes);
      auto given = book_record_from_toml(*bytes, added_.id);
      if (!given)
        return fail(given.error().code, printable_name(group.record), given.error().detail);
      record = *std::move(given);
    }
    if (!request_.title.empty()) record.title = request_.title;
    return archive_.keep(record);
  }

  // Empty when the book has this content already.
  Result<std::optional<ScanEntry>> taken_in(const fs::path& file) {
    auto digest = sha256_of_file(file);
    if (!digest) return fail(digest.error().code, printable_name(file), digest.error().detail);
    if (!digests_.insert(*digest).second) return std::nullopt;
    ScanEntry entry{
        .name = printable_name(file.filename()), .sha256 = *digest, .first_page = next_page()};
    entry.kind = has_text_ending(file) ? ScanKind::text : ScanKind::image;
    const auto frames = entry.kind == ScanKind::text ? count_text_pages(file) : count_frames(file);
    if (!frames) report_.warnings.push_back(frames.error());
    entry.frames = frames.value_or(1);
    auto place = request_.in_place ? Result<fs::path>(fs::absolute(file)) : copied(file, entry);
    if (!place) return fail(place);
    entry.file = *std::move(place);
    return entry;
  }

  int next_page() const {
    return scans_.empty() ? 1 : scans_.back().first_page + scans_.back().frames;
  }

  // A copy in the book's scans folder, read-only; the path is relative to the book's folder.
  Result<fs::path> copied(const fs::path& file, const ScanEntry& entry) const {
    const fs::path folder = archive_.scans_folder(added_.id);
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure)
      return fail(error_code_of_errno(failure.value()), printable_name(folder), failure.message());
    const fs::path target = folder / free_name(entry);
    if (!fs::exists(target, failure)) {
      auto done = copy_file_atomically(file, target);
      if (!done) return fail(done);
    }
    return fs::path("scans") / target.filename();
  }

  // The scan's own name, or one with digits of its digest when another scan has that name. A file
  // that an interrupted `add` left behind is taken over when it is the same.
  std::string free_name(const ScanEntry& entry) const {
    const fs::path name = entry.name;
    const fs::path taken = archive_.scans_folder(added_.id) / name;
    std::error_code ignored;
    const auto digest =
        fs::exists(taken, ignored) ? sha256_of_file(taken) : Result<std::string>(entry.sha256);
    if (digest && *digest == entry.sha256) return name.string();
    return name.stem().string() + "-" + entry.sha256.substr(0, 8) + name.extension().string();
  }

  const Archive& archive_;
  const AddRequest& request_;
  AddReport& report_;
  AddedBook added_;
  ScanList scans_;
  std::set<std::string> digests_;
};

Result<void> add_book(const Archive& archive,
                      const AddRequest& request,
                      const BookFiles& group,
                      std::stop_token stop,
                      AddReport& report) {
  BookBuilder book(archive, request, report);
  const std::string id = request.book.empty() ? book_id_from(group.name) : request.book;
  if (auto opened = book.open(id, group); !opened) return opened;
  for (const fs::path& file : group.files) {
    if (stop.stop_requested()) break;
    if (auto taken = book.take(file); !taken) return taken;
  }
  if (auto closed = book.close(); !closed) return closed;
  return unless_stopped(stop);
}

}  // namespace

Result<AddReport> add_scans(const Archive& archive,
                            const AddRequest& request,
                            std::stop_token stop) {
  if (!request.book.empty() && !is_book_id(request.book))
    return fail(ErrorCode::usage,
                "--book " + request.book,
                "letters, digits, '-', '_' and '.' only; try " + book_id_from(request.book));
  const auto lock = FileLock::take(archive.root() / ".add.lock");
  if (!lock) return fail(lock);
  FoundFiles found = find_scan_files(request.paths);
  AddReport report{.failures = std::move(found.failures)};
  for (const BookFiles& group : found.books)
    if (auto added = add_book(archive, request, group, stop, report); !added) return fail(added);
  return report;
}

}  // namespace wenlan
