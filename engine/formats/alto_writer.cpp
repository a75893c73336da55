// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include "engine/base/utf8.h"
#include "engine/formats/alto.h"
#include "engine/formats/confidence.h"
#include "engine/formats/unique_ids.h"
#include "engine/formats/visit_page.h"
#include "engine/formats/xml_writer.h"

namespace wenlan {
namespace {

constexpr std::string_view kNamespace = "http://www.loc.gov/standards/alto/ns-v4#";

// Inline direction of ALTO.
std::string_view direction_of(WritingMode mode) {
  if (is_vertical(mode)) return "ttb";
  return mode == WritingMode::horizontal_rtl ? "rtl" : "ltr";
}

// ALTO's element for a region that holds no lines.
std::string_view element_of(const RegionView& view) {
  if (view.region == nullptr || !view.lines.empty()) return "TextBlock";
  switch (view.region->kind) {
    case RegionKind::illustration:
    case RegionKind::seal:
      return "Illustration";
    default:
      return "TextBlock";
  }
}

class AltoVisitor {
 public:
  explicit AltoVisitor(const Page& page) : page_(page) {}

  std::string document();

  void begin_region(const RegionView& view);
  void begin_line(const LineView& view);
  void glyph(const LineView& view, const Glyph& glyph);
  void end_line(const LineView&) {
    xml_.close();
    xml_.close();
  }
  void end_region(const RegionView&) { xml_.close(); }

 private:
  void description();
  void tags();
  void stream_tags();
  void entity_tags();
  void mark_tags();
  std::string tag(std::string_view element,
                  std::string_view wanted_id,
                  std::string_view type,
                  std::string_view label);
  void marks();
  void place(const Polygon<ScanSpace>& outline) { place(bounding_box(outline)); }
  void place(const Box<ScanSpace>& box);
  void shape(const Polygon<ScanSpace>& outline);
  std::string tags_of(const LineView& view) const;

