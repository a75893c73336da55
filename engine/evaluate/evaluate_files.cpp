// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/evaluate_files.h"

#include <array>
#include <map>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine/base/file.h"
#include "engine/evaluate/scored_text.h"
#include "engine/evaluate/text_error.h"
#include "engine/formats/alto.h"
#include "engine/formats/page_xml.h"

namespace wenlan {
namespace {

namespace fs = std::filesystem;

// The first of two files for one page wins.
constexpr std::array<std::string_view, 4> kEndings{".page.xml", ".alto.xml", ".xml", ".txt"};

struct NamedFile {
  fs::path path;
  std::size_t rank = 0;  // of its ending
};

Result<ScoredText> scored_file(const fs::path& file) {
  const Result<std::string> bytes = read_file(file);
  if (!bytes) return fail(bytes);
  if (file.extension() != ".xml") return scored_text_of_plain(*bytes);
  const bool is_page = bytes->find("PcGts") != std::string::npos;
  const Result<Page> page = is_page ? from_page_xml(*bytes) : from_alto(*bytes);
  if (!page) return fail(page.error().code, printable_name(file), page.error().detail);
  return scored_text_of(*page);
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

class Tally {
 public:
  void add(const ScoredText& truth, const ScoredText& read) {
    const ScoredText han = han_of(truth);
    // A page of another script has no Han to compare.
    const bool by_han = !han.all.empty();
    const ScoredText& wanted = by_han ? han : truth;
    const ScoredText given = by_han ? han_of(read) : read;
    pages_.push_back(count_errors(wanted.all, given.all));
    all_ += pages_.back();
    main_ += count_errors(wanted.main, given.main);
    note_ += count_errors(wanted.note, given.note);
  }

  Evaluation evaluation(int missing) const {
    Evaluation result;
    result.pages = static_cast<int>(pages_.size());
    result.missing = missing;
    result.characters = all_.characters;
    result.cer = error_rate(all_.strict, all_.characters);
    result.cer_folded = error_rate(all_.folded, all_.characters);
    result.cer_order_free = error_rate(all_.missed, all_.characters);
    result.cer_main = rate_of(main_);
    result.cer_note = rate_of(note_);
    result.interval_95 = interval_95(pages_);
    return result;
  }

 private:
  static std::optional<double> rate_of(const TextErrors& errors) {
    if (errors.characters == 0) return std::nullopt;
    return error_rate(errors.strict, errors.characters);
  }

  std::vector<TextErrors> pages_;
  TextErrors all_, main_, note_;
};

Result<Evaluation> evaluate_two_files(const fs::path& truth, const fs::path& read) {
  const Result<ScoredText> wanted = scored_file(truth);
  if (!wanted) return fail(wanted);
  const Result<ScoredText> given = scored_file(read);
  if (!given) return fail(given);
  Tally tally;
  tally.add(*wanted, *given);
  return tally.evaluation(0);
}

Result<Evaluation> evaluate_two_folders(const fs::path& truth, const fs::path& read) {
  const auto truths = files_in(truth);
  if (!truths) return fail(truths);
  if (truths->empty())
    return fail(ErrorCode::not_found, printable_name(truth), "no .txt or .xml file in it");
  const auto reads = files_in(read);
  if (!reads) return fail(reads);
  Tally tally;
  int missing = 0;
  for (const auto& [stem, file] : *truths) {
    const Result<ScoredText> wanted = scored_file(file.path);
    if (!wanted) return fail(wanted);
    const auto match = reads->find(stem);
    if (match == reads->end()) {
      ++missing;
      tally.add(*wanted, {});
      continue;
    }
    const Result<ScoredText> given = scored_file(match->second.path);
    if (!given) return fail(given);
    tally.add(*wanted, *given);
  }
  return tally.evaluation(missing);
}

nlohmann::json json_of(const std::optional<double>& rate) {
  return rate ? nlohmann::json(*rate) : nlohmann::json(nullptr);
}

}  // namespace

Result<Evaluation> evaluate_files(const fs::path& truth, const fs::path& read) {
  std::error_code error;
  const bool folders = fs::is_directory(truth, error);
  for (const fs::path& side : {truth, read})
    if (!fs::exists(side, error)) return fail(ErrorCode::not_found, printable_name(side));
  if (folders != fs::is_directory(read, error))
    return fail(ErrorCode::usage,
                printable_name(truth) + ", " + printable_name(read),
                "give two files or two folders");
  return folders ? evaluate_two_folders(truth, read) : evaluate_two_files(truth, read);
}

std::string to_json(const Evaluation& evaluation) {
  const nlohmann::ordered_json json{
      {"pages", evaluation.pages},
      {"missing", evaluation.missing},
      {"characters", evaluation.characters},
      {"cer", evaluation.cer},
      {"cer_folded", evaluation.cer_folded},
      {"cer_order_free", evaluation.cer_order_free},
      {"cer_main", json_of(evaluation.cer_main)},
      {"cer_note", json_of(evaluation.cer_note)},
      {"interval_95", {evaluation.interval_95.first, evaluation.interval_95.second}},
  };
  return json.dump();
}

}  // namespace wenlan
