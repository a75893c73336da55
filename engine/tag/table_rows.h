// SPDX-License-Identifier: GPL-3.0-or-later
// Walks the rows of a table of tab-separated text; lines from # are comments.
#pragma once

#include <string_view>
#include <vector>

namespace wenlan {

inline std::vector<std::string_view> split_at(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// Calls `visit(fields)` with the fields of each row that is not empty; they point into `table`.
void for_each_row(std::string_view table, auto&& visit) {
  for (const std::string_view row : split_at(table, '\n'))
    if (!row.empty() && row.front() != '#') visit(split_at(row, '\t'));
}

}  // namespace wenlan
