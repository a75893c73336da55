// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query/find_subjects.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "engine/base/utf8.h"
#include "index/schema/fields.h"

namespace wenlan {
namespace {

Result<FoundSubject> subject_from(const std::string& data, const OpenGeneration& generation) {
  const auto json = nlohmann::json::parse(data, nullptr, false);
  const auto kind =
      json.is_object() ? value_in(kEntityKinds, json.value("kind", "")) : std::nullopt;
  if (!kind)
    return fail(ErrorCode::bad_document, generation.name(), "the index holds a damaged subject");
  return FoundSubject{
      json.value("id", ""), *kind, json.value("name", ""), json.value("mentions", std::int64_t{0})};
}

}  // namespace

Result<FoundSubject> subject_of_number(const OpenGeneration& generation,
                                       const TermReader& terms,
                                       std::uint32_t subject) {
  const auto data = terms.data_of(generation.document_of_subject(subject));
  if (!data) return fail(data);
  return subject_from(*data, generation);
}

Result<std::vector<FoundSubject>> find_subjects(const OpenGeneration& generation,
                                                const TermReader& terms,
                                                const std::string& name) {
  constexpr std::size_t kLongestName = 200;  // bytes, as indexed
  std::vector<FoundSubject> found;
  const std::string folded = folded_utf8(name);
  if (folded.empty() || folded.size() > kLongestName) return found;
  const auto postings = terms.postings(term_of(Field::subject_name, folded));
  if (!postings) return fail(postings);
  for (const Posting& posting : *postings) {
    const auto data = terms.data_of(posting.document);
    if (!data) return fail(data);
    auto subject = subject_from(*data, generation);
    if (!subject) return fail(subject);
    found.push_back(*std::move(subject));
  }
  std::stable_sort(found.begin(), found.end(), [](const FoundSubject& a, const FoundSubject& b) {
    return a.mentions > b.mentions;
  });
  return found;
}

Result<std::vector<FoundBook>> find_books(const OpenGeneration& generation,
                                          const TermReader& terms,
                                          const SearchText& text,
                                          std::size_t at_most) {
  std::vector<FoundBook> found;
  const std::u32string characters = characters_of(text.folded);
  if (characters.empty()) return found;
  TermReader::TermGroups groups{{term_of(Field::book_title, to_utf8(characters.substr(0, 2)))}};
  for (std::size_t at = 1; at + 1 < characters.size(); ++at)
    groups.push_back({term_of(Field::book_title, to_utf8(characters.substr(at, 2)))});
  const auto documents = terms.documents_with(groups);
  if (!documents) return fail(documents);
  const std::uint32_t first_book = generation.document_of_subject(generation.manifest().subjects);
  for (const std::uint32_t document : *documents) {
    if (document < first_book || found.size() == at_most) continue;
    const std::size_t place = document - first_book;
    if (generation.folded_titles()[place].find(text.folded) == std::u16string::npos) continue;
    const ManifestBook& book = generation.manifest().books[place];
    found.push_back({book.id, book.title});
  }
  return found;
}

}  // namespace wenlan
