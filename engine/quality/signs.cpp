// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/quality/signs.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/quality/familiar_pairs.h"

namespace wenlan {
namespace {

constexpr std::array<std::pair<Sign, float>, 5> kConfidences{{{Sign::below_99, 0.99F},
                                                              {Sign::below_95, 0.95F},
                                                              {Sign::below_85, 0.85F},
                                                              {Sign::below_50, 0.5F},
                                                              {Sign::below_30, 0.3F}}};
constexpr char32_t kUnreadable = U'〓';
constexpr float kUnsure = 0.99F;

bool is_text(const Line& line) {
  return line.stream == Stream::main || line.stream == Stream::note;
}

// A line with the characters that were read in it.
struct ReadLine {
  const Line* line;
  Box<ScanSpace> box;
  std::vector<const Glyph*> glyphs;
  SignSums* signs;

  double characters() const { return static_cast<double>(glyphs.size()); }
};

void count_confidences(const ReadLine& read) {
  for (const Glyph* glyph : read.glyphs)
    for (const auto& [sign, limit] : kConfidences)
      if (glyph->confidence < limit) (*read.signs)[sign] += 1;
}

// Characters that go with neither neighbour; what is not Han is passed over, as it was where the
// pairs were learnt.
void count_strange(const ReadLine& read, std::string_view text) {
  std::u32string han;
  std::vector<const Glyph*> glyphs;
  for (const Glyph* glyph : read.glyphs)
    for (const char32_t character : to_code_points(text_of(text, glyph->span)))
      if (is_han(character) || character == kUnreadable) {
        han.push_back(character);
        glyphs.push_back(glyph);
      }
  bool with_last = han.size() < 2;  // alone, it has no neighbours to be strange to
  for (std::size_t i = 0; i < han.size(); ++i) {
    const bool with_next = i + 1 < han.size() && is_familiar_pair(han[i], han[i + 1]);
    if (!with_last && !with_next) {
      (*read.signs)[Sign::strange] += 1;
      if (glyphs[i]->confidence < kUnsure) (*read.signs)[Sign::strange_unsure] += 1;
    }
    with_last = with_next;
  }
}

void count_own(const ReadLine& read, std::string_view text) {
  read.signs->characters = read.characters();
  count_confidences(read);
  count_strange(read, text);
}

// From the left, so that a line is compared only with those that begin before it ends.
void count_overlaps(std::vector<ReadLine> text) {
  std::erase_if(text, [](const ReadLine& read) { return read.box.empty(); });
  std::sort(text.begin(), text.end(), [](const ReadLine& a, const ReadLine& b) {
    return a.box.x < b.box.x;
  });
  std::vector<double> covered(text.size());
  for (std::size_t i = 0; i < text.size(); ++i)
    for (std::size_t j = i + 1; j < text.size() && text[j].box.x < text[i].box.right(); ++j) {
      const double shared{intersected(text[i].box, text[j].box).area()};
      covered[i] += shared;
      covered[j] += shared;
    }
  for (std::size_t i = 0; i < text.size(); ++i)
    (*text[i].signs)[Sign::overlap] =
        std::min(1.0, covered[i] / double{text[i].box.area()}) * text[i].characters();
}

}  // namespace

SignSums& SignSums::operator+=(const SignSums& other) {
  characters += other.characters;
  for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += other.sums[i];
  return *this;
}

std::vector<SignSums> signs_of_lines(const Layout& layout, const Transcript& transcript) {
  std::vector<SignSums> signs(layout.lines.size());
  std::vector<ReadLine> lines;
  for (std::size_t i = 0; i < layout.lines.size(); ++i)
    lines.push_back({&layout.lines[i], bounding_box(layout.lines[i].outline), {}, &signs[i]});
  for (const Glyph& glyph : transcript.glyphs)
    if (glyph.line < lines.size()) lines[glyph.line].glyphs.push_back(&glyph);
  std::vector<ReadLine> text;
  for (ReadLine& read : lines) {
    count_own(read, transcript.text);
    if (is_text(*read.line) && !read.glyphs.empty()) text.push_back(std::move(read));
  }
  count_overlaps(std::move(text));
  return signs;
}

SignSums signs_of_text(const Layout& layout, const Transcript& transcript) {
  const auto lines = signs_of_lines(layout, transcript);
  SignSums sum;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (is_text(layout.lines[i])) sum += lines[i];
  return sum;
}

}  // namespace wenlan
