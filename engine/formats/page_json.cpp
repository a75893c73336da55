// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats/page_json.h"

#include <cmath>

#include "engine/formats/page_json_value.h"
#include "engine/formats/visit_page.h"
#include "engine/page/marks.h"
#include "engine/page/running_title.h"
#include "engine/quality/expected_cer.h"

namespace wenlan {
namespace {

using Json = nlohmann::ordered_json;

// Enough digits for what a confidence says, and the same on every machine.
double rounded(float value, double steps) {
  return std::isfinite(value) ? std::round(static_cast<double>(value) * steps) / steps : 0;
}

Json box_json(const Box<ScanSpace>& box) {
  return {rounded(box.x, 10), rounded(box.y, 10), rounded(box.width, 10), rounded(box.height, 10)};
}

class JsonVisitor {
 public:
  explicit JsonVisitor(const Page& page)
      : expected_cer_(expected_cer_of_lines(page.layout, page.transcript)),
        lines_(page.layout.lines.size()) {}

  void begin_region(const RegionView& view) {
    if (view.region == nullptr) return;
    regions_.push_back({{"id", view.region->id},
                        {"kind", name_in(kRegionKinds, view.region->kind)},
                        {"box", box_json(bounding_box(view.region->outline))},
                        {"confidence", rounded(view.region->confidence, 10000)}});
  }
  void end_region(const RegionView&) {}
  void end_line(const LineView&) {}

  void begin_line(const LineView& view) {
    lines_[view.index] = {{"id", view.line->id},
                          {"stream", name_in(kStreams, view.line->stream)},
                          {"mode", name_in(kWritingModes, view.line->mode)},
                          {"box", box_json(bounding_box(view.line->outline))},
                          {"text", view.text},
                          {"confidence", rounded(view.confidence, 10000)},
                          {"expected_cer", rounded(expected_cer_[view.index], 10000)},
                          {"glyphs", Json::array()}};
    if (view.line->ink != Ink::black) lines_[view.index]["ink"] = name_in(kInks, view.line->ink);
  }

  void glyph(const LineView& view, const Glyph& glyph) {
    Json alternatives = Json::array();
    for (const Alternative& other : glyph.alternatives)
      alternatives.push_back(
          {{"text", other.text}, {"confidence", rounded(other.confidence, 10000)}});
    lines_[view.index]["glyphs"].push_back(
        {{"text", text_of(view.text, part_within(view, glyph.span))},
         {"box", box_json(glyph.box)},
         {"confidence", rounded(glyph.confidence, 10000)},
         {"alternatives", std::move(alternatives)}});
  }

  // Lines stand in reading order, also where those of two regions alternate.
  Json lines() { return std::move(lines_); }
  // Those that hold no lines too: seals, pictures.
  Json regions() { return std::move(regions_); }

 private:
  std::vector<float> expected_cer_;
  Json regions_ = Json::array();
  std::vector<Json> lines_;
};

Json running_titles_json(const Page& page) {
  Json titles = Json::array();
  for (const RunningTitle& said : running_titles_of(page)) {
    Json title{{"title", said.title}, {"volume", said.volume}};
    if (said.volume_number) title["volume_number"] = *said.volume_number;
    title["section"] = said.section;
    title["leaf"] = said.leaf;
    if (said.leaf_number) title["leaf_number"] = *said.leaf_number;
    if (!said.leaf.empty()) title["leaf_certain"] = said.leaf_certain;
    titles.push_back(std::move(title));
  }
  return titles;
}

// Who is whose child in a lineage table.
Json links_json(const Page& page) {
  Json links = Json::array();
  for (const LineLink& link : page.layout.links)
    links.push_back(
        {{"kind", name_in(kLinkKinds, link.kind)}, {"from", link.from}, {"to", link.to}});
  return links;
}

Json marks_json(const Page& page) {
  Json marks = Json::array();
  for (const Mark& known : page.layout.marks) {
    Json mark{{"id", known.id},
              {"kind", name_in(kMarkKinds, known.kind)},
              {"ink", name_in(kInks, known.ink)},
              {"box", box_json(known.box)},
              {"line", known.line}};
    if (const auto glyph = glyph_beside(page, known))
      mark["beside"] = text_of(page.transcript.text, page.transcript.glyphs[*glyph].span);
    marks.push_back(std::move(mark));
  }
  return marks;
}

}  // namespace

nlohmann::ordered_json page_json_value(const Page& page) {
  JsonVisitor visitor(page);
  visit_page(page, visitor);
  return {{"image", page.scan.file},
          {"width", page.scan.size.width},
          {"height", page.scan.size.height},
          {"lines", visitor.lines()},
          {"regions", visitor.regions()},
          {"links", links_json(page)},
          {"marks", marks_json(page)},
          {"running_titles", running_titles_json(page)},
          {"text", page.transcript.text},
          {"quality", {{"expected_cer", rounded(page.quality.expected_cer, 10000)}}}};
}

std::string to_page_json(const Page& page) {
  return page_json_value(page).dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace wenlan
