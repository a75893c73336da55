// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats/hocr.h"

#include <cmath>

#include "engine/formats/confidence.h"
#include "engine/formats/unique_ids.h"
#include "engine/formats/visit_page.h"
#include "engine/formats/xml_writer.h"

namespace wenlan {
namespace {

std::string title_of(const Box<ScanSpace>& box) {
  const auto whole = [](float value) { return std::lround(std::max(0.F, value)); };
  return fmt::format(
      "bbox {} {} {} {}", whole(box.x), whole(box.y), whole(box.right()), whole(box.bottom()));
}

long percent(float confidence) {
  return std::lround(writable_confidence(confidence) * 100);
}

std::string_view css_mode_of(WritingMode mode) {
  switch (mode) {
    case WritingMode::vertical_rl:
      return "writing-mode: vertical-rl";
    case WritingMode::vertical_lr:
      return "writing-mode: vertical-lr";
    case WritingMode::horizontal_rtl:
      return "direction: rtl";
    default:
      return "writing-mode: horizontal-tb";
  }
}

class HocrVisitor {
 public:
  explicit HocrVisitor(const Page& page) : page_(page) {}

  std::string document() {
    xml_.open("html");
    xml_.attribute("xmlns", "http://www.w3.org/1999/xhtml");
    xml_.attribute("lang", "zh-Hant");
    head();
    xml_.open("body");
    element("div", "ocr_page", "page");
    const auto [width, height] = page_.scan.size;
    std::string image = page_.scan.file;  // a quotation mark would end the value
    std::replace(image.begin(), image.end(), '"', '_');
    xml_.attribute(
        "title",
        fmt::format(
            "image \"{}\"; bbox 0 0 {} {}; ppageno {}", image, width, height, page_.scan.frame));
    visit_page(page_, *this);
    marks();
    return xml_.finish();
  }

  void begin_region(const RegionView& view) {
    const bool known = view.region != nullptr;
    const std::string id = known ? view.region->id : "lines";
    const std::string place =
        title_of(known ? bounding_box(view.region->outline) : Box<ScanSpace>{});
    const bool bare = known && view.lines.empty();
    if (bare &&
        (view.region->kind == RegionKind::illustration || view.region->kind == RegionKind::seal)) {
      element("div", "ocr_image", id);
      xml_.attribute("title", place);
      xml_.attribute("data-kind", name_in(kRegionKinds, view.region->kind));
      return;
    }
    element("div", "ocr_carea", id);
    xml_.attribute("title", place);
    if (view.lines.empty()) return;
    element("p", "ocr_par", id + "_par");
    xml_.attribute("title", place);
  }

  void begin_line(const LineView& view) {
    const std::string place = title_of(bounding_box(view.line->outline));
    line_id_ = view.line->id;
    written_ = 0;
    element("span", "ocr_line", line_id_);
    xml_.attribute("title", place);
    xml_.attribute("data-stream", name_in(kStreams, view.line->stream));
    xml_.attribute("style", css_mode_of(view.line->mode));
    xml_.open_inline("span");
    xml_.attribute("class", "ocrx_word");
    xml_.attribute("id", ids_.take(line_id_ + "_word"));
    xml_.attribute("title", fmt::format("{}; x_wconf {}", place, percent(view.confidence)));
  }

  void glyph(const LineView& view, const Glyph& glyph) {
    const TextSpan part = part_within(view, glyph.span);
    if (part.begin > written_) xml_.text(view.text.substr(written_, part.begin - written_));
    written_ = part.end();
    xml_.open_inline("span");
    xml_.attribute("class", "ocrx_cinfo");
    xml_.attribute("title",
                   fmt::format("{}; x_conf {}", title_of(glyph.box), percent(glyph.confidence)));
    xml_.text(text_of(view.text, part));
    xml_.close();
  }

  void end_line(const LineView& view) {
    if (written_ < view.text.size()) xml_.text(view.text.substr(written_));
    xml_.close();
    xml_.close();
  }

  void end_region(const RegionView& view) {
    if (!view.lines.empty()) xml_.close();
    xml_.close();
  }

 private:
  void head() {
    xml_.open("head");
    xml_.open("meta");
    xml_.attribute("charset", "utf-8");
    xml_.close();
    xml_.element("title", page_.id);
    meta("ocr-system", "wenlan");
    meta("ocr-capabilities",
         "ocr_page ocr_carea ocr_par ocr_line ocr_linedrawing ocrx_word ocrx_cinfo");
    xml_.close();
  }

  void marks() {
    for (const Mark& mark : page_.layout.marks) {
      element("div", "ocr_linedrawing", mark.id);
      xml_.attribute("title", title_of(mark.box));
      xml_.attribute("data-mark", name_in(kMarkKinds, mark.kind));
      xml_.attribute("data-ink", name_in(kInks, mark.ink));
      xml_.close();
    }
  }

  void meta(std::string_view name, std::string_view content) {
    xml_.open("meta");
    xml_.attribute("name", name);
    xml_.attribute("content", content);
    xml_.close();
  }

  void element(std::string_view kind, std::string_view name, std::string_view id) {
    xml_.open(kind);
    xml_.attribute("class", name);
    xml_.attribute("id", ids_.take(id));
  }

  const Page& page_;
  XmlWriter xml_{"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>"};
  UniqueIds ids_;
  std::string line_id_;
  std::size_t written_ = 0;  // bytes of the line's text that stand in the document
};

}  // namespace

std::string to_hocr(const Page& page) {
  return HocrVisitor(page).document();
}

}  // namespace wenlan
