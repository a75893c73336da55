// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/hex.h"

#include <sodium.h>

namespace wenlan {

std::string hex_of(std::string_view bytes) {
  std::string digits(bytes.size() * 2 + 1, '\0');  // with the end that C wants
  sodium_bin2hex(digits.data(),
                 digits.size(),
                 reinterpret_cast<const unsigned char*>(bytes.data()),
                 bytes.size());
  digits.pop_back();
  return digits;
}

std::string bytes_of_hex(std::string_view digits) {
  std::string bytes(digits.size() / 2, '\0');
  const char* end = nullptr;
  const int status = sodium_hex2bin(reinterpret_cast<unsigned char*>(bytes.data()),
                                    bytes.size(),
                                    digits.data(),
                                    digits.size(),
                                    nullptr,
                                    nullptr,
                                    &end);
  return status == 0 && end == digits.data() + digits.size() ? bytes : std::string();
}

}  // namespace wenlan
