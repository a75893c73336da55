// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that were compared, summed up: over all and by book.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/evaluate/text_error.h"
#include "engine/quality/signs.h"

namespace wenlan {

// One page compared with its truth.
struct PageScore {
  std::string page;      // path below the folder, without ending
  std::string book;      // the folder part of it; may be empty
  bool missing = false;  // it was not read: all wrong
  TextErrors all, main, note;
  // Of PAGE files with characters only: what is estimated of them, and the signs that speak for it.
  std::optional<double> expected_cer;
  SignSums signs;
};

// Rates are 0..1 of the truth's characters, or more when too much was read.
struct StreamEvaluation {
  std::size_t characters = 0;
  double cer = 0;
  double cer_folded = 0;
  Interval interval_95;
  Interval interval_95_folded;
};

struct Evaluation {
  int pages = 0;
  int missing = 0;
  StreamEvaluation all;
  double cer_order_free = 0;
  std::optional<StreamEvaluation> main;  // empty: the truth has no such text
  std::optional<StreamEvaluation> note;
  // Of expected_cer with cer_folded by page, over pages whose truth has text; empty where it cannot
  // be told (rank_correlation.h).
  std::optional<double> expected_cer_correlation;
};

Evaluation evaluate(const std::vector<PageScore>& pages);

// By book, in the order they are first met; empty when no page lies in a folder.
std::vector<std::pair<std::string, Evaluation>> evaluate_books(const std::vector<PageScore>& pages);

// {"pages", "missing", "characters", "cer", "cer_folded", "cer_order_free", "cer_main", "cer_note",
// "interval_95": [low, high], "interval_95_folded", "main": {"characters", "cer", "cer_folded",
// "interval_95", "interval_95_folded"}, "note", "expected_cer_correlation", "books": [{"book", and
// the same}]}, with null for what the truth does not have. `each_page` adds "by_page": [{"page",
// "missing", "characters", "cer", "cer_folded", "cer_order_free", "expected_cer", "signs": {name:
// count}}].
std::string to_json(const std::vector<PageScore>& pages, bool each_page);

}  // namespace wenlan
