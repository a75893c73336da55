// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/formats/confidence.h"
#include "engine/formats/custom_attribute.h"
#include "engine/formats/entity_blocks.h"
#include "engine/formats/page_xml.h"
#include "engine/formats/page_xml_metadata.h"
#include "engine/formats/page_xml_words.h"
#include "engine/formats/points.h"
#include "engine/formats/unique_ids.h"
#include "engine/formats/visit_page.h"
#include "engine/formats/xml_writer.h"

namespace wenlan {
namespace {

using namespace page_xml;

std::string confidence_text(float confidence) {
  return fmt::format("{}", writable_confidence(confidence));
}

// A box without extent at the origin is no place.
Polygon<ScanSpace> outline_or_none(const Box<ScanSpace>& box) {
  return box == Box<ScanSpace>{} ? Polygon<ScanSpace>{} : outline_of(box);
}

// The points of Coords, and where whole pixels lose something, the exact box into `own`.
std::string points_of(const Box<ScanSpace>& box, CustomBlock& own) {
  std::string points = to_whole_points(outline_or_none(box));
  if (const auto read = parse_points(points); !read || bounding_box(*read) != box)
    own.with("box", fmt::format("{} {} {} {}", box.x, box.y, box.width, box.height));
  return points;
}

class PageXmlVisitor {
 public:
  explicit PageXmlVisitor(const Page& page) : page_(page) {}

  std::string document();

  void begin_region(const RegionView& view);
  void begin_line(const LineView& view);
  void glyph(const LineView& view, const Glyph& glyph);
  void end_line(const LineView& view);
  void end_region(const RegionView& view);

 private:
  void page_attributes();
  void reading_order();
  void relations();
  void marks();
  // Coords, and where whole pixels lose something, the exact outline into `own`.
  std::string coords_of(const Polygon<ScanSpace>& outline, CustomBlock& own) const;
  void coords(std::string_view points, float confidence);
  void custom(std::vector<CustomBlock> blocks);
  void text_equiv(std::string_view text, float confidence, int index = -1);
  CustomBlock own_block_of(const LineView& view) const;
  void open_holder();

