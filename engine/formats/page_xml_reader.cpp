// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "engine/base/utf8.h"
#include "engine/formats/custom_attribute.h"
#include "engine/formats/entity_blocks.h"
#include "engine/formats/line_draft.h"
#include "engine/formats/own_values.h"
#include "engine/formats/page_xml.h"
#include "engine/formats/page_xml_metadata.h"
#include "engine/formats/page_xml_words.h"
#include "engine/formats/region_elements.h"
#include "engine/formats/xml_document.h"

namespace wenlan {
namespace {

using namespace page_xml;
using pugi::xml_node;

class PageXmlReader {
 public:
  explicit PageXmlReader(XmlDocument& document) : document_(document) {}

  Page read();

 private:
  struct Parent {
    std::string region;  // the id of the region lines here belong to
    Stream stream = Stream::main;
    std::optional<WritingMode> mode;
    int depth = 0;
  };

  void read_page_attributes(xml_node page);
  void read_region(xml_node node, Parent parent);
  void read_line(xml_node node, const Parent& parent);
  void read_line_values(xml_node node, const std::vector<CustomBlock>& blocks, LineDraft& draft);
  void read_text(xml_node node, LineDraft& draft);
  GlyphDraft read_glyph(xml_node node);
  Box<ScanSpace> box_of(xml_node node, const OwnValues& own);
  std::string id_of(xml_node node, char prefix, const OwnValues& own);
  void read_relations(xml_node relations);
  void read_marks(xml_node page);
  std::string line_written_as(std::string_view id) const;
  void put_in_order();

