// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/quality/signs.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

namespace wenlan {
namespace {

constexpr std::array<std::pair<Sign, float>, 5> kConfidences{{{Sign::below_99, 0.99F},
                                                              {Sign::below_95, 0.95F},
                                                              {Sign::below_85, 0.85F},
                                                              {Sign::below_50, 0.5F},
                                                              {Sign::below_30, 0.3F}}};
constexpr std::size_t kLeastForPitch = 4;  // characters of a line that tell its pitch
constexpr double kGap = 1.6;               // pitches
constexpr std::size_t kFragment = 2;
constexpr double kOddSize = 0.35;  // natural logarithm of the ratio of widths

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
  double width() const { return double{is_vertical(line->mode) ? box.width : box.height}; }
};

double median_of(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

void count_confidences(const ReadLine& read) {
  for (const Glyph* glyph : read.glyphs)
    for (const auto& [sign, limit] : kConfidences)
      if (glyph->confidence < limit) (*read.signs)[sign] += 1;
}

// Characters that would have had room between two neighbours.
void count_gaps(const ReadLine& read) {
  if (read.glyphs.size() < kLeastForPitch) return;
  std::vector<double> places;
  for (const Glyph* glyph : read.glyphs) {
    const auto center = glyph->box.center();
    places.push_back(double{is_vertical(read.line->mode) ? center.y : center.x});
  }
  std::sort(places.begin(), places.end());
  std::vector<double> advances;
  for (std::size_t i = 1; i < places.size(); ++i) advances.push_back(places[i] - places[i - 1]);
  const double pitch = median_of(advances);
  if (pitch <= 0) return;
  for (const double advance : advances)
    if (advance > kGap * pitch) (*read.signs)[Sign::gap] += std::round(advance / pitch) - 1;
}

void count_own(const ReadLine& read) {
  read.signs->characters = read.characters();
  count_confidences(read);
  count_gaps(read);
  if (read.glyphs.size() <= kFragment) (*read.signs)[Sign::fragment] = read.characters();
  (*read.signs)[Sign::doubtful_line] = double{1 - read.line->confidence} * read.characters();
}

void count_minority(const std::vector<ReadLine>& text) {
  double upright = 0, all = 0;
  for (const ReadLine& read : text) {
    all += read.characters();
    if (is_vertical(read.line->mode)) upright += read.characters();
  }
  for (const ReadLine& read : text)
    if (is_vertical(read.line->mode) != (2 * upright >= all))
      (*read.signs)[Sign::minority] = read.characters();
}

void count_odd_sizes(const std::vector<ReadLine>& text, Stream stream) {
  std::vector<double> widths;  // of each character's line
  for (const ReadLine& read : text)
    if (read.line->stream == stream)
      widths.insert(widths.end(), read.glyphs.size(), std::max(1.0, read.width()));
  const double usual = median_of(std::move(widths));
  if (usual <= 0) return;
  for (const ReadLine& read : text)
    if (read.line->stream == stream &&
        std::abs(std::log(std::max(1.0, read.width()) / usual)) > kOddSize)
      (*read.signs)[Sign::odd_size] = read.characters();
}

void count_overlaps(const std::vector<ReadLine>& text) {
  for (const ReadLine& read : text) {
    if (read.box.empty()) continue;
    double covered = 0;
    for (const ReadLine& other : text)
      if (&other != &read) covered += double{intersected(read.box, other.box).area()};
    (*read.signs)[Sign::overlap] =
        std::min(1.0, covered / double{read.box.area()}) * read.characters();
  }
}

// What one half has more than the other, beyond the one that an odd number leaves over.
void count_uneven_halves(const std::vector<ReadLine>& text) {
  struct Halves {
    double difference = 0;
    const ReadLine* last = nullptr;
  };
  std::map<int, Halves> notes;
  for (const ReadLine& read : text) {
    if (!read.line->note_segment || read.line->note_half == NoteHalf::single) continue;
    Halves& note = notes[*read.line->note_segment];
    note.difference +=
        read.line->note_half == NoteHalf::left ? -read.characters() : read.characters();
    note.last = &read;
  }
  for (const auto& [segment, note] : notes)
    (*note.last->signs)[Sign::uneven_halves] = std::max(0.0, std::abs(note.difference) - 1);
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
    count_own(read);
    if (is_text(*read.line) && !read.glyphs.empty()) text.push_back(std::move(read));
  }
  count_minority(text);
  count_odd_sizes(text, Stream::main);
  count_odd_sizes(text, Stream::note);
  count_overlaps(text);
  count_uneven_halves(text);
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
