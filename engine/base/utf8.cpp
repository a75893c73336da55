// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/utf8.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace wenlan {
namespace {

// The code point at bytes[next], with `next` moved behind it; negative when the bytes are not
// UTF-8.
UChar32 take_code_point(std::string_view bytes, std::size_t& next) {
  const auto length = static_cast<int32_t>(bytes.size());
  auto position = static_cast<int32_t>(next);
  UChar32 code_point = 0;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // inside ICU's macro
  U8_NEXT(bytes.data(), position, length, code_point);
#pragma GCC diagnostic pop
  next = code_point < 0 ? next + 1 : static_cast<std::size_t>(position);
  return code_point;
}

}  // namespace

std::vector<EncodedCodePoint> code_points_with_bytes(std::string_view bytes) {
  std::vector<EncodedCodePoint> cut;
  for (std::size_t next = 0; next < bytes.size();) {
    const std::size_t begin = next;
    const UChar32 code_point = take_code_point(bytes, next);
    cut.push_back({bytes.substr(begin, next - begin),
                   code_point < 0 ? std::nullopt
                                  : std::optional<char32_t>(static_cast<char32_t>(code_point))});
  }
  return cut;
}

std::u32string to_code_points(std::string_view utf8) {
  std::u32string code_points;
  for (std::size_t next = 0; next < utf8.size();) {
    const UChar32 code_point = take_code_point(utf8, next);
    code_points += code_point < 0 ? U'\uFFFD' : static_cast<char32_t>(code_point);
  }
  return code_points;
}

std::string to_utf8(char32_t code_point) {
  char bytes[U8_MAX_LENGTH];
  int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, code_point);
  return {bytes, static_cast<std::size_t>(length)};
}

std::string to_utf8(std::u32string_view code_points) {
  std::string utf8;
  for (const char32_t code_point : code_points) utf8 += to_utf8(code_point);
  return utf8;
}

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t next = 0; next < bytes.size();)
    if (take_code_point(bytes, next) < 0) return false;
  return true;
}

std::string to_nfc(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return std::string(utf8);  // ICU without its data: nothing to compose by
  const auto text = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  std::string composed;
  return normalizer->normalize(text, status).toUTF8String(composed);
}

bool is_han(char32_t code_point) {
  const auto character = static_cast<UChar32>(code_point);
  return u_hasBinaryProperty(character, UCHAR_IDEOGRAPHIC) != 0 &&
         uscript_hasScript(character, USCRIPT_HAN) != 0;
}

}  // namespace wenlan
