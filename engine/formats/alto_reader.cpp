// SPDX-License-Identifier: GPL-3.0-or-later
#include <iterator>
#include <map>
#include <set>
#include <sstream>

#include "engine/base/utf8.h"
#include "engine/formats/alto.h"
#include "engine/formats/line_draft.h"
#include "engine/formats/points.h"
#include "engine/formats/xml_document.h"

namespace wenlan {
namespace {

using pugi::xml_node;

constexpr int kDeepestNesting = 32;

std::vector<std::string> tags_of(xml_node node) {
  std::istringstream references(node.attribute("TAGREFS").value());
  return {std::istream_iterator<std::string>(references), {}};
}

class AltoReader {
 public:
  explicit AltoReader(XmlDocument& document) : document_(document) {}

  Page read();

 private:
  void read_tags(xml_node tags);
  void read_blocks(xml_node node, int depth);
  void read_block(xml_node node, RegionKind kind);
  void read_illustration(xml_node node);
  void read_mark(xml_node node);
  void read_line(xml_node node, const std::string& region);
  void read_string(xml_node node, LineDraft& draft);
  float side_of(xml_node node, const char* attribute);
  Box<ScanSpace> box_of(xml_node node);
  Polygon<ScanSpace> outline_of_node(xml_node node);
  std::string id_of(xml_node node, char prefix);

