// SPDX-License-Identifier: GPL-3.0-or-later
// The models, fetched or our own, by name: the manifest says which file and which SHA-256.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"

namespace wenlan {

// A model whose bytes are the manifest's.
struct ModelFile {
  std::string name;
  std::filesystem::path path;
  std::string sha256;  // 64 lower-case hexadecimal digits
};

// Reads <folder>/manifest.json, which names files from <folder> on. Const members may be called by
// many threads. Open one for a process: each file is hashed once for each store.
class ModelStore {
 public:
  // Fails with missing_model when there is no manifest, bad_document when it does not parse.
  static Result<ModelStore> open(const std::filesystem::path& models_folder);

  // Fails with missing_model (no such name, or the file is not there) and wrong_model (other bytes
  // than the manifest's); both name the file.
  Result<ModelFile> find(std::string_view name) const;

  // As the manifest lists them.
  const std::vector<std::string>& names() const { return names_; }
  const std::filesystem::path& folder() const { return folder_; }

 private:
  struct Checked {
    std::mutex mutex;
    std::map<std::string, Result<ModelFile>, std::less<>> by_name;
  };

  ModelStore() = default;
  Result<ModelFile> check(const ModelFile& wanted) const;

  std::filesystem::path folder_;
  std::vector<std::string> names_;
  std::map<std::string, ModelFile, std::less<>> listed_;
  std::unique_ptr<Checked> checked_ = std::make_unique<Checked>();
};

}  // namespace wenlan
