// SPDX-License-Identifier: GPL-3.0-or-later
// UTF-8 in and out, one code point at a time. Text work beyond that is ICU's.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wenlan {

struct EncodedCodePoint {
  std::string_view bytes;              // points into the text given
  std::optional<char32_t> code_point;  // empty: these bytes are not UTF-8
};

// Cuts any bytes into code points; each byte that is not part of valid UTF-8 stands alone.
std::vector<EncodedCodePoint> code_points_with_bytes(std::string_view bytes);

// Code points of valid UTF-8; each bad byte becomes U+FFFD.
std::u32string to_code_points(std::string_view utf8);

std::string to_utf8(char32_t code_point);
std::string to_utf8(std::u32string_view code_points);

bool is_valid_utf8(std::string_view bytes);

// Normalization Form C; bytes that are not UTF-8 become U+FFFD.
std::string to_nfc(std::string_view utf8);

// Han ideographs of every block, compatibility forms and U+3007 〇 included; 〓 is not one.
bool is_han(char32_t code_point);

}  // namespace wenlan
