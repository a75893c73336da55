// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/archive/book_record.h"

#include <array>
#include <sstream>
#include <utility>

#include <fmt/format.h>
#include <toml++/toml.h>
#include <unicode/uchar.h>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

constexpr std::size_t kLongestId = 120;

// Every field of book.toml, declared once.
constexpr std::array<std::pair<const char*, std::string BookRecord::*>, 7> kFields{{
    {"title", &BookRecord::title},
    {"creator", &BookRecord::creator},
    {"dynasty", &BookRecord::dynasty},
    {"date", &BookRecord::date},
    {"language", &BookRecord::language},
    {"rights", &BookRecord::rights},
    {"pipeline", &BookRecord::pipeline},
}};

std::string BookRecord::*field_named(std::string_view name) {
  for (const auto& [key, member] : kFields)
    if (key == name) return member;
  return nullptr;
}

bool may_stand_in_id(char32_t character) {
  return u_isalnum(static_cast<UChar32>(character)) != 0 || character == U'-' ||
         character == U'_' || character == U'.';
}

}  // namespace

Result<BookRecord> book_record_from_toml(std::string_view toml, const std::string& id) {
  BookRecord record{.id = id, .title = id, .language = "lzh"};
  try {
    for (const auto& [key, value] : toml::parse(toml)) {
      std::string BookRecord::*member = field_named(key.str());
      if (member == nullptr)
        return fail(
            ErrorCode::bad_document, id + "/book.toml", fmt::format("unknown key '{}'", key.str()));
      const auto text = value.value<std::string>();
      if (!text)
        return fail(ErrorCode::bad_document,
                    id + "/book.toml",
                    fmt::format("'{}' is not a string", key.str()));
      record.*member = *text;
    }
  } catch (const toml::parse_error& error) {
    return fail(ErrorCode::bad_document,
                id + "/book.toml",
                fmt::format("line {}: {}", error.source().begin.line, error.description()));
  }
  return record;
}

std::string to_toml(const BookRecord& record) {
  toml::table table;
  for (const auto& [key, member] : kFields)
    if (!(record.*member).empty()) table.insert(key, record.*member);
  std::ostringstream text;
  text << table << '\n';
  return text.str();
}

bool is_book_id(std::string_view id) {
  if (id.empty() || id.size() > kLongestId || id.front() == '.' || !is_valid_utf8(id)) return false;
  for (const char32_t character : to_code_points(id))
    if (!may_stand_in_id(character)) return false;
  return true;
}

std::string book_id_from(std::string_view name) {
  std::string id;
  for (const auto& [bytes, code_point] : code_points_with_bytes(name)) {
    const bool keep =
        code_point && may_stand_in_id(*code_point) && !(id.empty() && *code_point == U'.');
    const std::string_view next = keep ? bytes : "-";
    if (id.size() + next.size() > kLongestId) break;
    if (keep || (!id.empty() && id.back() != '-')) id += next;
  }
  while (!id.empty() && id.back() == '-') id.pop_back();
  return id.empty() ? "book" : id;
}

}  // namespace wenlan
