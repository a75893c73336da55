// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 (FIPS 180-4) of bytes and files, as lower-case hexadecimal.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace wenlan {

// 64 hexadecimal digits.
std::string sha256_of(std::string_view bytes);

// Reads the file in pieces: memory does not grow with it. Fails as opening or reading does.
Result<std::string> sha256_of_file(const std::filesystem::path& file);

}  // namespace wenlan
