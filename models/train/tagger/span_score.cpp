// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/train/tagger/span_score.h"

#include <algorithm>

namespace wenlan {
namespace {

std::vector<NameSpan> annotated(const LabelledSentence& sentence) {
  std::vector<NameSpan> names;
  for (std::size_t i = 0; i < sentence.labels.size(); ++i) {
    const NameLabel label = sentence.labels[i];
    if (label == kOutside) continue;
    if (may_begin(label)) names.push_back({i, i, kNameKinds[kind_index(label)], 1});
    if (may_end(label)) names.back().end = i + 1;
  }
  return names;
}

}  // namespace

NameScores score_names(const NameTagger& tagger, const std::vector<LabelledSentence>& sentences) {
  NameScores scores;
  const auto count = [&](EntityKind kind, int SpanScore::*field) {
    const auto index = std::find(kNameKinds.begin(), kNameKinds.end(), kind) - kNameKinds.begin();
    ++(scores.by_kind[static_cast<std::size_t>(index)].*field);
    ++(scores.all.*field);
  };
  for (const LabelledSentence& sentence : sentences) {
    const std::vector<NameSpan> there = annotated(sentence);
    for (const NameSpan& name : there) count(name.kind, &SpanScore::there);
    for (const NameSpan& name : tagger.names_in(sentence.text)) {
      count(name.kind, &SpanScore::found);
      const bool right = std::any_of(there.begin(), there.end(), [&](const NameSpan& truth) {
        return truth.begin == name.begin && truth.end == name.end && truth.kind == name.kind;
      });
      if (right) count(name.kind, &SpanScore::right);
    }
  }
  return scores;
}

}  // namespace wenlan
