// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/assemble_transcript.h"

#include <algorithm>
#include <utility>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

constexpr std::string_view kUnreadable = "〓";

class Assembler {
 public:
  Assembler(const Placement& placement, const RecogniseOptions& options)
      : placement_(placement), options_(options) {}

  void add_line(const LineReading& reading) {
    if (!transcript_.lines.empty()) transcript_.text += '\n';
    const auto begin = static_cast<std::uint32_t>(transcript_.text.size());
    const std::size_t first_glyph = transcript_.glyphs.size();
    for (const ReadGlyph& glyph : reading.text.glyphs) {
      if (glyph.space_before && transcript_.text.size() > begin) transcript_.text += ' ';
      add_glyph(glyph, reading.place, first_glyph);
    }
    const auto length = static_cast<std::uint32_t>(transcript_.text.size()) - begin;
    transcript_.lines.push_back({{begin, length}, mean_confidence(reading.text)});
  }

  Transcript take() { return std::move(transcript_); }

 private:
  void add_glyph(const ReadGlyph& read, const LinePlace& place, std::size_t first_glyph) {
    const std::string text = to_nfc(read.text);
    const Box<ScanSpace> box =
        bounding_box(placement_.to_scan(part_of_line(place, read.begin, read.end)));
    if (transcript_.glyphs.size() > first_glyph && join_to_last(text, box)) return;
    Glyph glyph;
    glyph.line = static_cast<std::uint32_t>(transcript_.lines.size());
    glyph.box = box;
    glyph.confidence = read.confidence;
    const bool unreadable = read.confidence < static_cast<float>(options_.unreadable_below);
    if (unreadable) glyph.alternatives.push_back({text, read.confidence});
    for (const Alternative& other : read.alternatives)
      glyph.alternatives.push_back({to_nfc(other.text), other.confidence});
    const std::string_view written = unreadable ? kUnreadable : std::string_view(text);
    glyph.span = {static_cast<std::uint32_t>(transcript_.text.size()),
                  static_cast<std::uint32_t>(written.size())};
    transcript_.text += written;
    transcript_.glyphs.push_back(std::move(glyph));
  }

  // A mark that composes with the character before belongs to it.
  bool join_to_last(const std::string& text, const Box<ScanSpace>& box) {
    Glyph& last = transcript_.glyphs.back();
    if (last.span.end() != transcript_.text.size()) return false;  // a space is between
    const std::string apart = std::string(text_of(transcript_.text, last.span)) + text;
    const std::string composed = to_nfc(apart);
    if (composed == apart) return false;
    transcript_.text.replace(last.span.begin, last.span.length, composed);
    last.span.length = static_cast<std::uint32_t>(composed.size());
    last.box = united(last.box, box);
    return true;
  }

  const Placement& placement_;
  const RecogniseOptions& options_;
  Transcript transcript_;
};

}  // namespace

Transcript assemble_transcript(const std::vector<LineReading>& lines,
                               const Placement& placement,
                               const RecogniseOptions& options) {
  Assembler assembler(placement, options);
  for (const LineReading& line : lines) assembler.add_line(line);
  return assembler.take();
}

}  // namespace wenlan
