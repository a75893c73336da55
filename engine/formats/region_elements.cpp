// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats/region_elements.h"

#include <algorithm>
#include <map>
#include <utility>

#include "engine/formats/page_xml_words.h"
#include "engine/formats/xml_document.h"

namespace wenlan::page_xml {
namespace {

using pugi::xml_node;

void collect_references(xml_node group, int depth, std::vector<std::string_view>& ids) {
  std::vector<std::pair<int, xml_node>> members;
  for (const xml_node child : group.children()) {
    if (child.type() != pugi::node_element) continue;
    members.emplace_back(child.attribute("index").as_int(static_cast<int>(members.size())), child);
  }
  std::stable_sort(members.begin(), members.end(), [](const auto& a, const auto& b) {
    return a.first < b.first;
  });
  for (const auto& [index, member] : members) {
    if (const auto reference = member.attribute("regionRef")) ids.push_back(reference.value());
    if (depth < kDeepestNesting) collect_references(member, depth + 1, ids);
  }
}

}  // namespace

// What a region element of any writer is to us; nothing for separators and noise.
std::optional<RegionKind> kind_of_region(std::string_view element, std::string_view type) {
  if (element == "TextRegion") {
    if (type == "marginalia") return RegionKind::head_margin;
    if (type == "header" || type == "footer" || type == "page-number")
      return RegionKind::fold_strip;
    if (type == "heading") return RegionKind::headline;
    return RegionKind::text;
  }
  if (element == "GraphicRegion")
    return type == "stamp" ? RegionKind::seal : RegionKind::illustration;
  if (element == "TableRegion") return RegionKind::table;
  if (element == "AdvertRegion" || element == "UnknownRegion" || element == "CustomRegion")
    return RegionKind::text;
  if (element == "SeparatorRegion" || element == "NoiseRegion" || !element.ends_with("Region"))
    return std::nullopt;
  return RegionKind::illustration;
}

Stream stream_of_region(RegionKind kind) {
  switch (kind) {
    case RegionKind::head_margin:
      return Stream::head_note;
    case RegionKind::fold_strip:
      return Stream::running_title;
    case RegionKind::seal:
      return Stream::seal;
    case RegionKind::illustration:
      return Stream::other;
    default:
      return Stream::main;
  }
}

std::optional<WritingMode> mode_of_direction(std::string_view direction, std::string_view order) {
  for (const DirectionWord& word : kDirectionWords)
    if (word.reading_direction == direction && (order.empty() || word.line_order == order))
      return word.mode;
  return std::nullopt;
}

std::vector<xml_node> regions_in_order(xml_node page) {
  std::vector<std::string_view> references;
  collect_references(child_named(page, "ReadingOrder"), 0, references);
  std::map<std::string_view, std::size_t> place;
  for (const std::string_view id : references) place.emplace(id, place.size());
  std::vector<std::pair<std::size_t, xml_node>> regions;
  for (const xml_node child : page.children()) {
    if (!local_name(child).ends_with("Region")) continue;
    const auto found = place.find(child.attribute("id").value());
    regions.emplace_back(found == place.end() ? place.size() : found->second, child);
  }
  std::stable_sort(regions.begin(), regions.end(), [](const auto& a, const auto& b) {
    return a.first < b.first;
  });
  std::vector<xml_node> ordered;
  for (const auto& [index, region] : regions) ordered.push_back(region);
  return ordered;
}

}  // namespace wenlan::page_xml
