// SPDX-License-Identifier: GPL-3.0-or-later
// A parsed XML file that remembers the first thing found wrong with it, and where.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <pugixml.hpp>

#include "engine/base/result.h"
#include "engine/page/geometry.h"

namespace wenlan {

// No network, no other files, no entity expansion beyond the five of XML. Reading goes on after a
// fault with a default in place, so readers stay straight; they end with `first_error`.
class XmlDocument {
 public:
  // Fails with bad_document when it is not well-formed or has no root element.
  static Result<XmlDocument> parse(std::string_view bytes);

  pugi::xml_node root() const { return document_->document_element(); }
  // Notes that something is wrong with an element; only the first counts.
  void note_fault(pugi::xml_node where, std::string_view what);
  const std::optional<Error>& first_error() const { return first_error_; }

  // Attributes as numbers; a fault is noted when there is one that is none.
  int whole_number(pugi::xml_node node, const char* attribute, int otherwise);
  double number(pugi::xml_node node, const char* attribute, double otherwise);
  Polygon<ScanSpace> points(pugi::xml_node node, const char* attribute);
  // 0..1.
  float confidence(pugi::xml_node node, const char* attribute);

 private:
  XmlDocument() = default;
  std::string place_of(std::size_t offset) const;

  std::string bytes_;
  std::unique_ptr<pugi::xml_document> document_ = std::make_unique<pugi::xml_document>();
  std::optional<Error> first_error_;
};

// The name without its prefix: other writers put PAGE elements under one.
std::string_view local_name(pugi::xml_node node);
// The first child element of that local name; a null node when there is none.
pugi::xml_node child_named(pugi::xml_node node, std::string_view name);

}  // namespace wenlan
