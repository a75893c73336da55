// SPDX-License-Identifier: GPL-3.0-or-later
// Parameters of a request as values. The first wrong one is remembered; a parser reads all it wants
// and then asks for `fault`, so nothing wrong becomes a silent default.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/options.h"
#include "engine/page/geometry.h"
#include "engine/page/names.h"
#include "index/serve/http_message.h"

namespace wenlan {

class Parameters {
 public:
  explicit Parameters(const RequestTarget& target) : target_(target) {}

  // Empty when it is missing; a fault when it is longer than `longest` bytes.
  std::optional<std::string> text(std::string_view name, std::size_t longest = 300);
  int number(std::string_view name, int otherwise, Bounds<int> bounds);
  // "x,y,width,height", width and height above 0. A fault when it is missing.
  Box<ScanSpace> box(std::string_view name);
  template <class Enum, std::size_t N>
  Enum word(std::string_view name, Enum otherwise, const NameTable<Enum, N>& table) {
    const auto given = text(name);
    if (!given) return otherwise;
    if (const auto value = value_in(table, *given)) return *value;
    std::string words;
    for (const auto& [key, word] : table) words += (words.empty() ? "" : ", ") + std::string(word);
    note(name, "not one of " + words);
    return otherwise;
  }
  void note(std::string_view name, std::string why);

  // What was wrong first; parameters nobody asked for are wrong too.
  std::optional<RequestFault> fault();

 private:
  const RequestTarget& target_;
  std::vector<std::string_view> asked_for_;
  std::optional<RequestFault> fault_;
};

}  // namespace wenlan
