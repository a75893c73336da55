// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/build/build_index.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>

#include <nlohmann/json.hpp>

#include "engine/base/file.h"
#include "engine/base/stop.h"
#include "engine/base/utf8.h"
#include "engine/base/variants.h"
#include "index/build/generation_folder.h"
#include "index/build/term_writer.h"
#include "index/build/text_writer.h"
#include "index/knowledge/knowledge_writer.h"
#include "index/schema/fields.h"
#include "index/schema/index_version.h"
#include "index/schema/mapped_file.h"
#include "index/schema/page_terms.h"

namespace wenlan {
namespace {

constexpr std::int64_t kPagesBetweenReports = 200;

std::optional<long> number_of(const std::string& page_id) {
  long number = 0;
  const auto [end, error] =
      std::from_chars(page_id.data(), page_id.data() + page_id.size(), number);
  if (error != std::errc() || end != page_id.data() + page_id.size()) return std::nullopt;
  return number;
}

// Numbered pages that do not follow on: what stands between was not read.
bool gap_between(const std::string& before, const std::string& after) {
  const auto a = number_of(before);
  const auto b = number_of(after);
  return a && b && *b != *a + 1;
}

// One run of the builder; its members are used in the order of the functions.
class Build {
 public:
  Build(const IndexOptions& options, std::stop_token stop, const IndexProgress& progress)
      : options_(options), stop_(std::move(stop)), progress_(progress) {}

  // First pass: every page once, from the archive into the files that are read in place.
  Result<void> read_pages(PageSource& source, TextWriter& texts, KnowledgeWriter& knowledge);
  // Second pass: terms, from the search texts just written, so that what follows is at hand.
  Result<void> write_page_terms(const GenerationFiles& files,
                                const KnowledgeWriter& knowledge,
                                TermWriter& terms);
  Result<void> write_subject_terms(const KnowledgeWriter& knowledge, TermWriter& terms);
  Result<void> write_book_terms(TermWriter& terms);

  Manifest manifest;

 private:
  Result<void> read_book(PageSource& source, TextWriter& texts, KnowledgeWriter& knowledge);
  void tell(std::int64_t done, std::int64_t all) {
    if (progress_) progress_(done, all);
  }

