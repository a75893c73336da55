// SPDX-License-Identifier: GPL-3.0-or-later
// wenlan.toml <-> ArchiveSettings.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "index/archive/archive.h"

namespace wenlan {

// `subject` names the file in errors. Fails with bad_document and archive_too_new.
Result<ArchiveSettings> settings_from_toml(std::string_view toml, const std::string& subject);
std::string to_toml(const ArchiveSettings& settings);

}  // namespace wenlan
