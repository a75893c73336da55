// SPDX-License-Identifier: GPL-3.0-or-later
// Writes the Xapian part of a generation. Documents get numbers 1, 2, 3 … in the order added.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/result.h"

namespace wenlan {

struct Term {
  std::string term;         // with the prefix of its field
  std::uint32_t count = 0;  // occurrences; 0 where they do not matter
};

class TermWriter {
 public:
  // Writes beside `folder` first and compacts into it at the end.
  static Result<TermWriter> create(const std::filesystem::path& folder, int commit_every);
  TermWriter(TermWriter&&) noexcept;
  TermWriter& operator=(TermWriter&&) noexcept;
  ~TermWriter();

  // `data` is what a reader gets back with the document. Fails with disk_full or io_failed.
  Result<void> add(const std::vector<Term>& terms, const std::string& data = {});
  Result<void> finish();

 private:
  struct State;
  explicit TermWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace wenlan
