// SPDX-License-Identifier: GPL-3.0-or-later
// Looks whether everything Wenlan needs is there, and says how to mend what is not.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace wenlan {

enum class Health { good, warning, bad };

struct Finding {
  Health health = Health::good;
  std::string what;          // "model ppocrv6-small-detector"
  std::string found;         // what there is: version, size, reason
  std::string mend_english;  // empty when good
  std::string mend_chinese;
};

// Models and their SHA-256, Tesseract languages, fonts of the samples, free disk, memory and
// limits of the process, versions of the libraries. Never fails. `archive` is where disk is needed.
std::vector<Finding> examine(const std::filesystem::path& models_folder,
                             const std::optional<std::filesystem::path>& archive);

}  // namespace wenlan
