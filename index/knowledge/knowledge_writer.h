// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a new knowledge.sqlite aside from the entities of all pages, and publishes it by a rename.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/page/page.h"
#include "index/knowledge/knowledge_store.h"

namespace wenlan {

struct KnowledgeOptions {
  int snippet_characters = 16;  // context on either side of a mention
  int near_characters = 40;     // two subjects so close on a page are related as near
};

// Numbers of subjects count from 0 in the order they are first met.
class KnowledgeWriter {
 public:
  // Writes to "<file>.new"; a leftover there is overwritten.
  static Result<KnowledgeWriter> create(const std::filesystem::path& file,
                                        const KnowledgeOptions& options);
  KnowledgeWriter(KnowledgeWriter&&) noexcept;
  KnowledgeWriter& operator=(KnowledgeWriter&&) noexcept;
  ~KnowledgeWriter();

  Result<void> begin_book(const std::string& id, const std::string& title);
  // The numbers of the subjects the page names, each once, sorted.
  Result<std::vector<std::uint32_t>> add_page(const Page& page);

  std::uint32_t subject_count() const;
  const std::string& id_of(std::uint32_t subject) const;
  // The commonest written form is the name, the others are aliases.
  SubjectRecord record_of(std::uint32_t subject) const;

  // Completes the file and syncs it. Nothing may be added afterwards.
  Result<void> finish();
  // Renames it over the published one.
  Result<void> publish();

 private:
  class State;
  explicit KnowledgeWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace wenlan
