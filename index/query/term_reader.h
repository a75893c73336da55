// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the Xapian part of a generation.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/result.h"

namespace wenlan {

struct Posting {
  std::uint32_t document = 0;  // from 0: the numbers of pages, then of subjects, then of books
  std::uint32_t count = 0;
};

// For one thread at a time: Xapian's handles are not shared. A generation never changes, so a
// reader stays good for as long as it is kept. All members fail with io_failed.
class TermReader {
 public:
  static Result<TermReader> open(const std::filesystem::path& folder);
  TermReader(TermReader&&) noexcept;
  TermReader& operator=(TermReader&&) noexcept;
  ~TermReader();

  // Documents that have the term.
  Result<std::uint32_t> frequency(const std::string& term) const;
  // In the order of documents.
  Result<std::vector<Posting>> postings(const std::string& term) const;
  // Documents that have at least one term of every group, in order.
  using TermGroups = std::vector<std::vector<std::string>>;
  Result<std::vector<std::uint32_t>> documents_with(const TermGroups& groups) const;
  Result<std::string> data_of(std::uint32_t document) const;

 private:
  struct State;
  explicit TermReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace wenlan