  XmlDocument& document_;
  Page page_;
  std::map<std::string, Stream> streams_;  // by the id of their tag
  std::map<std::string, MarkKind> marks_;
  std::vector<LineDraft> lines_;
  std::set<std::string> ids_;
  bool modes_known_ = true;
};

Page AltoReader::read() {
  const xml_node root = document_.root();
  const xml_node page = child_named(child_named(root, "Layout"), "Page");
  if (local_name(root) != "alto" || !page) {
    document_.note_fault(root, "not ALTO: alto with a Layout and a Page is needed");
    return {};
  }
  page_.scan.file =
      child_named(child_named(child_named(root, "Description"), "sourceImageInformation"),
                  "fileName")
          .child_value();
  page_.scan.size = {static_cast<int>(side_of(page, "WIDTH")),
                     static_cast<int>(side_of(page, "HEIGHT"))};
  read_tags(child_named(root, "Tags"));
  read_blocks(page, 0);
  if (!modes_known_) derive_modes(page_, lines_);
  put_lines_into(page_, std::move(lines_));
  return std::move(page_);
}

void AltoReader::read_tags(xml_node tags) {
  for (const xml_node tag : tags.children()) {
    const char* const id = tag.attribute("ID").value();
    const std::string_view label = tag.attribute("LABEL").value();
    if (const auto stream = value_in(kStreams, label)) streams_.emplace(id, *stream);
    if (const auto kind = value_in(kMarkKinds, label);
        kind && tag.attribute("TYPE").value() == kMarkTagType)
      marks_.emplace(id, *kind);
  }
}

// Margins, print spaces and composed blocks are only walked through.
void AltoReader::read_blocks(xml_node node, int depth) {
  if (depth > kDeepestNesting) return document_.note_fault(node, "blocks are nested too deeply");
  for (const xml_node child : node.children()) {
    const std::string_view name = local_name(child);
    if (name == "TextBlock")
      read_block(child, RegionKind::text);
    else if (name == "Illustration" || name == "GraphicalElement")
      read_illustration(child);
    else if (child.type() == pugi::node_element)
      read_blocks(child, depth + 1);
  }
}

void AltoReader::read_illustration(xml_node node) {
  const std::string_view type = node.attribute("TYPE").value();
  if (type == kBlackMarkType || type == kRedMarkType) return read_mark(node);
  read_block(node, type == kStampType ? RegionKind::seal : RegionKind::illustration);
}

// The line that a mark stands beside is not told.
void AltoReader::read_mark(xml_node node) {
  Mark mark{.id = id_of(node, 'm'),
            .ink = node.attribute("TYPE").value() == kRedMarkType ? Ink::red : Ink::black,
            .box = box_of(node)};
  for (const std::string& id : tags_of(node))
    if (const auto found = marks_.find(id); found != marks_.end()) mark.kind = found->second;
  page_.layout.marks.push_back(std::move(mark));
}

std::string AltoReader::id_of(xml_node node, char prefix) {
  std::string id = node.attribute("ID").value();
  if (!id.empty() && !ids_.insert(id).second) document_.note_fault(node, "the ID is used twice");
  for (std::size_t number = ids_.size() + 1; id.empty(); ++number) {
    std::string made = prefix + std::to_string(number);
    if (ids_.insert(made).second) id = std::move(made);
  }
  return id;
}

float AltoReader::side_of(xml_node node, const char* attribute) {
  return static_cast<float>(std::clamp(document_.number(node, attribute, 0), -1e7, 1e7));
}

Box<ScanSpace> AltoReader::box_of(xml_node node) {
  return {side_of(node, "HPOS"),
          side_of(node, "VPOS"),
          side_of(node, "WIDTH"),
          side_of(node, "HEIGHT")};
}

// The polygon where there is one, in either form writers use: "x,y x,y" or "x y x y".
Polygon<ScanSpace> AltoReader::outline_of_node(xml_node node) {
  const xml_node polygon = child_named(child_named(node, "Shape"), "Polygon");
  const std::string_view text = polygon.attribute("POINTS").value();
  if (!text.empty() && text.find(',') != std::string_view::npos)
    return document_.points(polygon, "POINTS");
  std::istringstream numbers{std::string(text)};
  Polygon<ScanSpace> outline;
  for (Point<ScanSpace> point; numbers >> point.x >> point.y;) outline.push_back(point);
  if (!outline.empty()) return outline;
  const Box<ScanSpace> box = box_of(node);
  return box.empty() ? Polygon<ScanSpace>{} : outline_of(box);
}

void AltoReader::read_block(xml_node node, RegionKind kind) {
  Region region{.id = id_of(node, 'r'), .kind = kind, .outline = outline_of_node(node)};
  const std::string id = region.id;
  page_.layout.regions.push_back(std::move(region));
  for (const xml_node child : node.children())
    if (local_name(child) == "TextLine") read_line(child, id);
}

std::optional<WritingMode> mode_of_direction(std::string_view direction) {
  if (direction == "ttb") return WritingMode::vertical_rl;
  if (direction == "ltr") return WritingMode::horizontal_ltr;
  if (direction == "rtl") return WritingMode::horizontal_rtl;
  return std::nullopt;
}

void AltoReader::read_line(xml_node node, const std::string& region) {
  LineDraft draft;
  draft.line.id = id_of(node, 'l');
  draft.line.region = region;
  draft.line.outline = outline_of_node(node);
  draft.line.column = static_cast<int>(lines_.size());
  if (const auto mode = mode_of_direction(node.attribute("BASEDIRECTION").value())) {
    draft.line.mode = *mode;
    draft.mode_is_known = true;
  }
  modes_known_ = modes_known_ && draft.mode_is_known;
  for (const std::string& id : tags_of(node))
    if (const auto found = streams_.find(id); found != streams_.end())
      draft.line.stream = found->second;
  for (const xml_node child : node.children()) {
    if (local_name(child) == "SP") draft.text += ' ';
    if (local_name(child) == "String") read_string(child, draft);
  }
  lines_.push_back(std::move(draft));
}

void AltoReader::read_string(xml_node node, LineDraft& draft) {
  std::size_t at = to_code_points(draft.text).size();
  draft.text += node.attribute("CONTENT").value();
  draft.confidence = std::min(draft.confidence, document_.confidence(node, "WC"));
  for (const xml_node child : node.children()) {
    if (local_name(child) != "Glyph") continue;
    GlyphDraft glyph{.text = child.attribute("CONTENT").value(),
                     .box = box_of(child),
                     .confidence = document_.confidence(child, "GC"),
                     .offset = at};
    for (const xml_node other : child.children())
      if (local_name(other) == "Variant")
        glyph.alternatives.push_back(
            {other.attribute("CONTENT").value(), document_.confidence(other, "VC")});
    at += to_code_points(glyph.text).size();
    draft.glyphs.push_back(std::move(glyph));
  }
}

}  // namespace

Result<Page> from_alto(std::string_view bytes) {
  auto document = XmlDocument::parse(bytes);
  if (!document) return fail(document);
  Page page = AltoReader(*document).read();
  if (document->first_error()) return tl::unexpected<Error>(*document->first_error());
  return page;
}

}  // namespace wenlan
