// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "engine/base/utf8.h"
#include "engine/formats/custom_attribute.h"
#include "engine/formats/line_draft.h"
#include "engine/formats/own_values.h"
#include "engine/formats/page_xml.h"
#include "engine/formats/page_xml_words.h"
#include "engine/formats/points.h"
#include "engine/formats/xml_document.h"

namespace wenlan {
namespace {

using namespace page_xml;
using pugi::xml_node;

constexpr int kDeepestNesting = 32;  // regions in regions; real files have two or three

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

  void read_metadata(xml_node metadata);
  void read_page_attributes(xml_node page);
  std::vector<xml_node> regions_in_order(xml_node page) const;
  void read_region(xml_node node, Parent parent);
  void read_line(xml_node node, const Parent& parent);
  void read_line_values(xml_node node, const std::vector<CustomBlock>& blocks, LineDraft& draft);
  void read_text(xml_node node, LineDraft& draft);
  GlyphDraft read_glyph(xml_node node);
  Box<ScanSpace> box_of(xml_node node, const OwnValues& own);
  std::optional<EntityPiece> read_entity(xml_node node, const CustomBlock& block);
  std::string id_of(xml_node node, char prefix, const OwnValues& own);
  void read_relations(xml_node relations);
  void read_marks(xml_node page);
  std::string line_written_as(std::string_view id) const;
  Bend bend_in(xml_node item);
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
  read_metadata(child_named(root, "Metadata"));
  read_page_attributes(page);
  for (const xml_node region : regions_in_order(page)) read_region(region, {});
  read_relations(child_named(page, "Relations"));
  read_marks(page);
  put_in_order();
  return std::move(page_);
}

void PageXmlReader::read_metadata(xml_node metadata) {
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
      page_.steps.push_back(std::move(step));
    } else if (name == kFrameItem) {
      page_.scan.frame = document_.whole_number(item, "value", 0);
    } else if (name == kSha256Item) {
      page_.scan.sha256 = value;
    } else if (name == kExpectedCerItem) {
      page_.quality.expected_cer = static_cast<float>(document_.number(item, "value", 0));
    } else if (name == kPlacementItem) {
      AffineMatrix matrix{};
      std::istringstream numbers(value);
      for (double& number : matrix) numbers >> number;
      if (!numbers || matrix[0] * matrix[4] - matrix[1] * matrix[3] == 0)
        document_.note_fault(item, "not six numbers of a map that can be inverted");
      else
        page_.placement = Placement::from_scan_to_clean(matrix, page_.placement.bend());
    } else if (name == kBendItem) {
      page_.placement =
          Placement::from_scan_to_clean(page_.placement.scan_to_clean(), bend_in(item));
    }
  }
}

Bend PageXmlReader::bend_in(xml_node item) {
  Bend bend;
  std::istringstream numbers(item.attribute("value").value());
  numbers >> bend.width >> bend.height;
  for (double& weight : bend.across) numbers >> weight;
  for (double& weight : bend.down) numbers >> weight;
  if (numbers && !bend.is_flat()) return bend;
  document_.note_fault(item, "not the size of a frame and the terms of a bend");
  return {};
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

std::vector<xml_node> PageXmlReader::regions_in_order(xml_node page) const {
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
    if (auto piece = read_entity(node, block)) draft.entities.push_back(*std::move(piece));
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

std::optional<EntityPiece> PageXmlReader::read_entity(xml_node node, const CustomBlock& block) {
  const auto kind = value_in(kEntityKinds, block.name);
  const OwnValues values(document_, node, &block);
  const auto offset = values.count("offset");
  const auto length = values.count("length");
  if (!kind || !offset || !length) return std::nullopt;
  const auto text = [&](std::string_view key) {
    const std::string* const value = values.text(key);
    return value == nullptr ? std::string() : *value;
  };
  EntityPiece piece{.offset = *offset, .length = *length};
  piece.entity.id = text("id");
  piece.entity.kind = *kind;
  piece.entity.normal_form = text("name");
  piece.entity.confidence = static_cast<float>(values.number("confidence").value_or(1));
  piece.continued = text("continued") == "yes";
  piece.order = values.count("order");
  if (*kind == EntityKind::date && values.text("era") != nullptr)
    piece.entity.date = CalendarDate{.dynasty = text("dynasty"),
                                     .era = text("era"),
                                     .era_year = values.whole("year").value_or(0),
                                     .month = values.whole("month").value_or(0),
                                     .leap_month = text("leap") == "yes",
                                     .day = values.whole("day").value_or(0),
                                     .cycle_day = text("cycle-day"),
                                     .first_day = text("first-day"),
                                     .last_day = text("last-day")};
  return piece;
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
