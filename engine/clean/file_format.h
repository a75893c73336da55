// SPDX-License-Identifier: GPL-3.0-or-later
// What kind of picture file some bytes are, by their first bytes alone.
#pragma once

#include <optional>
#include <string_view>

namespace wenlan {

enum class FileFormat { jpeg, png, tiff, jpeg2000, webp, bmp, pdf };

// How many first bytes the answer may depend on.
inline constexpr std::size_t kSniffedBytes = 1024;

// From the first kSniffedBytes of a file (fewer if it is shorter). Empty: none we read.
std::optional<FileFormat> sniff_format(std::string_view first_bytes);

// For messages: "JPEG 2000".
std::string_view name_of(FileFormat format);

}  // namespace wenlan
