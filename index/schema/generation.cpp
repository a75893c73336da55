// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/schema/generation.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "engine/base/file.h"
#include "index/schema/index_version.h"

namespace wenlan {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

std::string_view name_of(SearchStream stream) {
  constexpr std::array<std::string_view, kSearchStreams> kNames{"main", "note", "other"};
  return kNames[static_cast<std::size_t>(stream)];
}

bool is_generation_name(const std::string& name) {
  return name.size() >= 6 &&
         std::all_of(name.begin(), name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Manifest manifest_of(const json& from) {
  Manifest manifest;
  manifest.features = from.at("features").get<std::vector<std::string>>();
  manifest.variants = from.at("variants").get<std::string>();
  manifest.pages = from.at("pages").get<std::uint32_t>();
  manifest.subjects = from.at("subjects").get<std::uint32_t>();
  manifest.characters = from.at("characters").get<std::uint64_t>();
  for (const json& book : from.at("books"))
    manifest.books.push_back({book.at("id").get<std::string>(),
                              book.at("title").get<std::string>(),
                              book.at("creator").get<std::string>(),
                              book.at("dynasty").get<std::string>(),
                              book.at("first_page").get<std::uint32_t>(),
                              book.at("pages").get<std::uint32_t>()});
  return manifest;
}

}  // namespace

fs::path GenerationFiles::folded(SearchStream stream) const {
  return folder / (std::string(name_of(stream)) + ".folded");
}

fs::path GenerationFiles::printed(SearchStream stream) const {
  return folder / (std::string(name_of(stream)) + ".printed");
}

Result<void> keep_manifest(const Manifest& manifest, const GenerationFiles& files) {
  json books = json::array();
  for (const ManifestBook& book : manifest.books)
    books.push_back({{"id", book.id},
                     {"title", book.title},
                     {"creator", book.creator},
                     {"dynasty", book.dynasty},
                     {"first_page", book.first_page},
                     {"pages", book.pages}});
  const json text{{"features", manifest.features},
                  {"variants", manifest.variants},
                  {"pages", manifest.pages},
                  {"subjects", manifest.subjects},
                  {"characters", manifest.characters},
                  {"books", std::move(books)}};
  return write_file_atomically(files.manifest(),
                               text.dump(1, ' ', false, json::error_handler_t::replace) + "\n");
}

Result<Manifest> read_manifest(const GenerationFiles& files) {
  const auto bytes = read_file(files.manifest());
  if (!bytes)
    return bytes.error().code == ErrorCode::not_found
               ? fail(ErrorCode::missing_index, printable_name(files.folder))
               : fail(bytes);
  const json parsed = json::parse(*bytes, nullptr, false);
  // Features first: a newer manifest may have changed everything else.
  std::vector<std::string> features;
  std::string variants;
  Manifest manifest;
  try {
    features = parsed.at("features").get<std::vector<std::string>>();
    variants = parsed.at("variants").get<std::string>();
    if (const auto usable = check_index_version(features, variants, printable_name(files.folder));
        !usable)
      return fail(usable);
    manifest = manifest_of(parsed);
  } catch (const json::exception& error) {
    return fail(ErrorCode::bad_document, printable_name(files.manifest()), error.what());
  }
  return manifest;
}

fs::path current_file(const fs::path& index_folder) {
  return index_folder / "current";
}

Result<std::string> published_generation(const fs::path& index_folder) {
  const auto bytes = read_file(current_file(index_folder));
  if (!bytes) {
    const bool absent = bytes.error().code == ErrorCode::not_found;
    return absent ? fail(ErrorCode::missing_index, printable_name(index_folder.parent_path()))
                  : fail(bytes);
  }
  std::string name = bytes->substr(0, bytes->find('\n'));
  if (!is_generation_name(name))
    return fail(ErrorCode::bad_document, printable_name(current_file(index_folder)));
  return name;
}

Result<void> publish_generation(const fs::path& index_folder, const std::string& name) {
  return write_file_atomically(current_file(index_folder), name + "\n");
}

std::vector<std::string> generations_in(const fs::path& index_folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry(index_folder, error), end; !error && entry != end;
       entry.increment(error))
    if (std::string name = entry->path().filename().string(); is_generation_name(name))
      names.push_back(std::move(name));
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace wenlan