  const Page& page_;
  XmlWriter xml_;
  UniqueIds ids_;
  std::map<Stream, std::string> stream_tags_;
  std::map<MarkKind, std::string> mark_tags_;
  std::vector<std::string> entity_tags_;  // by place in Page::entities
};

std::string AltoVisitor::document() {
  xml_.open("alto");
  xml_.attribute("xmlns", kNamespace);
  xml_.attribute("SCHEMAVERSION", "4.4");
  description();
  tags();
  xml_.open("Layout");
  xml_.open("Page");
  xml_.attribute("ID", ids_.take("page"));
  xml_.attribute("PHYSICAL_IMG_NR", page_.scan.frame + 1);
  xml_.attribute("WIDTH", page_.scan.size.width);
  xml_.attribute("HEIGHT", page_.scan.size.height);
  xml_.attribute("PC", writable_confidence(1 - page_.quality.expected_cer));
  xml_.open("PrintSpace");
  visit_page(page_, *this);
  marks();
  return xml_.finish();
}

void AltoVisitor::description() {
  xml_.open("Description");
  xml_.element("MeasurementUnit", "pixel");
  xml_.open("sourceImageInformation");
  xml_.element("fileName", page_.scan.file);
  xml_.element("documentIdentifier", page_.id);
  xml_.close();
  for (const Step& step : page_.steps) {
    xml_.open("Processing");
    xml_.attribute("ID", ids_.take("step_" + step.name));
    xml_.element("processingStepDescription", step.name);
    xml_.element("processingStepSettings",
                 step.options_digest + (step.model.empty() ? "" : "; ") + step.model);
    xml_.open("processingSoftware");
    xml_.element("softwareName", "Wenlan " + step.name);
    xml_.element("softwareVersion", step.version);
    xml_.close();
    xml_.close();
  }
  xml_.close();
}

void AltoVisitor::tags() {
  const Layout& layout = page_.layout;
  if (layout.lines.empty() && layout.marks.empty() && page_.entities.empty()) return;
  xml_.open("Tags");
  stream_tags();
  entity_tags();
  mark_tags();
  xml_.close();
}

// Gives the tag's id.
std::string AltoVisitor::tag(std::string_view element,
                             std::string_view wanted_id,
                             std::string_view type,
                             std::string_view label) {
  std::string id = ids_.take(wanted_id);
  xml_.open(element);
  xml_.attribute("ID", id);
  xml_.attribute("TYPE", type);
  xml_.attribute("LABEL", label);
  xml_.close();
  return id;
}

void AltoVisitor::stream_tags() {
  for (const Line& line : page_.layout.lines) stream_tags_.emplace(line.stream, std::string());
  for (auto& [stream, id] : stream_tags_) {
    const std::string_view name = name_in(kStreams, stream);
    id = tag("LayoutTag", fmt::format("stream_{}", name), "stream", name);
  }
}

void AltoVisitor::entity_tags() {
  for (const Entity& entity : page_.entities)
    entity_tags_.push_back(tag("NamedEntityTag",
                               "entity_" + entity.id,
                               name_in(kEntityKinds, entity.kind),
                               entity.normal_form));
}

void AltoVisitor::mark_tags() {
  for (const Mark& mark : page_.layout.marks) mark_tags_.emplace(mark.kind, std::string());
  for (auto& [kind, id] : mark_tags_) {
    const std::string_view name = name_in(kMarkKinds, kind);
    id = tag("OtherTag", fmt::format("mark_{}", name), kMarkTagType, name);
  }
}

void AltoVisitor::marks() {
  for (const Mark& mark : page_.layout.marks) {
    xml_.open("Illustration");
    xml_.attribute("ID", ids_.take(mark.id));
    place(mark.box);
    xml_.attribute("TAGREFS", mark_tags_.at(mark.kind));
    xml_.attribute("TYPE", mark.ink == Ink::red ? kRedMarkType : kBlackMarkType);
    xml_.close();
  }
}

// A thing without a place says nothing about it.
void AltoVisitor::place(const Box<ScanSpace>& box) {
  if (box.empty()) return;
  xml_.attribute("HPOS", box.x);
  xml_.attribute("VPOS", box.y);
  xml_.attribute("WIDTH", box.width);
  xml_.attribute("HEIGHT", box.height);
}

void AltoVisitor::shape(const Polygon<ScanSpace>& outline) {
  if (outline.empty()) return;
  std::string points;
  for (const auto& point : outline)
    points += fmt::format("{}{},{}", points.empty() ? "" : " ", point.x, point.y);
  xml_.open("Shape");
  xml_.open("Polygon");
  xml_.attribute("POINTS", points);
  xml_.close();
  xml_.close();
}

void AltoVisitor::begin_region(const RegionView& view) {
  const std::string_view element = element_of(view);
  xml_.open(element);
  xml_.attribute("ID", ids_.take(view.region == nullptr ? "lines" : view.region->id));
  if (view.region == nullptr) return;
  place(view.region->outline);
  if (element == "TextBlock") xml_.attribute("BASEDIRECTION", direction_of(view.region->mode));
  if (element == "Illustration" && view.region->kind == RegionKind::seal)
    xml_.attribute("TYPE", kStampType);
  shape(view.region->outline);
}

std::string AltoVisitor::tags_of(const LineView& view) const {
  std::string references = stream_tags_.at(view.line->stream);
  for (std::size_t i = 0; i < page_.entities.size(); ++i)
    if (part_within(view, page_.entities[i].span).length > 0) references += " " + entity_tags_[i];
  return references;
}

void AltoVisitor::begin_line(const LineView& view) {
  xml_.open("TextLine");
  const std::string id = ids_.take(view.line->id);
  xml_.attribute("ID", id);
  place(view.line->outline);
  xml_.attribute("TAGREFS", tags_of(view));
  xml_.attribute("BASEDIRECTION", direction_of(view.line->mode));
  shape(view.line->outline);
  xml_.open("String");
  xml_.attribute("ID", ids_.take(id + "_s1"));
  place(view.line->outline);
  xml_.attribute("CONTENT", view.text);
  if (view.has_text) xml_.attribute("WC", writable_confidence(view.confidence));
}

// ALTO's Glyph holds exactly one code point: a character with combining marks has no Glyph, only
// its place in the String.
void AltoVisitor::glyph(const LineView& view, const Glyph& glyph) {
  const std::string_view text = text_of(view.text, part_within(view, glyph.span));
  if (to_code_points(text).size() != 1) return;
  xml_.open("Glyph");
  place(glyph.box);
  xml_.attribute("CONTENT", text);
  xml_.attribute("GC", writable_confidence(glyph.confidence));
  for (const Alternative& other : glyph.alternatives) {
    if (to_code_points(other.text).size() > 3) continue;
    xml_.open("Variant");
    xml_.attribute("CONTENT", other.text);
    xml_.attribute("VC", writable_confidence(other.confidence));
    xml_.close();
  }
  xml_.close();
}

}  // namespace

std::string to_alto(const Page& page) {
  return AltoVisitor(page).document();
}

}  // namespace wenlan