  const IndexOptions& options_;
  std::stop_token stop_;
  const IndexProgress& progress_;
};

Result<void> Build::read_pages(PageSource& source, TextWriter& texts, KnowledgeWriter& knowledge) {
  while (true) {
    auto book = source.next_book();
    if (!book) return fail(book);
    if (!*book) break;
    manifest.books.push_back(
        {(*book)->id, (*book)->title, (*book)->creator, (*book)->dynasty, texts.pages(), 0});
    if (const auto begun = knowledge.begin_book((*book)->id, (*book)->title); !begun) return begun;
    if (const auto done = read_book(source, texts, knowledge); !done) return done;
    manifest.books.back().pages = texts.pages() - manifest.books.back().first_page;
  }
  manifest.pages = texts.pages();
  manifest.characters = texts.characters();
  manifest.subjects = knowledge.subject_count();
  return {};
}

Result<void> Build::read_book(PageSource& source, TextWriter& texts, KnowledgeWriter& knowledge) {
  std::string page_before;
  while (true) {
    if (const auto going_on = unless_stopped(stop_); !going_on) return going_on;
    const auto page = source.next_page();
    if (!page) return fail(page);
    if (!*page) return {};
    auto subjects = knowledge.add_page(**page);
    if (!subjects) return fail(subjects);
    const PageFacts facts{static_cast<std::uint32_t>(manifest.books.size() - 1),
                          (*page)->quality.expected_cer,
                          !page_before.empty() && gap_between(page_before, (*page)->id),
                          *std::move(subjects)};
    if (const auto added = texts.add(page_text_of(**page), facts); !added) return added;
    page_before = (*page)->id;
    // Reading is about half of the work; terms are the other.
    if (texts.pages() % kPagesBetweenReports == 0) tell(texts.pages() / 2, source.page_count());
  }
}

struct StreamFields {
  SearchStream stream;
  Field own;
  std::optional<Field> next;
};
constexpr std::array kStreamFields{
    StreamFields{SearchStream::main, Field::main, Field::main_next},
    StreamFields{SearchStream::note, Field::note, Field::note_next},
    StreamFields{SearchStream::other, Field::other, std::nullopt},
};

struct StreamUnits {
  std::u16string_view own, following;
};

// The units of a page in one stream, and those behind it in the same book.
StreamUnits units_of(std::u16string_view all,
                     std::span<const PageRecord> records,
                     std::size_t page,
                     std::size_t book_end,
                     SearchStream stream) {
  constexpr std::size_t kFollowing = 2 * (kNextCharacters + 1);
  const auto at = static_cast<std::size_t>(stream);
  const std::size_t begin = records[page].units[at];
  const std::size_t end = records[page + 1].units[at];
  return {all.substr(begin, end - begin),
          all.substr(end, std::min<std::size_t>(kFollowing, records[book_end].units[at] - end))};
}

Result<void> Build::write_page_terms(const GenerationFiles& files,
                                     const KnowledgeWriter& knowledge,
                                     TermWriter& terms) {
  const auto record_file = MappedFile::open(files.pages());
  const auto subject_file = MappedFile::open(files.page_subjects());
  std::vector<MappedFile> text_files;
  for (const SearchStream stream : kAllSearchStreams) {
    auto file = MappedFile::open(files.folded(stream));
    if (!file) return fail(file);
    text_files.push_back(*std::move(file));
  }
  if (!record_file) return fail(record_file);
  if (!subject_file) return fail(subject_file);
  const auto records = record_file->values<PageRecord>();
  const auto subjects = subject_file->values<std::uint32_t>();
  std::vector<Term> of_page;
  for (std::uint32_t page = 0; page < manifest.pages; ++page) {
    if (const auto going_on = unless_stopped(stop_); !going_on) return going_on;
    of_page.clear();
    const ManifestBook& book = manifest.books[records[page].book];
    for (const StreamFields& fields : kStreamFields) {
      const auto all = text_files[static_cast<std::size_t>(fields.stream)].values<char16_t>();
      const StreamUnits units = units_of(
          {all.data(), all.size()}, records, page, book.first_page + book.pages, fields.stream);
      const PageTerms found = terms_of_page(units.own, units.following);
      for (const auto& [ngram, count] : found.own)
        of_page.push_back({term_of(fields.own, ngram), count});
      if (fields.next)
        for (const std::string& ngram : found.next)
          of_page.push_back({term_of(*fields.next, ngram), 0});
    }
    for (auto at = records[page].subjects; at < records[page + 1].subjects; ++at)
      of_page.push_back({term_of(Field::page_subject, knowledge.id_of(subjects[at])), 0});
    if (const auto added = terms.add(of_page); !added) return added;
    if ((page + 1) % kPagesBetweenReports == 0) tell((manifest.pages + page) / 2, manifest.pages);
  }
  return {};
}

Result<void> Build::write_subject_terms(const KnowledgeWriter& knowledge, TermWriter& terms) {
  constexpr std::size_t kLongestTerm = 200;  // bytes; Xapian takes 245
  for (std::uint32_t number = 0; number < knowledge.subject_count(); ++number) {
    const SubjectRecord record = knowledge.record_of(number);
    std::vector<std::string> names = record.aliases;
    names.push_back(record.summary.name);
    std::vector<Term> of_subject;
    for (const std::string& name : names)
      if (std::string folded = folded_utf8(name); folded.size() <= kLongestTerm)
        of_subject.push_back({term_of(Field::subject_name, folded), 0});
    const nlohmann::json data{{"id", record.summary.id},
                              {"kind", std::string(name_in(kEntityKinds, record.summary.kind))},
                              {"name", record.summary.name},
                              {"mentions", record.summary.mentions}};
    const auto added =
        terms.add(of_subject, data.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    if (!added) return added;
  }
  return {};
}

Result<void> Build::write_book_terms(TermWriter& terms) {
  for (const ManifestBook& book : manifest.books) {
    std::vector<Term> of_book{{term_of(Field::book_id, book.id), 0}};
    const SearchText title = search_text_of(to_code_points(book.title));
    for (const TermCount& ngram : terms_of_page(title.folded, {}).own)
      of_book.push_back({term_of(Field::book_title, ngram.ngram), 0});
    if (const auto added = terms.add(of_book); !added) return added;
  }
  return {};
}

Result<void> fill(Build& build,
                  PageSource& source,
                  const GenerationFiles& files,
                  KnowledgeWriter& knowledge,
                  int commit_every) {
  auto texts = TextWriter::create(files);
  if (!texts) return fail(texts);
  if (const auto done = build.read_pages(source, *texts, knowledge); !done) return done;
  if (const auto done = texts->close(); !done) return done;
  if (const auto done = knowledge.finish(); !done) return done;
  auto terms = TermWriter::create(files.xapian(), commit_every);
  if (!terms) return fail(terms);
  if (const auto done = build.write_page_terms(files, knowledge, *terms); !done) return done;
  if (const auto done = build.write_subject_terms(knowledge, *terms); !done) return done;
  if (const auto done = build.write_book_terms(*terms); !done) return done;
  if (const auto done = terms->finish(); !done) return done;
  for (const IndexFeature& feature : kIndexFeatures)
    build.manifest.features.emplace_back(feature.name);
  build.manifest.variants = kVariantsVersion;
  return keep_manifest(build.manifest, files);
}

}  // namespace

Result<IndexReport> build_index(PageSource& source,
                                const std::filesystem::path& index_folder,
                                const std::filesystem::path& knowledge_file,
                                const IndexOptions& options,
                                std::stop_token stop,
                                const IndexProgress& progress) {
  const auto begin = std::chrono::steady_clock::now();
  auto folder = GenerationFolder::create(index_folder);
  if (!folder) return fail(folder);
  auto knowledge = KnowledgeWriter::create(knowledge_file,
                                           {options.snippet_characters, options.near_characters});
  if (!knowledge) return fail(knowledge);
  Build build(options, std::move(stop), progress);
  if (const auto done = fill(build, source, folder->files(), *knowledge, options.commit_every);
      !done)
    return fail(done);
  // Ids of subjects are the same in every build, so it does no harm that these are two renames.
  if (const auto done = knowledge->publish(); !done) return fail(done);
  if (const auto done = folder->publish(); !done) return fail(done);
  const Manifest& manifest = build.manifest;
  if (progress) progress(manifest.pages, manifest.pages);
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  return IndexReport{folder->name(),
                     static_cast<std::int64_t>(manifest.books.size()),
                     manifest.pages,
                     static_cast<std::int64_t>(manifest.characters),
                     manifest.subjects,
                     took.count()};
}

}  // namespace wenlan
