// SPDX-License-Identifier: GPL-3.0-or-later
// A published generation, open for reading by many threads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/result.h"
#include "index/query/term_reader.h"
#include "index/schema/generation.h"
#include "index/schema/mapped_file.h"

namespace wenlan {

// Where the units of a page lie in a stream's text, and where those of its book end.
struct UnitRange {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
  std::uint64_t book_end = 0;
};

class OpenGeneration {
 public:
  // Fails with missing_index, index_too_new, bad_document or io_failed.
  static Result<std::unique_ptr<OpenGeneration>> open(const std::filesystem::path& index_folder,
                                                      const std::string& name);

  const std::string& name() const { return name_; }
  const Manifest& manifest() const { return manifest_; }
  std::uint32_t pages() const { return manifest_.pages; }
  const ManifestBook& book_of(std::uint32_t page) const {
    return manifest_.books[records_[page].book];
  }
  const PageRecord& record(std::uint32_t page) const { return records_[page]; }
  UnitRange units_of(std::uint32_t page, SearchStream stream) const;
  std::u16string_view folded(SearchStream stream) const;
  std::u16string_view printed(SearchStream stream) const;
  std::span<const std::uint32_t> subjects_of(std::uint32_t page) const;
  Result<PageText> page_text(std::uint32_t page) const;
  // The number of the document of a subject.
  std::uint32_t document_of_subject(std::uint32_t subject) const {
    return manifest_.pages + subject;
  }
  // Lower-case search form of each book's title, by place in the manifest.
  const std::vector<std::u16string>& folded_titles() const { return folded_titles_; }

  // A reader for one thread, given back when the lease ends.
  class Lease {
   public:
    Lease(const OpenGeneration& generation, std::unique_ptr<TermReader> reader)
        : generation_(&generation), reader_(std::move(reader)) {}
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&& other) noexcept {
      std::swap(generation_, other.generation_);
      std::swap(reader_, other.reader_);
      return *this;
    }
    ~Lease() {
      if (reader_) generation_->give_back(std::move(reader_));
    }
    const TermReader& operator*() const { return *reader_; }
    const TermReader* operator->() const { return reader_.get(); }

   private:
    const OpenGeneration* generation_;
    std::unique_ptr<TermReader> reader_;
  };
  Result<Lease> lease() const;

 private:
  OpenGeneration(std::string name, GenerationFiles files)
      : name_(std::move(name)), files_(std::move(files)) {}
  Result<void> map_files();
  Result<void> check_sizes() const;
  void give_back(std::unique_ptr<TermReader> reader) const;

  std::string name_;
  GenerationFiles files_;
  Manifest manifest_;
  MappedFile record_file_, page_texts_, page_subjects_;
  std::vector<MappedFile> folded_, printed_;
  std::span<const PageRecord> records_;
  std::vector<std::u16string> folded_titles_;
  mutable std::mutex mutex_;
  mutable std::vector<std::unique_ptr<TermReader>> idle_;  // guarded by mutex_
};

}  // namespace wenlan
