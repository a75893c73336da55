// SPDX-License-Identifier: GPL-3.0-or-later
// Annotated sentences to train with and to score on.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/tag/name_labels.h"

namespace wenlan {

struct LabelledSentence {
  std::u32string text;
  std::vector<NameLabel> labels;  // one a character; a legal sequence
};

// Lines of a character, a tab and its label (B-PER, I-, E-, S-, O); an empty line ends a sentence.
// PER LOC OFI BOOK are kept, other kinds become O; broken sequences are mended.
Result<std::vector<LabelledSentence>> read_labelled(const std::filesystem::path& file);

// The sentences as a page without punctuation has them.
std::vector<LabelledSentence> without_punctuation(const std::vector<LabelledSentence>& sentences);

// The sentences of which no 12 characters in a row (punctuation aside) stand in `others`.
std::vector<LabelledSentence> not_in(const std::vector<LabelledSentence>& sentences,
                                     const std::vector<LabelledSentence>& others);

}  // namespace wenlan