  XmlDocument& document_;
  Page page_;
  std::vector<LineDraft> lines_;
  std::set<std::string> ids_;
  std::map<std::string, std::string> lines_by_written_id_;
  bool modes_known_ = true;
  bool has_text_ = false;
};

Page PageXmlReader::read() {
  const xml_node root = document_.root();
  const xml_node page = child_named(root, "Page");
  if (local_name(root) != "PcGts" || !page) {
    document_.note_fault(root, "not PAGE XML: PcGts with a Page is needed");
    return {};
  }
  read_page_metadata(document_, child_named(root, "Metadata"), page_);
  read_page_attributes(page);
  for (const xml_node region : regions_in_order(page)) read_region(region, {});
  read_relations(child_named(page, "Relations"));
  read_marks(page);
  put_in_order();
  return std::move(page_);
}

void PageXmlReader::read_page_attributes(xml_node page) {
  page_.scan.file = page.attribute("imageFilename").value();
  page_.scan.size = {document_.whole_number(page, "imageWidth", 0),
                     document_.whole_number(page, "imageHeight", 0)};
  if (page_.scan.size.width < 0 || page_.scan.size.height < 0)
    document_.note_fault(page, "the size of the image is negative");
  const auto blocks = parse_custom_attribute(page.attribute("custom").value());
  const OwnValues own(document_, page, find_block(blocks, kOwnBlock));
  if (const auto* id = own.text("id")) page_.id = *id;
  const std::string_view type = page.attribute("type").value();
  for (const PageKindWord& word : kPageKindWords)
    if (word.type == type && type != "other" && word.kind != PageKind::table)
      page_.layout.kind = word.kind;
  page_.layout.kind = own.word("kind", kPageKinds).value_or(page_.layout.kind);
}

// The id as it was before XML's rules were put on it. A file that uses one id twice is broken.
std::string PageXmlReader::id_of(xml_node node, char prefix, const OwnValues& own) {
  const std::string written = node.attribute("id").value();
  if (!written.empty() && !ids_.insert(written).second)
    document_.note_fault(node, "the id is used twice");
  if (const auto* id = own.text("id")) return *id;
  if (!written.empty()) return written;
  std::string made;
  for (std::size_t number = ids_.size() + 1; made.empty() || !ids_.insert(made).second; ++number)
    made = prefix + std::to_string(number);
  return made;
}

void PageXmlReader::read_region(xml_node node, Parent parent) {
  const auto blocks = parse_custom_attribute(node.attribute("custom").value());
  const OwnValues own(document_, node, find_block(blocks, kOwnBlock));
  const auto kind = kind_of_region(local_name(node), node.attribute("type").value());
  if (!kind || own.text(kMarkKey) != nullptr) return;
  if (++parent.depth > kDeepestNesting)
    return document_.note_fault(node, "regions are nested too deeply");
  const bool is_holder = own.text("holder") != nullptr;
  if (!is_holder) {
    const xml_node coords = child_named(node, "Coords");
    Region region{.id = id_of(node, 'r', own),
                  .kind = own.word("kind", kRegionKinds).value_or(*kind)};
    region.outline = own.outline().value_or(document_.points(coords, "points"));
    region.confidence = document_.confidence(coords, "conf");
    region.pitch = std::max(0.F, static_cast<float>(own.number("pitch").value_or(0)));
    parent.mode = own.word("mode", kWritingModes);
    if (!parent.mode)
      parent.mode = mode_of_direction(node.attribute("readingDirection").value(),
                                      node.attribute("textLineOrder").value());
    if (parent.mode) region.mode = *parent.mode;
    modes_known_ = modes_known_ && parent.mode.has_value();
    parent.region = region.id;
    parent.stream = stream_of_region(region.kind);
    page_.layout.regions.push_back(std::move(region));
  }
  for (const xml_node child : node.children()) {
    if (local_name(child) == "TextLine")
      read_line(child, parent);
    else if (local_name(child).ends_with("Region"))
      read_region(child, parent);
  }
}

void PageXmlReader::read_line(xml_node node, const Parent& parent) {
  const auto blocks = parse_custom_attribute(node.attribute("custom").value());
  LineDraft draft;
  draft.line.region = parent.region;
  draft.line.stream = parent.stream;
  draft.line.column = static_cast<int>(lines_.size());
  std::optional<WritingMode> mode = parent.mode;
  if (const auto direction = node.attribute("readingDirection"); direction && !mode)
    mode = mode_of_direction(direction.value(), {});
  if (mode) draft.line.mode = *mode;
  draft.mode_is_known = mode.has_value();
  read_line_values(node, blocks, draft);
  read_text(node, draft);
  if (draft.line.outline.empty())
    draft.line.outline = outline_around(document_.points(child_named(node, "Baseline"), "points"),
                                        to_code_points(draft.text).size());
  for (const CustomBlock& block : blocks)
    if (auto piece = entity_piece_in(block, document_, node))
      draft.entities.push_back(*std::move(piece));
  modes_known_ = modes_known_ && draft.mode_is_known;
  lines_.push_back(std::move(draft));
}

void PageXmlReader::read_line_values(xml_node node,
                                     const std::vector<CustomBlock>& blocks,
                                     LineDraft& draft) {
  const OwnValues own(document_, node, find_block(blocks, kOwnBlock));
  const xml_node coords = child_named(node, "Coords");
  Line& line = draft.line;
  line.id = id_of(node, 'l', own);
  lines_by_written_id_[node.attribute("id").value()] = line.id;
  line.outline = own.outline().value_or(document_.points(coords, "points"));
  line.confidence = document_.confidence(coords, "conf");
  line.stream = own.word("stream", kStreams).value_or(line.stream);
  if (const auto mode = own.word("mode", kWritingModes)) {
    line.mode = *mode;
    draft.mode_is_known = true;
  }
  line.column = own.whole("column").value_or(line.column);
  line.note_segment = own.whole("segment");
  line.note_half = own.word("half", kNoteHalves);
  line.ink = own.word("ink", kInks).value_or(Ink::black);
  if (const auto* region = own.text("region")) line.region = *region;
  draft.order = own.count("order");
}

// The TextEquiv that counts: the one with the lowest index, else the first.
xml_node best_text(xml_node node) {
  xml_node best;
  int lowest = 0;
  for (const xml_node child : node.children()) {
    if (local_name(child) != "TextEquiv") continue;
    const int index = child.attribute("index").as_int(0);
    if (best && index >= lowest) continue;
    best = child;
    lowest = index;
  }
  return best;
}

std::string text_in(xml_node equivalent) {
  return child_named(equivalent, "Unicode").child_value();
}

void PageXmlReader::read_text(xml_node node, LineDraft& draft) {
  std::string joined;
  for (const xml_node word : node.children()) {
    if (local_name(word) != "Word") continue;
    std::string letters;
    for (const xml_node glyph : word.children()) {
      if (local_name(glyph) != "Glyph") continue;
      draft.glyphs.push_back(read_glyph(glyph));
      letters += draft.glyphs.back().text;
    }
    const xml_node equivalent = best_text(word);
    joined += (joined.empty() ? "" : " ") + (equivalent ? text_in(equivalent) : letters);
  }
  const xml_node equivalent = best_text(node);
  draft.text = equivalent ? text_in(equivalent) : joined;
  draft.confidence = document_.confidence(equivalent, "conf");
  has_text_ = has_text_ || equivalent || !joined.empty();
}

Box<ScanSpace> PageXmlReader::box_of(xml_node node, const OwnValues& own) {
  Box<ScanSpace> box = bounding_box(document_.points(child_named(node, "Coords"), "points"));
  if (const auto* exact = own.text("box")) {
    std::istringstream numbers(*exact);
    numbers >> box.x >> box.y >> box.width >> box.height;
    if (!numbers) document_.note_fault(node, "custom: box is not four numbers");
  }
  return box;
}

GlyphDraft PageXmlReader::read_glyph(xml_node node) {
  const auto blocks = parse_custom_attribute(node.attribute("custom").value());
  const OwnValues own(document_, node, find_block(blocks, kOwnBlock));
  GlyphDraft draft;
  const xml_node best = best_text(node);
  draft.text = text_in(best);
  draft.confidence = document_.confidence(best, "conf");
  draft.offset = own.count("offset");
  draft.box = box_of(node, own);
  for (const xml_node other : node.children()) {
    if (local_name(other) != "TextEquiv" || other == best) continue;
    draft.alternatives.push_back({text_in(other), document_.confidence(other, "conf")});
  }
  return draft;
}

// Our id of the line that has this one in the file; empty when none has.
std::string PageXmlReader::line_written_as(std::string_view id) const {
  const auto found = lines_by_written_id_.find(std::string(id));
  return found == lines_by_written_id_.end() ? std::string() : found->second;
}

// Those between lines of kinds that we know; others are not ours to keep.
void PageXmlReader::read_relations(xml_node relations) {
  const auto end_of = [&](xml_node relation, std::string_view name) {
    return line_written_as(child_named(relation, name).attribute("regionRef").value());
  };
  for (const xml_node node : relations.children()) {
    const auto blocks = parse_custom_attribute(node.attribute("custom").value());
    const OwnValues own(document_, node, find_block(blocks, kOwnBlock));
    const auto kind = own.word("kind", kLinkKinds);
    std::string from = end_of(node, "SourceRegionRef"), to = end_of(node, "TargetRegionRef");
    if (kind && !from.empty() && !to.empty())
      page_.layout.links.push_back({*kind, std::move(from), std::move(to)});
  }
}

// Marks beside characters: graphics that say so.
void PageXmlReader::read_marks(xml_node page) {
  for (const xml_node node : page.children()) {
    if (local_name(node) != "GraphicRegion") continue;
    const auto blocks = parse_custom_attribute(node.attribute("custom").value());
    const OwnValues own(document_, node, find_block(blocks, kOwnBlock));
    const auto kind = own.word(kMarkKey, kMarkKinds);
    if (!kind) continue;
    Mark mark{.id = id_of(node, 'm', own), .kind = *kind};
    mark.ink = own.word("ink", kInks).value_or(Ink::black);
    mark.box = box_of(node, own);
    if (const auto* line = own.text("beside")) mark.line = line_written_as(*line);
    page_.layout.marks.push_back(std::move(mark));
  }
}

void PageXmlReader::put_in_order() {
  if (!modes_known_) derive_modes(page_, lines_);
  const bool all_numbered = std::all_of(
      lines_.begin(), lines_.end(), [](const LineDraft& draft) { return draft.order.has_value(); });
  if (all_numbered)
    std::stable_sort(lines_.begin(), lines_.end(), [](const LineDraft& a, const LineDraft& b) {
      return *a.order < *b.order;
    });
  const bool without_text = !has_text_ && all_numbered;
  put_lines_into(page_, std::move(lines_));
  if (without_text) page_.transcript = {};
}

}  // namespace

Result<Page> from_page_xml(std::string_view bytes) {
  auto document = XmlDocument::parse(bytes);
  if (!document) return fail(document);
  Page page = PageXmlReader(*document).read();
  if (document->first_error()) return tl::unexpected<Error>(*document->first_error());
  return page;
}

}  // namespace wenlan
