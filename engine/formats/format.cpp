// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats/format.h"

#include "engine/formats/alto.h"
#include "engine/formats/hocr.h"
#include "engine/formats/page_json.h"
#include "engine/formats/page_xml.h"

namespace wenlan {

std::string written_as(Format format, const Page& page, NoteStyle notes) {
  switch (format) {
    case Format::page:
      return to_page_xml(page);
    case Format::alto:
      return to_alto(page);
    case Format::hocr:
      return to_hocr(page);
    case Format::txt:
      return to_plain_text(page, notes);
    case Format::json:
      return to_page_json(page);
  }
  return {};
}

std::string_view ending_of(Format format) {
  switch (format) {
    case Format::page:
      return ".xml";
    case Format::alto:
      return ".alto.xml";
    case Format::hocr:
      return ".hocr";
    case Format::txt:
      return ".txt";
    case Format::json:
      return ".json";
  }
  return {};
}

}  // namespace wenlan
