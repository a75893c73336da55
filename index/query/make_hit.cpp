// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query/make_hit.h"

#include <algorithm>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

constexpr std::size_t kMatchesShown = 20;
constexpr std::uint64_t kSnippetUnits = 24;  // on either side of the first match

// Bytes of a line between two of its characters: punctuation and space, without line ends.
std::string between(const PageText& page, std::uint32_t begin, std::uint32_t end) {
  std::string bytes = page.text.substr(begin, end > begin ? end - begin : 0);
  std::erase(bytes, '\n');
  return bytes;
}

std::uint32_t utf16_size(std::string_view utf8) {
  std::uint32_t size = 0;
  for (const char byte : utf8) {
    const auto value = static_cast<unsigned char>(byte);
    if ((value & 0xC0) != 0x80) size += value >= 0xF0 ? 2 : 1;
  }
  return size;
}

// Text and marks, put together piece by piece.
class SnippetWriter {
 public:
  explicit SnippetWriter(SearchHit& hit) : hit_(hit) {}
  void append(const std::string& text, bool marked) {
    const std::uint32_t begin = size_;
    hit_.snippet += text;
    size_ += utf16_size(text);
    if (!marked) return;
    if (!hit_.snippet_marks.empty() && hit_.snippet_marks.back().second == begin)
      hit_.snippet_marks.back().second = size_;
    else
      hit_.snippet_marks.emplace_back(begin, size_);
  }

 private:
  SearchHit& hit_;
  std::uint32_t size_ = 0;
};

}  // namespace

std::vector<HitMaker::Found> HitMaker::found_on(const PageMatch& match) const {
  std::vector<Found> found;
  for (const SearchStream stream : streams_of(rules_.in)) {
    const std::size_t first = found.size();
    for (const SearchText* phrase : phrases_)
      for (const Occurrence& occurrence : find_occurrences(generation_,
                                                           match.page,
                                                           stream,
                                                           *phrase,
                                                           agreement_for(*phrase, rules_.agreement),
                                                           kMatchesShown))
        found.push_back({stream, occurrence.begin, occurrence.length, occurrence.exact});
    std::sort(found.begin() + static_cast<std::ptrdiff_t>(first),
              found.end(),
              [](const Found& a, const Found& b) { return a.begin < b.begin; });
  }
  found.resize(std::min(found.size(), kMatchesShown));
  return found;
}

Result<const HitMaker::OpenPage*> HitMaker::open(std::uint32_t page) {
  const auto known = open_.find(page);
  if (known != open_.end()) return &known->second;
  auto text = generation_.page_text(page);
  if (!text) return fail(text);
  OpenPage opened{*std::move(text), {}};
  opened.streams = split_streams(opened.text, generation_.record(page).after_gap != 0);
  return &open_.emplace(page, std::move(opened)).first->second;
}

Result<std::vector<HitMaker::Printed>> HitMaker::characters(SearchStream stream,
                                                            std::uint32_t page,
                                                            std::uint64_t begin,
                                                            std::uint64_t end) {
  std::vector<Printed> characters;
  const auto at_stream = static_cast<std::size_t>(stream);
  for (std::uint64_t unit = begin; unit < end; ++unit) {
    while (unit >= generation_.units_of(page, stream).end) ++page;
    const auto on = open(page);
    if (!on) return fail(on);
    const auto& places = (*on)->streams[at_stream].places;
    const std::uint64_t local = unit - generation_.units_of(page, stream).begin;
    if (local >= places.size())
      return fail(ErrorCode::bad_document, generation_.name(), "the index holds a damaged page");
    const UnitPlace& place = places[local];
    if (place.line == UnitPlace::kNowhere) continue;
    // The second unit of a character stands where the first does.
    if (!characters.empty() && characters.back().page == page &&
        characters.back().place.span == place.span)
      continue;
    characters.push_back({page, *on, place, false});
  }
  return characters;
}

