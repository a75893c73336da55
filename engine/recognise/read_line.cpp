// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/read_line.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/recognise/letter_tails.h"

namespace wenlan {
namespace {

constexpr float kSure = 0.75F;       // a row read with less is shown to the other recognisers
constexpr float kQuiteSure = 0.95F;  // read with more, it is not shown to further ones
constexpr std::ptrdiff_t kSomeHan = 2;
constexpr std::ptrdiff_t kFewestLetters =
    5;  // a piece of a row may look like a letter of any script

std::ptrdiff_t count_letters(const ReadLine& line, bool (*is_letter)(char32_t)) {
  return std::count_if(line.glyphs.begin(), line.glyphs.end(), [&](const ReadGlyph& glyph) {
    const std::u32string code_points = to_code_points(glyph.text);
    return !code_points.empty() && is_letter(code_points.front());
  });
}

bool is_latin(const ReadLine& line) {
  const auto letters = count_letters(line, [](char32_t c) { return c < 0x250 && c > 0x40; });
  return 2 * letters > static_cast<std::ptrdiff_t>(line.glyphs.size());
}

// Rows of Chinese with words of other languages stay whole; what is nothing but digits and signs
// may be another script, unless it is quite sure.
bool is_settled(const ReadLine& line) {
  const float confidence = mean_confidence(line);
  const auto han = count_letters(line, [](char32_t c) { return is_han(c); });
  if (han >= kSomeHan) return confidence >= kSure;
  return confidence >= (han > 0 ? kSure : kQuiteSure) && !is_latin(line);
}

// Letters of other scripts: a recogniser that does not know the script at hand gives digits and
// signs, and is sure of them.
bool is_of_another_script(const ReadLine& line) {
  const auto letters =
      count_letters(line, [](char32_t c) { return c >= 0x250 && (c < 0x2000 || c > 0x2BFF); });
  return letters >= kFewestLetters && 2 * letters > static_cast<std::ptrdiff_t>(line.glyphs.size());
}

Result<LineRead> read_with(const LineRecogniser& recogniser,
                           const cv::Mat& pixels,
                           const Polygon<CleanSpace>& outline,
                           bool vertical) {
  const bool tails = !vertical && recogniser.wants_tails();
  LineRead read;
  read.crop = crop_line(pixels, tails ? with_letter_tails(pixels, outline) : outline, vertical);
  if (read.crop.image.pixels.empty()) return read;
  Result<ReadLine> text = recogniser.read(read.crop.image);
  if (!text) return fail(text);
  read.text = *std::move(text);
  return read;
}

}  // namespace

Result<LineRead> read_line(const cv::Mat& pixels,
                           const Polygon<CleanSpace>& outline,
                           bool vertical,
                           const Recognisers& recognisers) {
  Result<LineRead> best = read_with(*recognisers.main, pixels, outline, vertical);
  if (!best || vertical || best->crop.image.pixels.empty()) return best;
  if (is_settled(best->text)) return best;
  for (std::size_t i = 0; i < recognisers.others.size(); ++i) {
    if (i > 0 && mean_confidence(best->text) >= kQuiteSure) break;
    Result<LineRead> read = read_with(*recognisers.others[i], pixels, outline, vertical);
    if (!read) return read;
    const bool heard = i == 0 || is_of_another_script(read->text);
    if (heard && mean_confidence(read->text) > mean_confidence(best->text)) best = *std::move(read);
  }
  return best;
}

}  // namespace wenlan
