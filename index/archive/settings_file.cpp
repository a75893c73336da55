// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/archive/settings_file.h"

#include <sstream>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace wenlan {
namespace {

constexpr const char* kKnownKeys[] = {"format", "name", "rights", "pipeline"};

Result<void> check_keys(const toml::table& table, const std::string& subject) {
  for (const auto& [key, value] : table)
    if (std::find(std::begin(kKnownKeys), std::end(kKnownKeys), key.str()) == std::end(kKnownKeys))
      return fail(ErrorCode::bad_document, subject, fmt::format("unknown key '{}'", key.str()));
  return {};
}

}  // namespace

Result<ArchiveSettings> settings_from_toml(std::string_view toml, const std::string& subject) {
  try {
    const toml::table table = toml::parse(toml);
    const auto format = table["format"].value<int>();
    if (!format) return fail(ErrorCode::bad_document, subject, "'format' is missing");
    if (*format > kArchiveFormat)
      return fail(ErrorCode::archive_too_new,
                  subject,
                  fmt::format("format {}, this program knows {}", *format, kArchiveFormat));
    if (auto known = check_keys(table, subject); !known) return fail(known);
    return ArchiveSettings{.name = table["name"].value_or(std::string{}),
                           .rights = table["rights"].value_or(std::string{}),
                           .pipeline = table["pipeline"].value_or(std::string{"auto"})};
  } catch (const toml::parse_error& error) {
    return fail(ErrorCode::bad_document,
                subject,
                fmt::format("line {}: {}", error.source().begin.line, error.description()));
  }
}

std::string to_toml(const ArchiveSettings& settings) {
  std::ostringstream text;
  text << toml::table{{"format", kArchiveFormat},
                      {"name", settings.name},
                      {"rights", settings.rights},
                      {"pipeline", settings.pipeline}}
       << '\n';
  return text.str();
}

}  // namespace wenlan
