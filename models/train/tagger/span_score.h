// SPDX-License-Identifier: GPL-3.0-or-later
// How well found names agree with annotated ones: exact span and kind.
#pragma once

#include <array>
#include <vector>

#include "engine/tag/name_tagger.h"
#include "models/train/tagger/labelled_text.h"

namespace wenlan {

struct SpanScore {
  int right = 0, found = 0, there = 0;
  double f1() const { return found + there == 0 ? 0 : 2.0 * right / (found + there); }
};

struct NameScores {
  SpanScore all;
  std::array<SpanScore, kNameKinds.size()> by_kind;  // in the order of kNameKinds
};

NameScores score_names(const NameTagger& tagger, const std::vector<LabelledSentence>& sentences);

}  // namespace wenlan
