// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/cli/context.h"

#include <cstdlib>
#include <iostream>

namespace wenlan {
namespace {

namespace fs = std::filesystem;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view{} : std::string_view(value);
}

}  // namespace

int Context::tell(const Error& error) const {
  std::cerr << "wenlan: " << to_sentence(error, language_) << '\n';
  return kind_of(error.code).exit_status;
}

void Context::warn(const Error& error) const {
  std::cerr << say("wenlan: warning: ", "wenlan：注意：") << to_sentence(error, language_) << '\n';
}

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
    if (const std::string_view value = environment(name); !value.empty())
      return value.starts_with("zh") ? Language::chinese : Language::english;
  return Language::english;
}

fs::path default_models_folder() {
  if (const std::string_view folder = environment("WENLAN_MODELS"); !folder.empty())
    return fs::path(folder);
  std::error_code failure;
  const fs::path program = fs::read_symlink("/proc/self/exe", failure);
  const fs::path installed = program.parent_path().parent_path() / "share" / "wenlan" / "models";
  if (!failure && fs::exists(installed / "manifest.json", failure)) return installed;
  // build/<preset>/wenlan in a source tree
  return program.parent_path().parent_path().parent_path() / "models";
}

}  // namespace wenlan
