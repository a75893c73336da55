// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats/xml_document.h"

#include <algorithm>

#include <fmt/format.h>

#include "engine/base/utf8.h"
#include "engine/formats/points.h"

namespace wenlan {

Result<XmlDocument> XmlDocument::parse(std::string_view bytes) {
  XmlDocument document;
  document.bytes_ = bytes;
  const pugi::xml_parse_result parsed =
      document.document_->load_buffer(bytes.data(),
                                      bytes.size(),
                                      pugi::parse_default | pugi::parse_ws_pcdata_single,
                                      pugi::encoding_auto);
  if (!parsed)
    return fail(ErrorCode::bad_document,
                {},
                fmt::format("{}: {}",
                            document.place_of(static_cast<std::size_t>(parsed.offset)),
                            parsed.description()));
  if (parsed.encoding == pugi::encoding_utf8 && !is_valid_utf8(bytes))
    return fail(ErrorCode::bad_document, {}, "bytes that are not UTF-8");
  if (!document.root()) return fail(ErrorCode::bad_document, {}, "line 1: no element");
  return document;
}

std::string XmlDocument::place_of(std::size_t offset) const {
  const auto end = bytes_.begin() + static_cast<std::ptrdiff_t>(std::min(offset, bytes_.size()));
  return fmt::format("line {}", 1 + std::count(bytes_.begin(), end, '\n'));
}

void XmlDocument::note_fault(pugi::xml_node where, std::string_view what) {
  if (first_error_) return;
  const pugi::xml_attribute id =
      where.attribute("id") ? where.attribute("id") : where.attribute("ID");
  std::string place =
      place_of(static_cast<std::size_t>(std::max<std::ptrdiff_t>(where.offset_debug(), 0)));
  place += fmt::format(", {}", where.name());
  if (id) place += fmt::format(" '{}'", id.value());
  first_error_ = Error{ErrorCode::bad_document, {}, fmt::format("{}: {}", place, what)};
}

int XmlDocument::whole_number(pugi::xml_node node, const char* attribute, int otherwise) {
  const pugi::xml_attribute found = node.attribute(attribute);
  if (!found) return otherwise;
  if (const auto value = parse_whole_number(found.value())) return *value;
  note_fault(node, fmt::format("{} is '{}', not a whole number", attribute, found.value()));
  return otherwise;
}

double XmlDocument::number(pugi::xml_node node, const char* attribute, double otherwise) {
  const pugi::xml_attribute found = node.attribute(attribute);
  if (!found) return otherwise;
  if (const auto value = parse_number(found.value())) return *value;
  note_fault(node, fmt::format("{} is '{}', not a number", attribute, found.value()));
  return otherwise;
}

Polygon<ScanSpace> XmlDocument::points(pugi::xml_node node, const char* attribute) {
  if (auto outline = parse_points(node.attribute(attribute).value())) return *std::move(outline);
  note_fault(node, fmt::format("{} are not points 'x,y x,y …'", attribute));
  return {};
}

float XmlDocument::confidence(pugi::xml_node node, const char* attribute) {
  const double value = number(node, attribute, 1);
  if (value < 0 || value > 1) note_fault(node, fmt::format("{} is not between 0 and 1", attribute));
  return static_cast<float>(std::clamp(value, 0., 1.));
}

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_named(pugi::xml_node node, std::string_view name) {
  for (const pugi::xml_node child : node.children())
    if (child.type() == pugi::node_element && local_name(child) == name) return child;
  return {};
}

}  // namespace wenlan
