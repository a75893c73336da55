// SPDX-License-Identifier: GPL-3.0-or-later
// What the routes answer from: the archive, its index and its knowledge, opened when first needed.
#pragma once

#include <cstddef>
#include <ctime>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "engine/page/page.h"
#include "index/archive/archive.h"
#include "index/knowledge/knowledge_store.h"
#include "index/query/searcher.h"

namespace wenlan {

// What lists of pages and pictures need of a page, without its text.
struct PageFacts {
  PageKind kind = PageKind::text;
  Size<ScanSpace> size;            // 0 x 0 on text-only pages
  std::string leaf;                // 卷一 葉三; may be empty
  std::optional<ScanSource> scan;  // none on text-only pages
};

// All members are safe to call from many threads.
class ServedArchive {
 public:
  explicit ServedArchive(const Archive& archive) : archive_(archive) {}

  const Archive& archive() const { return archive_; }
  // Fail with missing_index until the archive has been indexed.
  Result<const Searcher*> searcher() const;
  Result<const KnowledgeStore*> knowledge() const;

  // Read from the page's file once and again when that has changed. Fails as Archive::page does.
  Result<PageFacts> facts(const std::string& book, const std::string& page) const;

 private:
  struct KeptFacts {
    std::filesystem::file_time_type written;
    PageFacts facts;
  };

  const Archive archive_;
  mutable std::mutex opening_;
  mutable std::optional<Searcher> searcher_;
  mutable std::optional<KnowledgeStore> knowledge_;
  mutable std::mutex facts_mutex_;
  mutable std::map<std::pair<std::string, std::string>, KeptFacts> facts_;
};

}  // namespace wenlan
