// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query/open_generation.h"

#include "engine/base/file.h"
#include "engine/base/utf8.h"

namespace wenlan {

Result<std::unique_ptr<OpenGeneration>> OpenGeneration::open(
    const std::filesystem::path& index_folder, const std::string& name) {
  std::unique_ptr<OpenGeneration> opened(
      new OpenGeneration(name, GenerationFiles(index_folder / name)));
  auto manifest = read_manifest(opened->files_);
  if (!manifest) return fail(manifest);
  opened->manifest_ = *std::move(manifest);
  if (const auto mapped = opened->map_files(); !mapped) return fail(mapped);
  if (const auto checked = opened->check_sizes(); !checked) return fail(checked);
  for (const ManifestBook& book : opened->manifest_.books)
    opened->folded_titles_.push_back(search_text_of(to_code_points(book.title)).folded);
  // The first reader is opened now, so that the files stay there once the index is replaced.
  if (const auto first = opened->lease(); !first) return fail(first);
  return opened;
}

Result<void> OpenGeneration::map_files() {
  const auto map = [](MappedFile& into, const std::filesystem::path& file) -> Result<void> {
    auto mapped = MappedFile::open(file);
    if (!mapped) return fail(mapped);
    into = *std::move(mapped);
    return {};
  };
  folded_.resize(kSearchStreams);
  printed_.resize(kSearchStreams);
  Result<void> done = map(record_file_, files_.pages());
  if (done) done = map(page_texts_, files_.page_texts());
  if (done) done = map(page_subjects_, files_.page_subjects());
  for (const SearchStream stream : kAllSearchStreams) {
    const auto at = static_cast<std::size_t>(stream);
    if (done) done = map(folded_[at], files_.folded(stream));
    if (done) done = map(printed_[at], files_.printed(stream));
  }
  records_ = record_file_.values<PageRecord>();
  return done;
}

// A file cut off by a full disk or a bad copy must not be read past its end.
Result<void> OpenGeneration::check_sizes() const {
  const auto damaged = [this] {
    return fail(ErrorCode::bad_document, printable_name(files_.folder), "its files do not fit");
  };
  if (records_.size() != std::size_t{manifest_.pages} + 1) return damaged();
  const PageRecord& end = records_.back();
  for (const SearchStream stream : kAllSearchStreams) {
    const std::uint64_t units = end.units[static_cast<std::size_t>(stream)];
    if (folded(stream).size() != units || printed(stream).size() != units) return damaged();
  }
  if (page_texts_.bytes().size() != end.page_text) return damaged();
  if (page_subjects_.values<std::uint32_t>().size() != end.subjects) return damaged();
  return {};
}

UnitRange OpenGeneration::units_of(std::uint32_t page, SearchStream stream) const {
  const auto at = static_cast<std::size_t>(stream);
  const ManifestBook& book = book_of(page);
  return {records_[page].units[at],
          records_[page + 1].units[at],
          records_[book.first_page + book.pages].units[at]};
}

std::u16string_view OpenGeneration::folded(SearchStream stream) const {
  const auto units = folded_[static_cast<std::size_t>(stream)].values<char16_t>();
  return {units.data(), units.size()};
}

std::u16string_view OpenGeneration::printed(SearchStream stream) const {
  const auto units = printed_[static_cast<std::size_t>(stream)].values<char16_t>();
  return {units.data(), units.size()};
}

std::span<const std::uint32_t> OpenGeneration::subjects_of(std::uint32_t page) const {
  const std::uint64_t begin = records_[page].subjects;
  return page_subjects_.values<std::uint32_t>().subspan(begin, records_[page + 1].subjects - begin);
}

Result<PageText> OpenGeneration::page_text(std::uint32_t page) const {
  const std::uint64_t begin = records_[page].page_text;
  return page_text_from_bytes(
      page_texts_.bytes().substr(begin, records_[page + 1].page_text - begin));
}

Result<OpenGeneration::Lease> OpenGeneration::lease() const {
  {
    const std::scoped_lock lock(mutex_);
    if (!idle_.empty()) {
      auto reader = std::move(idle_.back());
      idle_.pop_back();
      return Lease(*this, std::move(reader));
    }
  }
  auto reader = TermReader::open(files_.xapian());
  if (!reader) return fail(reader);
  return Lease(*this, std::make_unique<TermReader>(*std::move(reader)));
}

void OpenGeneration::give_back(std::unique_ptr<TermReader> reader) const {
  const std::scoped_lock lock(mutex_);
  idle_.push_back(std::move(reader));
}

}  // namespace wenlan