  const Page& page_;
  XmlWriter xml_;
  UniqueIds ids_;
  std::map<const Region*, std::string> region_ids_;
  std::map<const Line*, std::string> line_ids_;
  std::string line_id_;
  std::size_t glyphs_in_line_ = 0;
  std::uint32_t glyph_expected_at_ = 0;  // where the next glyph of the line begins, by default
};

std::string PageXmlVisitor::document() {
  for (const Region& region : page_.layout.regions) region_ids_[&region] = ids_.take(region.id);
  for (const Line& line : page_.layout.lines) line_ids_[&line] = ids_.take(line.id);
  xml_.open("PcGts");
  xml_.attribute("xmlns", kNamespace);
  write_page_metadata(xml_, page_);
  xml_.open("Page");
  page_attributes();
  reading_order();
  relations();
  visit_page(page_, *this);
  marks();
  return xml_.finish();
}

void PageXmlVisitor::page_attributes() {
  CustomBlock own{std::string(kOwnBlock)};
  own.with("id", page_.id).with("kind", name_in(kPageKinds, page_.layout.kind));
  if (page_.transcript.lines.empty() && !page_.layout.lines.empty()) own.with("recognised", "no");
  xml_.attribute("imageFilename", page_.scan.file);
  xml_.attribute("imageWidth", page_.scan.size.width);
  xml_.attribute("imageHeight", page_.scan.size.height);
  custom({own});
  for (const PageKindWord& word : kPageKindWords)
    if (word.kind == page_.layout.kind) xml_.attribute("type", word.type);
}

void PageXmlVisitor::reading_order() {
  if (page_.layout.regions.empty()) return;
  xml_.open("ReadingOrder");
  xml_.open("OrderedGroup");
  xml_.attribute("id", ids_.take("reading_order"));
  int index = 0;
  for (const Region& region : page_.layout.regions) {
    xml_.open("RegionRefIndexed");
    xml_.attribute("index", index++);
    xml_.attribute("regionRef", region_ids_[&region]);
    xml_.close();
  }
  xml_.close();
  xml_.close();
}

// PAGE lets a relation name any object of the layout; a `link` is the loose kind.
void PageXmlVisitor::relations() {
  bool open = false;
  int number = 0;
  const auto named = [&](const std::string& id) {
    return std::find_if(line_ids_.begin(), line_ids_.end(), [&](const auto& known) {
      return known.first->id == id;
    });
  };
  for (const LineLink& link : page_.layout.links) {
    const auto from = named(link.from), to = named(link.to);
    if (from == line_ids_.end() || to == line_ids_.end()) continue;
    if (!std::exchange(open, true)) xml_.open("Relations");
    xml_.open("Relation");
    xml_.attribute("id", ids_.take(fmt::format("link{}", ++number)));
    xml_.attribute("type", "link");
    custom({CustomBlock{std::string(kOwnBlock)}.with("kind", name_in(kLinkKinds, link.kind))});
    xml_.open("SourceRegionRef");
    xml_.attribute("regionRef", from->second);
    xml_.close();
    xml_.open("TargetRegionRef");
    xml_.attribute("regionRef", to->second);
    xml_.close();
    xml_.close();
  }
  if (open) xml_.close();
}

// Graphics that stand in no reading order, after all regions.
void PageXmlVisitor::marks() {
  std::map<std::string_view, std::string_view> written_ids;
  for (const auto& [line, id] : line_ids_) written_ids.emplace(line->id, id);
  for (const Mark& mark : page_.layout.marks) {
    CustomBlock own{std::string(kOwnBlock)};
    const std::string id = ids_.take(mark.id);
    if (id != mark.id) own.with("id", mark.id);
    own.with(kMarkKey, name_in(kMarkKinds, mark.kind));
    if (mark.ink != Ink::black) own.with("ink", name_in(kInks, mark.ink));
    if (const auto line = written_ids.find(mark.line); line != written_ids.end())
      own.with("beside", line->second);
    const std::string points = points_of(mark.box, own);
    xml_.open("GraphicRegion");
    xml_.attribute("id", id);
    xml_.attribute("type", mark.ink == Ink::red ? kRedMarkType : kMarkType);
    custom({own});
    coords(points, 1);
    xml_.close();
  }
}

std::string PageXmlVisitor::coords_of(const Polygon<ScanSpace>& outline, CustomBlock& own) const {
  std::string points = to_whole_points(outline);
  if (parse_points(points) != outline) own.with("outline", to_exact_points(outline));
  return points;
}

void PageXmlVisitor::coords(std::string_view points, float confidence) {
  xml_.open("Coords");
  xml_.attribute("points", points);
  xml_.attribute("conf", confidence_text(confidence));
  xml_.close();
}

void PageXmlVisitor::custom(std::vector<CustomBlock> blocks) {
  std::erase_if(blocks, [](const CustomBlock& block) { return block.values.empty(); });
  if (!blocks.empty()) xml_.attribute("custom", to_custom_attribute(blocks));
}

void PageXmlVisitor::text_equiv(std::string_view text, float confidence, int index) {
  xml_.open("TextEquiv");
  if (index >= 0) xml_.attribute("index", index);
  xml_.attribute("conf", confidence_text(confidence));
  xml_.open_inline("Unicode");
  xml_.text(text);
  xml_.close();
  xml_.close();
}

// A text region that is no region of the page: lines without a region, or inside one that PAGE
// does not let hold lines.
void PageXmlVisitor::open_holder() {
  xml_.open("TextRegion");
  xml_.attribute("id", ids_.take("lines"));
  custom({CustomBlock{std::string(kOwnBlock)}.with("holder", "yes")});
  coords(to_whole_points({}), 1);
}

void PageXmlVisitor::begin_region(const RegionView& view) {
  if (view.region == nullptr) return open_holder();
  const Region& region = *view.region;
  const RegionWord& word = kRegionWords[static_cast<std::size_t>(region.kind)];
  const std::string& id = region_ids_[&region];
  CustomBlock own{std::string(kOwnBlock)};
  if (id != region.id) own.with("id", region.id);
  own.with("kind", name_in(kRegionKinds, region.kind))
      .with("mode", name_in(kWritingModes, region.mode));
  if (region.pitch > 0) own.with("pitch", region.pitch);
  const std::string points = coords_of(region.outline, own);
  xml_.open(word.element);
  xml_.attribute("id", id);
  if (!word.type.empty()) xml_.attribute("type", word.type);
  const bool holds_lines = word.element == "TextRegion";
  for (const DirectionWord& direction : kDirectionWords) {
    if (!holds_lines || direction.mode != region.mode) continue;
    xml_.attribute("readingDirection", direction.reading_direction);
    xml_.attribute("textLineOrder", direction.line_order);
  }
  custom({own});
  coords(points, region.confidence);
  if (!holds_lines && !view.lines.empty()) open_holder();
}

void PageXmlVisitor::end_region(const RegionView& view) {
  xml_.close();
  const bool held =
      view.region != nullptr && !view.lines.empty() &&
      kRegionWords[static_cast<std::size_t>(view.region->kind)].element != "TextRegion";
  if (held) xml_.close();
}

CustomBlock PageXmlVisitor::own_block_of(const LineView& view) const {
  const Line& line = *view.line;
  CustomBlock own{std::string(kOwnBlock)};
  if (line_id_ != line.id) own.with("id", line.id);
  own.with("order", view.index)
      .with("stream", name_in(kStreams, line.stream))
      .with("mode", name_in(kWritingModes, line.mode))
      .with("column", line.column);
  if (line.note_segment) own.with("segment", *line.note_segment);
  if (line.note_half) own.with("half", name_in(kNoteHalves, *line.note_half));
  if (line.ink != Ink::black) own.with("ink", name_in(kInks, line.ink));
  return own;
}

void PageXmlVisitor::begin_line(const LineView& view) {
  const Line& line = *view.line;
  line_id_ = line_ids_[&line];
  glyphs_in_line_ = 0;
  glyph_expected_at_ = 0;
  std::vector<CustomBlock> blocks{own_block_of(view)};
  const bool in_region =
      region_ids_.end() !=
      std::find_if(region_ids_.begin(), region_ids_.end(), [&](const auto& known) {
        return known.first->id == line.region;
      });
  if (!in_region) blocks[0].with("region", line.region);
  const std::string points = coords_of(line.outline, blocks[0]);
  for (CustomBlock& block : entity_blocks_of(page_, view)) blocks.push_back(std::move(block));
  xml_.open("TextLine");
  xml_.attribute("id", line_id_);
  xml_.attribute("readingDirection",
                 kDirectionWords[static_cast<std::size_t>(line.mode)].reading_direction);
  custom(std::move(blocks));
  coords(points, line.confidence);
}

void PageXmlVisitor::glyph(const LineView& view, const Glyph& glyph) {
  if (glyphs_in_line_ == 0) {
    xml_.open("Word");
    xml_.attribute("id", ids_.take(line_id_ + "_w1"));
    coords(to_whole_points(outline_or_none(bounding_box(view.line->outline))),
           view.line->confidence);
  }
  const TextSpan part = part_within(view, glyph.span);
  CustomBlock own{std::string(kOwnBlock)};
  if (part.begin != glyph_expected_at_)
    own.with("offset", to_code_points(view.text.substr(0, part.begin)).size());
  glyph_expected_at_ = part.begin + part.length;
  const std::string points = points_of(glyph.box, own);
  xml_.open("Glyph");
  xml_.attribute("id", ids_.take(fmt::format("{}_g{}", line_id_, ++glyphs_in_line_)));
  custom({own});
  xml_.open_inline("Coords");
  xml_.attribute("points", points);
  xml_.close();
  int index = 0;
  text_equiv(text_of(view.text, part), glyph.confidence, index++);
  for (const Alternative& other : glyph.alternatives)
    text_equiv(other.text, other.confidence, index++);
  xml_.close();
}

void PageXmlVisitor::end_line(const LineView& view) {
  if (glyphs_in_line_ > 0) xml_.close();
  if (view.has_text) text_equiv(view.text, view.confidence);
  xml_.close();
}

}  // namespace

std::string to_page_xml(const Page& page) {
  return PageXmlVisitor(page).document();
}

}  // namespace wenlan
