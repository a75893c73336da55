// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag/stream_text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

bool is_white(char32_t character) {
  return character <= U' ' || character == 0xA0 || character == 0x3000 || character == 0xFEFF ||
         (character >= 0x2000 && character <= 0x200F);
}

bool is_white(std::string_view text) {
  const std::u32string characters = to_code_points(text);
  return std::all_of(characters.begin(), characters.end(), [](char32_t c) { return is_white(c); });
}

// Lines with equal keys are one text; none: the line is a text of its own.
using TextKey = std::pair<Stream, std::string>;
std::optional<TextKey> key_of(const Line& line, const std::set<std::string>& headlines) {
  if (line.stream == Stream::main)
    return TextKey{Stream::main, headlines.contains(line.region) ? line.region : std::string()};
  if (line.stream == Stream::note && line.note_segment)
    return TextKey{Stream::note, std::to_string(*line.note_segment)};
  return std::nullopt;
}

void append_line(const Transcript& transcript, TextSpan line, StreamText& stream) {
  std::uint32_t place = line.begin;
  for (const EncodedCodePoint& point : code_points_with_bytes(text_of(transcript.text, line))) {
    const auto length = static_cast<std::uint32_t>(point.bytes.size());
    const char32_t character = point.code_point.value_or(0xFFFD);
    if (!is_white(character)) {
      stream.characters.push_back(character);
      stream.places.push_back({place, length});
    }
    place += length;
  }
}

}  // namespace

std::vector<StreamText> stream_texts(const Transcript& transcript, const Layout& layout) {
  std::set<std::string> headlines;
  for (const Region& region : layout.regions)
    if (region.kind == RegionKind::headline) headlines.insert(region.id);
  std::vector<StreamText> texts;
  std::map<TextKey, std::size_t> open;  // index into texts
  const std::size_t lines = std::min(layout.lines.size(), transcript.lines.size());
  for (std::size_t i = 0; i < lines; ++i) {
    const std::optional<TextKey> key = key_of(layout.lines[i], headlines);
    std::size_t index = texts.size();
    if (key) index = open.emplace(*key, texts.size()).first->second;
    if (index == texts.size()) texts.emplace_back();
    append_line(transcript, transcript.lines[i].span, texts[index]);
  }
  std::erase_if(texts, [](const StreamText& text) { return text.characters.empty(); });
  return texts;
}

TextSpan unbroken_span(const StreamText& stream,
                       std::string_view page_text,
                       std::size_t begin,
                       std::size_t end) {
  std::size_t best = begin, best_end = begin;
  for (std::size_t first = begin, next = begin + 1; next <= end; ++next) {
    bool broken = next == end;
    if (!broken) {
      const std::uint32_t gap = stream.places[next - 1].end();
      const std::uint32_t gap_end = stream.places[next].begin;
      broken = gap_end < gap || !is_white(page_text.substr(gap, gap_end - gap));
    }
    if (!broken) continue;
    if (next - first > best_end - best) best = first, best_end = next;
    first = next;
  }
  const std::uint32_t from = stream.places[best].begin;
  return {from, stream.places[best_end - 1].end() - from};
}

}  // namespace wenlan
