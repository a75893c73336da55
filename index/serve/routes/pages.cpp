// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "engine/formats/page_json_value.h"
#include "engine/page/marks.h"
#include "index/knowledge/subject_id.h"
#include "index/serve/routes/json_parts.h"
#include "index/serve/routes/routes.h"
#include "index/serve/served_archive.h"

namespace wenlan {
namespace {

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json();
}

// What the site wants of a line beyond what `wenlan read` tells.
void complete_lines(Json& lines, const Page& page, const Utf16Spans& spans) {
  for (std::size_t i = 0; i < page.layout.lines.size(); ++i) {
    const Line& line = page.layout.lines[i];
    Json& json = lines[i];
    json["column"] = line.column;
    json["note_segment"] = or_null(line.note_segment);
    json["note_half"] = line.note_half ? Json(name_in(kNoteHalves, *line.note_half)) : Json();
    json["region"] = line.region;
    json["span"] =
        spans(i < page.transcript.lines.size() ? page.transcript.lines[i].span : TextSpan{});
  }
}

// Which character each reader's mark stands beside; one beside none gets no span.
void complete_marks(Json& marks, const Page& page, const Utf16Spans& spans) {
  for (std::size_t i = 0; i < page.layout.marks.size(); ++i) {
    const auto glyph = glyph_beside(page, page.layout.marks[i]);
    if (glyph) marks[i]["span"] = spans(page.transcript.glyphs[*glyph].span);
  }
}

std::string without_line_ends(std::string_view text) {
  std::string joined(text);
  std::erase(joined, '\n');
  return joined;
}

Json entity_json(const Entity& entity, const Page& page, const Utf16Spans& spans) {
  const std::string subject = subject_of(entity).id;
  Json lines = Json::array();
  for (std::size_t i = 0; i < page.transcript.lines.size(); ++i) {
    const TextSpan line = page.transcript.lines[i].span;
    if (line.begin < entity.span.end() && entity.span.begin < line.end())
      lines.push_back(page.layout.lines[i].id);
  }
  Json boxes = Json::array();
  for (const auto& box : boxes_of(page, entity.span)) boxes.push_back(box_json(box));
  return {{"id", entity.id},
          {"kind", name_in(kEntityKinds, entity.kind)},
          {"text", without_line_ends(text_of(page.transcript.text, entity.span))},
          {"span", spans(entity.span)},
          {"subject", subject.empty() ? Json() : Json(subject)},
          {"lines", std::move(lines)},
          {"boxes", std::move(boxes)}};
}

HttpResponse page(const ServedArchive& served,
                  const HttpRequest& request,
                  const std::string& book,
                  const std::string& id) {
  const auto record = served.archive().book(book);
  if (!record) return error_response(request, record.error());
  const auto read = served.archive().page(book, id);
  if (!read) return error_response(request, read.error());
  const auto ids = served.archive().page_ids(book);
  if (!ids) return error_response(request, ids.error());
  const auto here = std::find(ids->begin(), ids->end(), id);
  const Utf16Spans spans(read->transcript.text);
  Json json = page_json_value(*read);
  complete_lines(json["lines"], *read, spans);
  complete_marks(json["marks"], *read, spans);
  json["book"] = book;
  json["page"] = id;
  json["title"] = record->title;
  json["previous"] = here == ids->end() || here == ids->begin() ? Json() : Json(*std::prev(here));
  json["next"] =
      here == ids->end() || std::next(here) == ids->end() ? Json() : Json(*std::next(here));
  json["entities"] = Json::array();
  for (const Entity& entity : read->entities)
    json["entities"].push_back(entity_json(entity, *read, spans));
  return json_response(request, text_of_json(json));
}

}  // namespace

std::vector<Route> page_routes(const ServedArchive& served) {
  return {{.pattern = "/api/books/{book}/pages/{page}",
           .help = "One page: its text, lines, glyphs and entities with their places on the scan",
           .answer = [&served](const HttpRequest& request, const PathParts& parts) {
             return page(served, request, parts[0], parts[1]);
           }}};
}

}  // namespace wenlan
