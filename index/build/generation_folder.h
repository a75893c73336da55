// SPDX-License-Identifier: GPL-3.0-or-later
// One builder at a time: its lock, the folder it builds in, and publishing what it has built.
#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include "engine/base/result.h"
#include "index/schema/generation.h"

namespace wenlan {

class GenerationFolder {
 public:
  // Takes the lock (fails with `busy` when another process or thread has it), removes what killed
  // builders left, and makes an empty folder to build in.
  static Result<GenerationFolder> create(const std::filesystem::path& index_folder);
  GenerationFolder(GenerationFolder&& other) noexcept
      : index_folder_(std::move(other.index_folder_)),
        name_(std::move(other.name_)),
        lock_(std::exchange(other.lock_, -1)) {}
  GenerationFolder& operator=(GenerationFolder&&) = delete;
  // Removes the folder unless it was published, and gives the lock back.
  ~GenerationFolder();

  const std::string& name() const { return name_; }
  GenerationFiles files() const;

  // Gives the folder its name, makes it the current one and removes all but it and the one that
  // was current before.
  Result<void> publish();

 private:
  GenerationFolder(std::filesystem::path index_folder, std::string name, int lock)
      : index_folder_(std::move(index_folder)), name_(std::move(name)), lock_(lock) {}
  void remove_old(const std::string& previous) const;

  std::filesystem::path index_folder_;
  std::string name_;
  int lock_ = -1;
};

}  // namespace wenlan
