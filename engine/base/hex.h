// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as lower-case hexadecimal digits, and back.
#pragma once

#include <string>
#include <string_view>

namespace wenlan {

std::string hex_of(std::string_view bytes);

// Empty where `digits` is not hexadecimal.
std::string bytes_of_hex(std::string_view digits);

}  // namespace wenlan
