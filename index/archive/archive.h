// SPDX-License-Identifier: GPL-3.0-or-later
// The folder Wenlan works in 庫: where everything lies, and how it is read. START HERE.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/page/page.h"
#include "index/archive/book_record.h"
#include "index/archive/scan_list.h"

namespace wenlan {

// What wenlan.toml says of the whole archive.
struct ArchiveSettings {
  std::string name;
  std::string rights;
  std::string pipeline = "auto";
};

// Raised when an older Wenlan could no longer work in the folder.
inline constexpr int kArchiveFormat = 1;

// Where the picture of a page lies.
struct ScanSource {
  std::filesystem::path file;
  int frame = 0;
};

// Only knows the folder: every call looks at the disk, so it is never stale and safe in any thread.
class Archive {
 public:
  // Makes the folder and its wenlan.toml. An archive that is there already is opened and left as
  // it is; any other non-empty folder fails with already_exists.
  static Result<Archive> create(const std::filesystem::path& root, const std::string& name);
  // Fails with not_an_archive, archive_too_new, bad_document.
  static Result<Archive> open(const std::filesystem::path& root);

  const std::filesystem::path& root() const { return root_; }
  const ArchiveSettings& settings() const { return settings_; }

  // Sorted by id.
  Result<std::vector<BookRecord>> books() const;
  // Fails with not_found for a book that does not exist, or a name no book can have.
  Result<BookRecord> book(const std::string& id) const;
  Result<ScanList> scans(const std::string& book) const;
  // When scans were last added to it, as the file system remembers; empty when none were.
  std::optional<std::chrono::system_clock::time_point> grown_at(const std::string& book) const;

  // Page ids that have been read (have a page file), in the book's order.
  Result<std::vector<std::string>> page_ids(const std::string& book) const;
  Result<Page> page(const std::string& book, const std::string& id) const;
  // Fails with not_found for text-only pages and pages the book does not have.
  Result<ScanSource> scan_of(const std::string& book, const std::string& page) const;

  std::filesystem::path book_folder(const std::string& book) const {
    return root_ / "books" / book;
  }
  std::filesystem::path scans_folder(const std::string& book) const {
    return book_folder(book) / "scans";
  }
  std::filesystem::path page_file(const std::string& book, const std::string& page) const {
    return book_folder(book) / "pages" / (page + ".xml");
  }
  // Re-creatable things: tiles, exports.
  std::filesystem::path derived_folder(const std::string& book) const {
    return book_folder(book) / "derived";
  }
  std::filesystem::path index_folder() const { return root_ / "index"; }
  std::filesystem::path knowledge_file() const { return root_ / "knowledge.sqlite"; }
  std::filesystem::path ledger_file() const { return root_ / "ledger.sqlite"; }

  // Both write atomically.
  Result<void> keep(const BookRecord& record) const;
  Result<void> keep(const std::string& book, const ScanList& scans) const;

 private:
  Archive(std::filesystem::path root, ArchiveSettings settings)
      : root_(std::move(root)), settings_(std::move(settings)) {}

  std::filesystem::path root_;
  ArchiveSettings settings_;
};

}  // namespace wenlan
