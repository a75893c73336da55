// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/serve/parameters.h"
#include "index/serve/routes/json_parts.h"
#include "index/serve/routes/routes.h"
#include "index/serve/served_archive.h"

namespace wenlan {
namespace {

constexpr int kRelatedShown = 60;

Json mention_json(const Mention& mention) {
  return {{"book", mention.book},
          {"title", mention.title},
          {"page", mention.page},
          {"leaf", mention.leaf},
          {"snippet", mention.snippet},
          {"snippet_marks", mention.snippet_marks},
          {"box", mention.box.empty() ? Json() : box_json(mention.box)}};
}

Json dates_json(const std::string& first_day, const std::string& last_day) {
  if (first_day.empty()) return {};
  return {{"first_day", first_day}, {"last_day", last_day}};
}

Json related_json(const std::vector<RelatedSubject>& related) {
  Json list = Json::array();
  for (const RelatedSubject& one : related)
    list.push_back({{"id", one.subject.id},
                    {"kind", name_in(kEntityKinds, one.subject.kind)},
                    {"name", one.subject.name},
                    {"relation", one.relation},
                    {"count", one.count},
                    {"dates", dates_json(one.first_day, one.last_day)},
                    {"book", one.book},
                    {"page", one.page}});
  return list;
}

Result<Json> subject_with_mentions(const KnowledgeStore& knowledge,
                                   const std::string& id,
                                   int offset,
                                   int limit) {
  const auto subject = knowledge.subject(id);
  if (!subject) return fail(subject);
  const auto mentions = knowledge.mentions(id, offset, limit);
  if (!mentions) return fail(mentions);
  const auto related = knowledge.related(id, kRelatedShown);
  if (!related) return fail(related);
  Json list = Json::array();
  for (const Mention& mention : mentions->mentions) list.push_back(mention_json(mention));
  return Json{{"id", id},
              {"kind", name_in(kEntityKinds, subject->summary.kind)},
              {"name", subject->summary.name},
              {"aliases", subject->aliases},
              {"dates", dates_json(subject->first_day, subject->last_day)},
              {"total", mentions->total},
              {"mentions", std::move(list)},
              {"related", related_json(*related)}};
}

HttpResponse subject(const ServedArchive& served,
                     const HttpRequest& request,
                     const std::string& id) {
  Parameters parameters(request.target);
  const int offset = parameters.number("offset", 0, {0, 1'000'000'000});
  const int limit = parameters.number("limit", 20, {0, 1000});
  if (const auto fault = parameters.fault()) return error_response(request, *fault);
  const auto knowledge = served.knowledge();
  if (!knowledge) return error_response(request, knowledge.error());
  const auto json = subject_with_mentions(**knowledge, id, offset, limit);
  if (!json) return error_response(request, json.error());
  return json_response(request, text_of_json(*json));
}

HttpResponse subjects(const ServedArchive& served, const HttpRequest& request) {
  Parameters parameters(request.target);
  const std::string name = parameters.text("q").value_or("");
  std::optional<EntityKind> kind;
  if (parameters.text("kind")) kind = parameters.word("kind", EntityKind::person, kEntityKinds);
  const int limit = parameters.number("limit", 50, {1, 1000});
  if (const auto fault = parameters.fault()) return error_response(request, *fault);
  const auto knowledge = served.knowledge();
  if (!knowledge) return error_response(request, knowledge.error());
  const auto found = (*knowledge)->find(name, kind, limit);
  if (!found) return error_response(request, found.error());
  Json list = Json::array();
  for (const SubjectSummary& one : *found) list.push_back(subject_json(one));
  return json_response(request, text_of_json({{"subjects", std::move(list)}}));
}

}  // namespace

std::vector<Route> subject_routes(const ServedArchive& served) {
  return {{.pattern = "/api/subjects",
           .help = "Subjects by name, most mentioned first: q, kind, limit",
           .answer = [&served](const HttpRequest& request,
                               const PathParts&) { return subjects(served, request); }},
          {.pattern = "/api/subjects/{id}",
           .help = "One subject and where it is mentioned: offset, limit",
           .answer = [&served](const HttpRequest& request, const PathParts& parts) {
             return subject(served, request, parts[0]);
           }}};
}

}  // namespace wenlan
