// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/archive/archive.h"

#include <algorithm>

#include "engine/base/file.h"
#include "engine/formats/page_xml.h"
#include "index/archive/settings_file.h"

namespace wenlan {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSettingsFile = "wenlan.toml";
constexpr const char* kRecordFile = "book.toml";
constexpr const char* kScanListFile = "scans.json";

bool is_file(const fs::path& file) {
  std::error_code ignored;  // a path that cannot be looked at is no file for us
  return fs::is_regular_file(file, ignored);
}

Result<std::vector<std::string>> folder_names(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code failure;
  if (!fs::exists(folder, failure)) return names;
  for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
       entry.increment(failure))
    names.push_back(entry->path().filename().string());
  if (failure)
    return fail(error_code_of_errno(failure.value()), printable_name(folder), failure.message());
  std::sort(names.begin(), names.end());
  return names;
}

template <class T>
Result<T> with_subject(Result<T> result, const fs::path& file) {
  if (!result) result.error().subject = printable_name(file);
  return result;
}

}  // namespace

Result<Archive> Archive::create(const fs::path& root, const std::string& name) {
  std::error_code failure;
  if (is_file(root / kSettingsFile)) return open(root);
  if (fs::exists(root, failure) && !fs::is_empty(root, failure))
    return fail(ErrorCode::already_exists, printable_name(root), "and is not empty");
  const ArchiveSettings settings{.name = name};
  if (auto written = write_file_atomically(root / kSettingsFile, to_toml(settings)); !written)
    return fail(written);
  fs::create_directories(root / "books", failure);
  if (failure)
    return fail(error_code_of_errno(failure.value()), printable_name(root), failure.message());
  return Archive(root, settings);
}

Result<Archive> Archive::open(const fs::path& root) {
  const fs::path file = root / kSettingsFile;
  if (!is_file(file)) return fail(ErrorCode::not_an_archive, printable_name(root));
  const auto bytes = read_file(file);
  if (!bytes) return fail(bytes);
  auto settings = settings_from_toml(*bytes, printable_name(file));
  if (!settings) return fail(settings);
  return Archive(root, *std::move(settings));
}

Result<std::vector<BookRecord>> Archive::books() const {
  const auto names = folder_names(root_ / "books");
  if (!names) return fail(names);
  std::vector<BookRecord> records;
  for (const std::string& name : *names) {
    if (!is_book_id(name) || !is_file(book_folder(name) / kRecordFile)) continue;
    auto record = book(name);
    if (!record) return fail(record);
    records.push_back(*std::move(record));
  }
  return records;
}

Result<BookRecord> Archive::book(const std::string& id) const {
  if (!is_book_id(id)) return fail(ErrorCode::not_found, id);
  const auto bytes = read_file(book_folder(id) / kRecordFile);
  if (!bytes) return fail(bytes.error().code, id, bytes.error().detail);
  return book_record_from_toml(*bytes, id);
}

Result<ScanList> Archive::scans(const std::string& book) const {
  const fs::path file = book_folder(book) / kScanListFile;
  if (!is_file(file)) return ScanList{};
  const auto bytes = read_file(file);
  if (!bytes) return fail(bytes);
  return with_subject(scan_list_from_json(*bytes), file);
}

std::optional<std::chrono::system_clock::time_point> Archive::grown_at(
    const std::string& book) const {
  if (!is_book_id(book)) return std::nullopt;
  std::error_code missing;
  const auto written = fs::last_write_time(book_folder(book) / kScanListFile, missing);
  if (missing) return std::nullopt;
  return std::chrono::time_point_cast<std::chrono::system_clock::duration>(
      fs::file_time_type::clock::to_sys(written));
}

Result<std::vector<std::string>> Archive::page_ids(const std::string& book) const {
  const auto list = scans(book);
  if (!list) return fail(list);
  std::vector<std::string> ids;
  for (const PageSlot& slot : page_slots(*list))
    if (is_file(page_file(book, slot.page))) ids.push_back(slot.page);
  return ids;
}

Result<Page> Archive::page(const std::string& book, const std::string& id) const {
  if (!is_book_id(book) || !is_book_id(id)) return fail(ErrorCode::not_found, book + "/" + id);
  const fs::path file = page_file(book, id);
  const auto bytes = read_file(file);
  if (!bytes) return fail(bytes);
  return with_subject(from_page_xml(*bytes), file);
}

Result<ScanSource> Archive::scan_of(const std::string& book, const std::string& page) const {
  if (!is_book_id(book)) return fail(ErrorCode::not_found, book + "/" + page);
  const auto list = scans(book);
  if (!list) return fail(list);
  for (const PageSlot& slot : page_slots(*list))
    if (slot.page == page && slot.scan->kind == ScanKind::image)
      return ScanSource{book_folder(book) / slot.scan->file, slot.frame};
  return fail(ErrorCode::not_found, book + "/" + page);
}

Result<void> Archive::keep(const BookRecord& record) const {
  return write_file_atomically(book_folder(record.id) / kRecordFile, to_toml(record));
}

Result<void> Archive::keep(const std::string& book, const ScanList& scans) const {
  return write_file_atomically(book_folder(book) / kScanListFile, to_json(scans));
}

}  // namespace wenlan
