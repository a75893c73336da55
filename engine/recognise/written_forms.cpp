// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/written_forms.h"

#include <algorithm>
#include <string>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/base/variants.h"

namespace wenlan {
namespace {

constexpr int kFewestTraditional = 8;
constexpr double kMostSimplified = .15;  // of those that could have been either
constexpr float kLeastSeen = .1F;        // of the other reading

char32_t first_of(const std::string& text) {
  const std::u32string code_points = to_code_points(text);
  return code_points.empty() ? 0 : code_points.front();
}

bool is_traditional(char32_t character) {
  const char32_t folded = fold_variant(character);
  return folded != character && is_simplified_only(folded) && !is_simplified_only(character);
}

bool is_set_in_traditional_forms(const std::vector<LineReading>& readings) {
  int traditional = 0, simplified = 0;
  for (const auto& reading : readings)
    for (const auto& glyph : reading.text.glyphs) {
      const char32_t character = first_of(glyph.text);
      traditional += is_traditional(character);
      simplified += is_simplified_only(character);
    }
  return traditional >= kFewestTraditional &&
         simplified <= kMostSimplified * (traditional + simplified);
}

void settle(ReadGlyph& glyph) {
  const char32_t character = first_of(glyph.text);
  if (!is_simplified_only(character)) return;
  const auto other = std::find_if(
      glyph.alternatives.begin(), glyph.alternatives.end(), [&](const Alternative& alternative) {
        const char32_t form = first_of(alternative.text);
        return alternative.confidence >= kLeastSeen && !is_simplified_only(form) &&
               fold_variant(form) == fold_variant(character);
      });
  if (other == glyph.alternatives.end()) return;
  std::swap(glyph.text, other->text);
  std::swap(glyph.confidence, other->confidence);
  glyph.confidence = std::min(1.F, glyph.confidence + other->confidence);
}

}  // namespace

void settle_written_forms(std::vector<LineReading>& readings) {
  if (!is_set_in_traditional_forms(readings)) return;
  for (auto& reading : readings)
    for (auto& glyph : reading.text.glyphs) settle(glyph);
}

}  // namespace wenlan
