// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag/tag_entities.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "engine/base/file.h"
#include "engine/base/utf8.h"
#include "engine/tag/date_grammar.h"
#include "engine/tag/name_tagger.h"
#include "engine/tag/stream_text.h"

namespace wenlan {

struct Tagger::Parts {
  NameTagger names;
  DateGrammar dates;
  TagOptions options;
  std::string model;
};

namespace {

template <class A, class B>
bool overlap(const A& a, const B& b) {
  return a.begin < b.end && b.begin < a.end;
}

// A date beats the names it meets, but an era alone gives way to them: 永樂縣 is a place.
void drop_overlaps(std::vector<NameSpan>& names, std::vector<DateSpan>& dates) {
  std::erase_if(dates, [&](const DateSpan& date) {
    return date.era_only && std::any_of(names.begin(), names.end(), [&](const NameSpan& name) {
             return overlap(date, name) && name.end - name.begin > 1;
           });
  });
  std::erase_if(names, [&](const NameSpan& name) {
    return std::any_of(
        dates.begin(), dates.end(), [&](const DateSpan& date) { return overlap(date, name); });
  });
}

std::string iso_form(const CalendarDate& date) {
  return date.first_day == date.last_day ? date.first_day : date.first_day + "/" + date.last_day;
}

Entity entity_at(const StreamText& stream,
                 std::string_view page_text,
                 std::size_t begin,
                 std::size_t end) {
  Entity entity;
  entity.span = unbroken_span(stream, page_text, begin, end);
  entity.normal_form = to_utf8(std::u32string_view(stream.characters).substr(begin, end - begin));
  return entity;
}

}  // namespace

Tagger::Tagger(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Tagger::~Tagger() = default;
Tagger::Tagger(Tagger&&) noexcept = default;
Tagger& Tagger::operator=(Tagger&&) noexcept = default;

Result<Tagger> Tagger::load(const std::filesystem::path& models_folder, const TagOptions& options) {
  const std::filesystem::path folder = models_folder / "tagger";
  Result<NameTagger> names = NameTagger::load(folder);
  if (!names) return fail(names);
  const Result<std::string> table = read_model_file(folder / "eras.tsv");
  if (!table) return fail(table);
  Result<std::vector<ReignEra>> eras = read_reign_eras(*table, printable_name(folder / "eras.tsv"));
  if (!eras) return fail(eras);
  std::string model = "wenlan-tagger " + names->digest().substr(0, 12);
  return Tagger(std::make_unique<const Parts>(
      Parts{*std::move(names), DateGrammar(*std::move(eras)), options, std::move(model)}));
}

std::vector<Entity> Tagger::tag(const Transcript& transcript, const Layout& layout) const {
  std::vector<Entity> entities;
  for (const StreamText& stream : stream_texts(transcript, layout)) {
    std::vector<NameSpan> names;
    if (parts_->options.names) names = parts_->names.names_in(stream.characters);
    std::erase_if(names, [&](const NameSpan& name) {
      return name.confidence < parts_->options.min_confidence;
    });
    std::vector<DateSpan> dates;
    if (parts_->options.dates) dates = parts_->dates.dates_in(stream.characters);
    drop_overlaps(names, dates);
    for (const NameSpan& name : names) {
      entities.push_back(entity_at(stream, transcript.text, name.begin, name.end));
      entities.back().kind = name.kind;
      entities.back().confidence = name.confidence;
    }
    for (const DateSpan& date : dates) {
      entities.push_back(entity_at(stream, transcript.text, date.begin, date.end));
      entities.back().kind = EntityKind::date;
      entities.back().confidence = date.confidence;
      if (!date.date.first_day.empty()) entities.back().normal_form = iso_form(date.date);
      entities.back().date = date.date;
    }
  }
  std::sort(entities.begin(), entities.end(), [](const Entity& a, const Entity& b) {
    return std::pair(a.span.begin, a.span.length) < std::pair(b.span.begin, b.span.length);
  });
  for (std::size_t i = 0; i < entities.size(); ++i) entities[i].id = "e" + std::to_string(i + 1);
  return entities;
}

const std::string& Tagger::model() const {
  return parts_->model;
}

}  // namespace wenlan
