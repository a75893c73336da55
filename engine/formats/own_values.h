// SPDX-License-Identifier: GPL-3.0-or-later
// What an element of PAGE says in its own block of `custom`.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/formats/custom_attribute.h"
#include "engine/formats/xml_document.h"
#include "engine/page/geometry.h"
#include "engine/page/names.h"

namespace wenlan {

// The values of one block, or none where `block` is null. What is there but cannot be understood
// is noted as a fault of `node` in the document, and counts as absent. Keeps references to all.
class OwnValues {
 public:
  OwnValues(XmlDocument& document, pugi::xml_node node, const CustomBlock* block)
      : document_(document), node_(node), block_(block) {}

  const std::string* text(std::string_view key) const {
    return block_ == nullptr ? nullptr : block_->find(key);
  }
  std::optional<int> whole(std::string_view key) const;
  std::optional<std::size_t> count(std::string_view key) const;  // noted, and 0, below 0
  std::optional<double> number(std::string_view key) const;
  std::optional<Polygon<ScanSpace>> outline() const;

  template <class Enum, std::size_t N>
  std::optional<Enum> word(std::string_view key, const NameTable<Enum, N>& table) const {
    const std::string* const value = text(key);
    if (value == nullptr) return std::nullopt;
    const auto found = value_in(table, *value);
    if (!found) note(key);
    return found;
  }

 private:
  void note(std::string_view key) const;

  XmlDocument& document_;
  pugi::xml_node node_;
  const CustomBlock* block_;
};

}  // namespace wenlan
