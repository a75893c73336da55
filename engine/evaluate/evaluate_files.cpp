// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/evaluate_files.h"

#include <array>
#include <map>
#include <string_view>
#include <vector>

#include "engine/base/file.h"
#include "engine/evaluate/scored_text.h"
#include "engine/formats/alto.h"
#include "engine/formats/page_xml.h"
#include "engine/quality/expected_cer.h"

namespace wenlan {
namespace {

namespace fs = std::filesystem;

// The first of two files for one page wins.
constexpr std::array<std::string_view, 4> kEndings{".page.xml", ".alto.xml", ".xml", ".txt"};

struct NamedFile {
  fs::path path;
  std::size_t rank = 0;  // of its ending
};

struct ReadText {
  ScoredText text;
  std::optional<double> expected_cer;
  SignSums signs;
};

Result<ReadText> text_in(const fs::path& file) {
  const Result<std::string> bytes = read_file(file);
  if (!bytes) return fail(bytes);
  if (file.extension() != ".xml") return ReadText{scored_text_of_plain(*bytes), {}, {}};
  const bool is_page = bytes->find("PcGts") != std::string::npos;
  const Result<Page> page = is_page ? from_page_xml(*bytes) : from_alto(*bytes);
  if (!page) return fail(page.error().code, printable_name(file), page.error().detail);
  ReadText read{scored_text_of(*page), {}, signs_of_text(page->layout, page->transcript)};
  if (is_page && read.signs.characters > 0) read.expected_cer = double{expected_cer(read.signs)};
  return read;
}

// Files by path below the folder without ending.
Result<std::map<std::string, NamedFile>> files_in(const fs::path& folder) {
  std::map<std::string, NamedFile> found;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (!entry->is_regular_file(error)) continue;
    const std::string name = entry->path().lexically_relative(folder).string();
    for (std::size_t rank = 0; rank < kEndings.size(); ++rank) {
      if (!name.ends_with(kEndings[rank])) continue;
      const std::string stem = name.substr(0, name.size() - kEndings[rank].size());
      const auto [place, is_new] = found.try_emplace(stem, NamedFile{entry->path(), rank});
      if (!is_new && rank < place->second.rank) place->second = {entry->path(), rank};
      break;
    }
  }
  if (error)
    return fail(error_code_of_errno(error.value()), printable_name(folder), error.message());
  return found;
}

PageScore compared(const ScoredText& truth, const ReadText& read) {
  const ScoredText han = han_of(truth);
  // A page of another script has no Han to compare.
  const bool by_han = !han.all.empty();
  const ScoredText& wanted = by_han ? han : truth;
  const ScoredText given = by_han ? han_of(read.text) : read.text;
  PageScore score;
  score.all = count_errors(wanted.all, given.all);
  score.main = count_errors(wanted.main, given.main);
  score.note = count_errors(wanted.note, given.note);
  score.expected_cer = read.expected_cer;
  score.signs = read.signs;
  return score;
}

Result<PageScore> score_two_files(const fs::path& truth, const fs::path& read) {
  const auto wanted = text_in(truth);
  if (!wanted) return fail(wanted);
  const auto given = text_in(read);
  if (!given) return fail(given);
  return compared(wanted->text, *given);
}

Result<PageScore> score_missing(const fs::path& truth) {
  const auto wanted = text_in(truth);
  if (!wanted) return fail(wanted);
  PageScore score = compared(wanted->text, {});
  score.missing = true;
  return score;
}

Result<std::vector<PageScore>> score_two_folders(const fs::path& truth, const fs::path& read) {
  const auto truths = files_in(truth);
  if (!truths) return fail(truths);
  if (truths->empty())
    return fail(ErrorCode::not_found, printable_name(truth), "no .txt or .xml file in it");
  const auto reads = files_in(read);
  if (!reads) return fail(reads);
  std::vector<PageScore> pages;
  for (const auto& [stem, file] : *truths) {
    const auto match = reads->find(stem);
    auto score = match == reads->end() ? score_missing(file.path)
                                       : score_two_files(file.path, match->second.path);
    if (!score) return fail(score);
    score->page = stem;
    score->book = fs::path(stem).parent_path().string();
    pages.push_back(*std::move(score));
  }
  return pages;
}

}  // namespace

Result<std::vector<PageScore>> score_files(const fs::path& truth, const fs::path& read) {
  std::error_code error;
  const bool folders = fs::is_directory(truth, error);
  for (const fs::path& side : {truth, read})
    if (!fs::exists(side, error)) return fail(ErrorCode::not_found, printable_name(side));
  if (folders != fs::is_directory(read, error))
    return fail(ErrorCode::usage,
                printable_name(truth) + ", " + printable_name(read),
                "give two files or two folders");
  if (folders) return score_two_folders(truth, read);
  auto score = score_two_files(truth, read);
  if (!score) return fail(score);
  score->page = printable_name(truth.stem());
  return std::vector{*std::move(score)};
}

}  // namespace wenlan
