// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/schema/stream_text.h"

#include <algorithm>
#include <optional>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

void append_break(StreamText& stream) {
  stream.text.folded.push_back(kBreak);
  stream.text.printed.push_back(kBreak);
  stream.places.push_back({});
}

// Appends the text of a line; returns whether there was any.
bool append_line(StreamText& stream, const PageText& page, std::uint32_t line) {
  const TextSpan span = page.lines[line].span;
  const std::string_view text = std::string_view(page.text).substr(
      std::min<std::size_t>(span.begin, page.text.size()), span.length);
  std::uint32_t at = span.begin;
  bool any = false;
  for (const auto& [bytes, code_point] : code_points_with_bytes(text)) {
    const auto length = static_cast<std::uint32_t>(bytes.size());
    const int units = code_point ? append_character(stream.text, *code_point) : 0;
    for (int unit = 0; unit < units; ++unit) stream.places.push_back({{at, length}, line});
    any = any || units > 0;
    at += length;
  }
  return any;
}

}  // namespace

SearchStream search_stream_of(Stream stream) {
  if (stream == Stream::main) return SearchStream::main;
  return stream == Stream::note ? SearchStream::note : SearchStream::other;
}

StreamTexts split_streams(const PageText& page, bool after_gap) {
  StreamTexts streams;
  auto& [main, note, other] = streams;
  if (after_gap) {
    append_break(main);
    append_break(note);
  }
  bool main_since_note = false;
  std::optional<std::pair<std::uint16_t, Stream>> last_other;
  for (std::uint32_t line = 0; line < page.lines.size(); ++line) {
    const PageTextLine& of = page.lines[line];
    switch (search_stream_of(of.stream)) {
      case SearchStream::main:
        main_since_note = append_line(main, page, line) || main_since_note;
        break;
      case SearchStream::note:
        if (main_since_note) append_break(note);
        main_since_note = false;
        append_line(note, page, line);
        break;
      case SearchStream::other:
        if (last_other != std::pair(of.region, of.stream)) append_break(other);
        last_other = {of.region, of.stream};
        append_line(other, page, line);
        break;
    }
  }
  if (main_since_note) append_break(note);
  return streams;
}

}  // namespace wenlan
