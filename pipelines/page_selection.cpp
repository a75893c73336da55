// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/page_selection.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <limits>

#include <sys/stat.h>

namespace wenlan {
namespace {

std::optional<int> number_from(std::string_view text) {
  int number = 0;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = failure == std::errc() && end == text.data() + text.size();
  return whole && number >= 0 ? std::optional(number) : std::nullopt;
}

std::optional<FileTime> date_from(const std::string& text) {
  for (const char* const form : {"%Y-%m-%dT%H:%M", "%Y-%m-%d"}) {
    std::tm parts{};
    parts.tm_isdst = -1;  // as the time zone says
    const char* const end = ::strptime(text.c_str(), form, &parts);
    if (end != nullptr && *end == '\0')
      return std::chrono::system_clock::from_time_t(std::mktime(&parts));
  }
  return std::nullopt;
}

std::optional<std::chrono::seconds> duration_from(std::string_view text) {
  using namespace std::chrono_literals;
  constexpr std::array<std::pair<char, std::chrono::seconds>, 3> kUnits{
      {{'m', 60s}, {'h', 3600s}, {'d', 86'400s}}};
  if (text.empty()) return std::nullopt;
  const auto count = number_from(text.substr(0, text.size() - 1));
  for (const auto& [letter, length] : kUnits)
    if (count && text.back() == letter) return *count * length;
  return std::nullopt;
}

}  // namespace

Result<PageRange> page_range_from(std::string_view text) {
  const std::size_t dash = text.find('-');
  const auto first = number_from(text.substr(0, dash));
  const auto last = dash == std::string_view::npos ? first
                    : dash + 1 == text.size()      ? std::numeric_limits<int>::max()
                                                   : number_from(text.substr(dash + 1));
  if (first && last && *first <= *last) return PageRange{*first, *last};
  return fail(ErrorCode::usage, "--pages " + std::string(text), "as in 12, 12-20 or 7-");
}

Result<FileTime> moment_from(const std::string& text, FileTime now) {
  if (const auto before = duration_from(text)) return now - *before;
  if (const auto date = date_from(text)) return *date;
  return fail(ErrorCode::usage, "--since " + text, "as in 2026-11-21, 2026-11-21T18:00 or 12h");
}

bool PageSelection::has(const std::string& page, const std::filesystem::path& scan) const {
  const auto number = number_from(page);
  const auto holds = [&](const PageRange& range) {
    return number && range.first <= *number && *number <= range.last;
  };
  if (!pages.empty() && std::none_of(pages.begin(), pages.end(), holds)) return false;
  if (!since) return true;
  struct stat status {};
  // A scan that is gone is to be told of, not passed over.
  return ::stat(scan.c_str(), &status) != 0 ||
         std::chrono::system_clock::from_time_t(status.st_mtim.tv_sec) >= *since;
}

}  // namespace wenlan
