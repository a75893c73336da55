// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/model_store.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "engine/base/file.h"
#include "engine/base/sha256.h"

namespace wenlan {
namespace {

Result<std::vector<ModelFile>> parse_manifest(const std::string& bytes,
                                              const std::filesystem::path& folder) {
  try {
    std::vector<ModelFile> models;
    const nlohmann::json manifest = nlohmann::json::parse(bytes);
    for (const auto& model : manifest.at("models"))
      models.push_back({model.at("name").get<std::string>(),
                        folder / model.at("file").get<std::string>(),
                        model.at("sha256").get<std::string>()});
    return models;
  } catch (const nlohmann::json::exception& error) {
    return fail(ErrorCode::bad_document, printable_name(folder / "manifest.json"), error.what());
  }
}

}  // namespace

Result<ModelStore> ModelStore::open(const std::filesystem::path& models_folder) {
  const std::filesystem::path manifest = models_folder / "manifest.json";
  const Result<std::string> bytes = read_file(manifest);
  if (!bytes && bytes.error().code == ErrorCode::not_found)
    return fail(ErrorCode::missing_model, printable_name(manifest));
  if (!bytes) return fail(bytes);
  Result<std::vector<ModelFile>> models = parse_manifest(*bytes, models_folder);
  if (!models) return fail(models);
  ModelStore store;
  store.folder_ = models_folder;
  for (ModelFile& model : *models) {
    store.names_.push_back(model.name);
    store.listed_.emplace(model.name, std::move(model));
  }
  return store;
}

Result<ModelFile> ModelStore::find(std::string_view name) const {
  const auto listed = listed_.find(name);
  if (listed == listed_.end())
    return fail(ErrorCode::missing_model,
                std::string(name),
                "not listed in " + printable_name(folder_ / "manifest.json"));
  const std::lock_guard lock(checked_->mutex);
  auto known = checked_->by_name.find(name);
  if (known == checked_->by_name.end())
    known = checked_->by_name.emplace(name, check(listed->second)).first;
  return known->second;
}

Result<ModelFile> ModelStore::check(const ModelFile& wanted) const {
  const Result<std::string> digest = sha256_of_file(wanted.path);
  if (!digest && digest.error().code == ErrorCode::not_found)
    return fail(ErrorCode::missing_model, printable_name(wanted.path));
  if (!digest) return fail(digest);
  if (*digest != wanted.sha256)
    return fail(ErrorCode::wrong_model,
                printable_name(wanted.path),
                "SHA-256 " + *digest + ", expected " + wanted.sha256);
  return wanted;
}

}  // namespace wenlan
