// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats/unique_ids.h"

#include <fmt/format.h>

namespace wenlan {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_id_character(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

}  // namespace

std::string UniqueIds::take(std::string_view wanted) {
  const bool may_begin = !wanted.empty() && (is_letter(wanted[0]) || wanted[0] == '_');
  std::string lawful(may_begin ? 0 : 1, '_');
  for (const char c : wanted) lawful += is_id_character(c) ? c : '_';
  std::string id = lawful;
  for (int number = 2; !taken_.insert(id).second; ++number)
    id = fmt::format("{}_{}", lawful, number);
  return id;
}

}  // namespace wenlan
