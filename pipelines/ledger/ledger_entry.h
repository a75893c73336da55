// SPDX-License-Identifier: GPL-3.0-or-later
// How a page was last read: what the ledger remembers of it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace wenlan {

enum class PageState {
  done = 0,
  failed = 1,       // by an error that names its reason
  quarantined = 2,  // ended its process, or ran past a limit, each time it was tried
};

// A file as stat(2) sees it: one with an equal stamp need not be read to know that it is the same.
struct FileStamp {
  std::int64_t size = -1;  // bytes; -1: no file
  std::int64_t modified_ns = 0;
  bool operator==(const FileStamp&) const = default;
};
FileStamp stamp_of(const std::filesystem::path& file);

struct StepTime {
  std::string step;
  std::int64_t took_ms = 0;
  bool operator==(const StepTime&) const = default;
};

// Why a page was not read.
struct PageFailure {
  std::string step;     // where it ended
  std::string code;     // ErrorKind::name
  std::string message;  // one sentence
  std::string scan;     // the file as the user named it
  bool operator==(const PageFailure&) const = default;
};

struct LedgerEntry {
  PageState state = PageState::done;
  std::string input;          // SHA-256 of what the page is made from, hexadecimal
  std::int64_t workflow = 0;  // Ledger::number_of
  // Of the page file as it was last written; empty: never, or not known to be a machine's.
  std::string page_sha256;
  FileStamp page_stamp;
  float expected_cer = 0;      // 0..1
  std::vector<float> pitches;  // of the page's registers, found on that page alone
  double book_pitch = 0;       // the grid of the book it was read with; 0: with none
  std::vector<StepTime> times;
  std::string host;
  int attempts = 0;           // with these inputs and this workflow, this one included
  std::int64_t ended_at = 0;  // seconds since 1970-01-01 UTC
  PageFailure failure;        // empty when done
  bool operator==(const LedgerEntry&) const = default;
};

struct PageEntry {
  std::string page;
  LedgerEntry entry;
};

}  // namespace wenlan
