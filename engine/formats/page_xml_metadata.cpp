// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats/page_xml_metadata.h"

#include <sstream>

#include "engine/formats/page_xml_words.h"

namespace wenlan {
namespace {

using namespace page_xml;
using pugi::xml_node;

// The schema wants a time. What was made when is the ledger's: here it would make equal pages
// differ, so it is always the same.
constexpr std::string_view kNoTime = "1970-01-01T00:00:00";

void write_item(XmlWriter& xml,
                std::string_view type,
                std::string_view name,
                std::string_view value) {
  xml.open("MetadataItem");
  xml.attribute("type", type);
  xml.attribute("name", name);
  xml.attribute("value", value);
  xml.close();
}

void write_step(XmlWriter& xml, const Step& step) {
  xml.open("MetadataItem");
  xml.attribute("type", "processingStep");
  xml.attribute("name", step.name);
  xml.attribute("value", "wenlan " + step.name);
  xml.open("Labels");
  const auto label = [&](std::string_view type, std::string_view value) {
    xml.open("Label");
    xml.attribute("value", value);
    xml.attribute("type", type);
    xml.close();
  };
  label(kVersionLabel, step.version);
  label(kOptionsLabel, step.options_digest);
  label(kModelLabel, step.model);
  xml.close();
  xml.close();
}

Bend bend_in(XmlDocument& document, xml_node item) {
  Bend bend;
  std::istringstream numbers(item.attribute("value").value());
  numbers >> bend.width >> bend.height;
  for (double& weight : bend.across) numbers >> weight;
  for (double& weight : bend.down) numbers >> weight;
  if (numbers && !bend.is_flat()) return bend;
  document.note_fault(item, "not the size of a frame and the terms of a bend");
  return {};
}

}  // namespace

void write_page_metadata(XmlWriter& xml, const Page& page) {
  xml.open("Metadata");
  xml.element("Creator", "Wenlan");
  xml.element("Created", kNoTime);
  xml.element("LastChange", kNoTime);
  for (const Step& step : page.steps) write_step(xml, step);
  write_item(xml, "imageProperties", kFrameItem, fmt::format("{}", page.scan.frame));
  write_item(xml, "imageProperties", kSha256Item, page.scan.sha256);
  write_item(xml,
             "other",
             kPlacementItem,
             fmt::format("{}", fmt::join(page.placement.scan_to_clean(), " ")));
  if (const Bend& bend = page.placement.bend(); !bend.is_flat())
    write_item(xml,
               "other",
               kBendItem,
               fmt::format("{} {} {} {}",
                           bend.width,
                           bend.height,
                           fmt::join(bend.across, " "),
                           fmt::join(bend.down, " ")));
  write_item(xml, "other", kExpectedCerItem, fmt::format("{}", page.quality.expected_cer));
  xml.close();
}

void read_page_metadata(XmlDocument& document, xml_node metadata, Page& page) {
  for (const xml_node item : metadata.children()) {
    const std::string_view name = item.attribute("name").value();
    const std::string value = item.attribute("value").value();
    if (std::string_view(item.attribute("type").value()) == "processingStep") {
      Step step{.name = std::string(name)};
      for (const xml_node label : child_named(item, "Labels").children()) {
        const std::string_view type = label.attribute("type").value();
        if (type == kVersionLabel) step.version = label.attribute("value").value();
        if (type == kOptionsLabel) step.options_digest = label.attribute("value").value();
        if (type == kModelLabel) step.model = label.attribute("value").value();
      }
      page.steps.push_back(std::move(step));
    } else if (name == kFrameItem) {
      page.scan.frame = document.whole_number(item, "value", 0);
    } else if (name == kSha256Item) {
      page.scan.sha256 = value;
    } else if (name == kExpectedCerItem) {
      page.quality.expected_cer = static_cast<float>(document.number(item, "value", 0));
    } else if (name == kPlacementItem) {
      AffineMatrix matrix{};
      std::istringstream numbers(value);
      for (double& number : matrix) numbers >> number;
      if (!numbers || matrix[0] * matrix[4] - matrix[1] * matrix[3] == 0)
        document.note_fault(item, "not six numbers of a map that can be inverted");
      else
        page.placement = Placement::from_scan_to_clean(matrix, page.placement.bend());
    } else if (name == kBendItem) {
      page.placement =
          Placement::from_scan_to_clean(page.placement.scan_to_clean(), bend_in(document, item));
    }
  }
}

}  // namespace wenlan