Box<ScanSpace> HitMaker::box_of(const Printed& character) {
  const PageText& page = character.on->text;
  const std::uint32_t at = character.place.span.begin;
  auto glyph = std::upper_bound(
      page.glyphs.begin(), page.glyphs.end(), at, [](std::uint32_t byte, const PageTextGlyph& of) {
        return byte < of.span.begin;
      });
  if (glyph != page.glyphs.begin()) {
    --glyph;
    if (at < glyph->span.end() && !glyph->box.empty()) return glyph->box;
  }
  return page.lines[character.place.line].box;
}

Result<SearchMatch> HitMaker::match_of(const Found& found, std::uint32_t page) {
  const auto printed = characters(found.stream, page, found.begin, found.begin + found.length);
  if (!printed) return fail(printed);
  SearchMatch match;
  match.exact = found.exact;
  std::uint32_t last_page = 0;
  std::uint32_t last_line = UnitPlace::kNowhere;
  for (const Printed& character : *printed) {
    const PageText& on = character.on->text;
    if (match.pieces.empty()) match.stream = on.lines[character.place.line].stream;
    match.text += text_of(on.text, character.place.span);
    const Box<ScanSpace> box = box_of(character);
    const bool same_page = !match.pieces.empty() && last_page == character.page;
    const bool placeless = box.empty() && same_page && match.pieces.back().box.empty();
    if (same_page && (last_line == character.place.line || placeless))
      match.pieces.back().box = united(match.pieces.back().box, box);
    else
      match.pieces.push_back({on.id, box});
    last_page = character.page;
    last_line = character.place.line;
  }
  return match;
}

Result<void> HitMaker::add_snippet(SearchHit& hit,
                                   const std::vector<Found>& found,
                                   std::uint32_t page) {
  const SearchStream stream = found.empty() ? SearchStream::main : found.front().stream;
  const UnitRange range = generation_.units_of(page, stream);
  const std::uint64_t first = found.empty() ? range.begin : found.front().begin;
  const std::uint64_t last = found.empty() ? range.begin : first + found.front().length;
  const std::uint64_t begin = first - std::min(first - range.begin, kSnippetUnits);
  // What follows is shown from the next page too when the match itself runs over the end.
  const std::uint64_t most = last > range.end ? range.book_end : range.end;
  const std::uint64_t end = std::min(most, last + (found.empty() ? 2 : 1) * kSnippetUnits);
  SnippetWriter writer(hit);
  auto printed = characters(stream, page, begin, end);
  if (!printed) return fail(printed);
  for (const Found& place : found) {
    if (place.stream != stream || place.begin >= end) continue;
    const auto inside = characters(
        stream, page, std::max(place.begin, begin), std::min(place.begin + place.length, end));
    if (!inside) return fail(inside);
    for (const Printed& character : *inside)
      for (Printed& shown : *printed)
        if (shown.page == character.page && shown.place.span == character.place.span)
          shown.marked = true;
  }
  for (std::size_t at = 0; at < printed->size(); ++at) {
    const Printed& character = (*printed)[at];
    const PageText& on = character.on->text;
    writer.append(std::string(text_of(on.text, character.place.span)), character.marked);
    const Printed* const next = at + 1 < printed->size() ? &(*printed)[at + 1] : nullptr;
    const bool same_line =
        next != nullptr && next->page == character.page && next->place.line == character.place.line;
    const std::uint32_t until =
        same_line ? next->place.span.begin : on.lines[character.place.line].span.end();
    // Behind the last character shown, only what belongs to it.
    if (next != nullptr)
      writer.append(between(on, character.place.span.end(), until),
                    same_line && character.marked && next->marked);
  }
  return {};
}

Result<SearchHit> HitMaker::hit_on(const PageMatch& match, double score) {
  const auto page = open(match.page);
  if (!page) return fail(page);
  const ManifestBook& book = generation_.book_of(match.page);
  SearchHit hit;
  hit.book = book.id;
  hit.title = book.title;
  hit.page = (*page)->text.id;
  hit.leaf = (*page)->text.leaf;
  hit.score = score;
  const std::vector<Found> found = found_on(match);
  for (const Found& place : found) {
    auto shown = match_of(place, match.page);
    if (!shown) return fail(shown);
    hit.matches.push_back(*std::move(shown));
  }
  if (const auto added = add_snippet(hit, found, match.page); !added) return fail(added);
  return hit;
}

}  // namespace wenlan
