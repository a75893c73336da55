// SPDX-License-Identifier: GPL-3.0-or-later
// Read pages against true ones: plain text, PAGE or ALTO on either side. START HERE.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>

#include "engine/base/result.h"

namespace wenlan {

// Rates are 0..1 of the truth's characters, or more when too much was read.
struct Evaluation {
  int pages = 0;
  int missing = 0;  // pages that were not read: all wrong
  std::size_t characters = 0;
  double cer = 0;
  double cer_folded = 0;
  double cer_order_free = 0;
  std::optional<double> cer_main;  // empty: the truth has no such text
  std::optional<double> cer_note;
  std::pair<double, double> interval_95;  // of cer
};

// Two files, or two folders (searched with their subfolders) whose files go together by the path
// below the folder without its ending; where a folder has both, XML is taken before text. Fails
// with not_found (also when the truth has no page), bad_document, or as reading does.
Result<Evaluation> evaluate_files(const std::filesystem::path& truth,
                                  const std::filesystem::path& read);

// {"pages", "missing", "characters", "cer", "cer_folded", "cer_order_free", "cer_main", "cer_note",
// "interval_95": [low, high]}; null for what the truth does not have.
std::string to_json(const Evaluation& evaluation);

}  // namespace wenlan
