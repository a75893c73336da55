// SPDX-License-Identifier: GPL-3.0-or-later
// Ids that XML accepts (xsd:ID): no two alike, none that begins with a digit.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace wenlan {

class UniqueIds {
 public:
  // `wanted` where it is a free and lawful id, else one made from it.
  std::string take(std::string_view wanted);

 private:
  std::set<std::string> taken_;
};

}  // namespace wenlan
