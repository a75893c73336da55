// SPDX-License-Identifier: GPL-3.0-or-later
// How an archive stands: what is read, what failed and why, which readings are doubtful.
#pragma once

#include <string>
#include <vector>

#include "engine/base/result.h"
#include "index/archive/archive.h"

namespace wenlan {

struct PageCounts {
  int done = 0;
  int failed = 0;
  int waiting = 0;
};

struct ArchiveReport {
  struct Book {
    std::string id;
    std::string title;
    PageCounts pages;
  };
  struct Failure {
    std::string book;
    std::string page;
    std::string scan;  // the file as the user named it
    std::string step;
    std::string code;
    std::string message;  // one sentence: file, reason, way out
    int attempts = 0;
  };
  struct Doubt {
    std::string book;
    std::string page;
    float expected_cer = 0;
  };
  std::vector<Book> books;
  PageCounts pages;
  std::vector<Failure> failed;
  std::vector<Doubt> doubtful;  // worst first
  double pages_per_hour = 0;    // of the latest run; 0 when nothing was read
};

// Pages expected to have more errors than this are doubtful.
inline constexpr float kDoubtfulCer = 0.10F;

Result<ArchiveReport> make_report(const Archive& archive);

// The shape of contracts: {"books", "pages", "failed", "doubtful", "pages_per_hour"}.
std::string to_json(const ArchiveReport& report);

}  // namespace wenlan
