// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/train/tagger/labelled_text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

#include "engine/base/file.h"
#include "engine/base/utf8.h"
#include "engine/tag/table_rows.h"

namespace wenlan {
namespace {

constexpr std::array<std::string_view, kNameKinds.size()> kKindWords{"PER", "LOC", "OFI", "BOOK"};
constexpr std::string_view kPartLetters = "BIES";
constexpr std::size_t kSharedRun = 12;

NameLabel label_of(std::string_view word) {
  if (word.ends_with('\r')) word.remove_suffix(1);
  const std::size_t part = kPartLetters.find(word.empty() ? 'O' : word.front());
  const auto kind = std::find(
      kKindWords.begin(), kKindWords.end(), word.substr(std::min<std::size_t>(2, word.size())));
  if (part == std::string_view::npos || kind == kKindWords.end()) return kOutside;
  return name_label(static_cast<int>(kind - kKindWords.begin()), static_cast<NamePart>(part));
}

// Makes a legal sequence of any: a run of one kind that is not closed or not opened is made whole.
void mend(std::vector<NameLabel>& labels) {
  std::size_t begin = 0;
  while (begin < labels.size()) {
    if (labels[begin] == kOutside) {
      ++begin;
      continue;
    }
    const int kind = kind_index(labels[begin]);
    std::size_t end = begin + 1;
    while (end < labels.size() && !may_end(labels[end - 1]) && labels[end] != kOutside &&
           kind_index(labels[end]) == kind && !may_begin(labels[end]))
      ++end;
    for (std::size_t i = begin; i < end; ++i) labels[i] = name_label(kind, NamePart::inside);
    labels[begin] = name_label(kind, NamePart::begin);
    labels[end - 1] = name_label(kind, end - begin == 1 ? NamePart::single : NamePart::end);
    begin = end;
  }
}

std::unordered_set<std::u32string> runs_of(const std::vector<LabelledSentence>& sentences) {
  std::unordered_set<std::u32string> runs;
  for (const LabelledSentence& sentence : sentences)
    for (std::size_t i = 0; i + kSharedRun <= sentence.text.size(); ++i)
      runs.insert(sentence.text.substr(i, kSharedRun));
  return runs;
}

}  // namespace

Result<std::vector<LabelledSentence>> read_labelled(const std::filesystem::path& file) {
  const Result<std::string> bytes = read_file(file);
  if (!bytes) return fail(bytes);
  std::vector<LabelledSentence> sentences(1);
  for (const std::string_view line : split_at(*bytes, '\n')) {
    const std::vector<std::string_view> fields = split_at(line, '\t');
    const std::u32string character = to_code_points(fields[0]);
    if (fields.size() < 2 || character.empty()) {
      if (!sentences.back().text.empty()) sentences.emplace_back();
      continue;
    }
    sentences.back().text.push_back(character[0]);
    sentences.back().labels.push_back(label_of(fields[1]));
  }
  if (sentences.back().text.empty()) sentences.pop_back();
  for (LabelledSentence& sentence : sentences) mend(sentence.labels);
  return sentences;
}

std::vector<LabelledSentence> without_punctuation(const std::vector<LabelledSentence>& sentences) {
  std::vector<LabelledSentence> bare;
  for (const LabelledSentence& sentence : sentences) {
    LabelledSentence kept;
    for (std::size_t i = 0; i < sentence.text.size(); ++i)
      if (is_han(sentence.text[i])) {
        kept.text.push_back(sentence.text[i]);
        kept.labels.push_back(sentence.labels[i]);
      }
    mend(kept.labels);
    if (!kept.text.empty()) bare.push_back(std::move(kept));
  }
  return bare;
}

std::vector<LabelledSentence> not_in(const std::vector<LabelledSentence>& sentences,
                                     const std::vector<LabelledSentence>& others) {
  const std::unordered_set<std::u32string> known = runs_of(without_punctuation(others));
  std::vector<LabelledSentence> apart;
  for (const LabelledSentence& sentence : sentences) {
    const std::unordered_set<std::u32string> runs = runs_of(without_punctuation({sentence}));
    if (std::none_of(
            runs.begin(), runs.end(), [&](const auto& run) { return known.contains(run); }))
      apart.push_back(sentence);
  }
  return apart;
}

}  // namespace wenlan
