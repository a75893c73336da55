// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag/character_clusters.h"

#include <charconv>
#include <string>

#include "engine/base/utf8.h"
#include "engine/tag/table_rows.h"

namespace wenlan {
namespace {

std::uint64_t pair_key(char32_t first, char32_t second) {
  return std::uint64_t{first} << 32 | second;
}

// Group numbers of the file count from 0; ours keep 0 for the unknown.
std::uint16_t group_of(std::string_view field) {
  std::uint16_t number = 0;
  std::from_chars(field.data(), field.data() + field.size(), number);
  return static_cast<std::uint16_t>(number + 1);
}

}  // namespace

CharacterClusters CharacterClusters::from_table(std::string_view table) {
  CharacterClusters clusters;
  std::vector<std::uint64_t> keys;
  for_each_row(table, [&](const std::vector<std::string_view>& fields) {
    if (fields.size() != 4) return;
    const Cluster cluster{group_of(fields[1]), group_of(fields[2])};
    const std::u32string members = to_code_points(fields[3]);
    if (fields[0] == "1") {
      for (const char32_t member : members) {
        if (member >= clusters.characters_.size()) clusters.characters_.resize(member + 1);
        clusters.characters_[member] = cluster;
      }
    } else {
      for (std::size_t i = 0; i + 1 < members.size(); i += 2) {
        keys.push_back(pair_key(members[i], members[i + 1]));
        clusters.pairs_.push_back(cluster);
      }
    }
  });
  clusters.pair_places_ = KeyTable(keys);
  return clusters;
}

Cluster CharacterClusters::of(char32_t folded, char32_t next) const {
  const std::uint32_t place = pair_places_.find(pair_key(folded, next));
  return place == KeyTable::kAbsent ? Cluster{} : pairs_[place];
}

}  // namespace wenlan
