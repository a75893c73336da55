// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag/name_features.h"

#include "engine/base/utf8.h"
#include "engine/base/variants.h"

namespace wenlan {
namespace {

// Symbols below the ideographs stand for what needs no telling apart.
constexpr std::uint16_t kBeyondText = 1;
constexpr std::uint16_t kDigit = 2;
constexpr std::uint16_t kLetter = 3;
constexpr std::uint16_t kRareIdeograph = 4;  // outside the basic plane even when folded

// Punctuation of different editions, as the training text writes it: the form, then the others.
constexpr std::u32string_view kPunctuation[] = {U"，,",
                                                U"。.．｡",
                                                U"、､",
                                                U"；;",
                                                U"：:",
                                                U"？?",
                                                U"！!",
                                                U"「“‘『\"'",
                                                U"」”’』",
                                                U"（([［〔【",
                                                U"）)]］〕】",
                                                U"《〈<",
                                                U"》〉>",
                                                U"—-─―－–",
                                                U"…⋯",
                                                U"·・‧•･",
                                                U"○〇◯"};

char32_t one_form_of(char32_t character) {
  if (is_han(character) && character != U'〇') return fold_variant(character);
  for (const std::u32string_view forms : kPunctuation)
    if (forms.find(character) != std::u32string_view::npos) return forms.front();
  return character;
}

std::uint16_t symbol_of(char32_t folded) {
  if (folded > 0xFFFF) return kRareIdeograph;
  if (is_han(folded)) return static_cast<std::uint16_t>(folded);
  if (folded >= U'0' && folded <= U'9') return kDigit;
  if (folded >= 0xC0 && folded < 0x2000) return kLetter;
  if ((folded | 0x20) >= U'a' && (folded | 0x20) <= U'z') return kLetter;
  return static_cast<std::uint16_t>(folded);  // punctuation
}

// Collects the keys of one place; the order of the calls is what numbers the templates.
class KeyList {
 public:
  void add(std::uint64_t a) { push(a); }
  void add(std::uint64_t a, std::uint64_t b) { push(a << 16 | b); }
  void add(std::uint64_t a, std::uint64_t b, std::uint64_t c) { push(a << 32 | b << 16 | c); }
  // Cluster numbers: four of 12 bits.
  void add(std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t d) {
    push(a << 36 | b << 24 | c << 12 | d);
  }
  const FeatureKeys& keys() const { return keys_; }

 private:
  void push(std::uint64_t value) {
    keys_[count_] = (static_cast<std::uint64_t>(count_) + 1) << 48 | value;
    ++count_;
  }
  FeatureKeys keys_{};
  std::size_t count_ = 0;
};

}  // namespace

FeatureText::FeatureText(std::u32string_view text, const CharacterClusters& clusters)
    : characters_(text.size() + 2 * kMargin) {
  for (std::size_t i = 0; i < kMargin; ++i)
    characters_[i].symbol = characters_[characters_.size() - 1 - i].symbol = kBeyondText;
  char32_t folded = text.empty() ? 0 : one_form_of(text[0]);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t next = i + 1 < text.size() ? one_form_of(text[i + 1]) : 0;
    Character& character = characters_[kMargin + i];
    character.symbol = symbol_of(folded);
    character.cluster = clusters.of(folded);
    if (next != 0) character.pair = clusters.of(folded, next);
    folded = next;
  }
}

FeatureKeys FeatureText::features_at(std::size_t place) const {
  const Character* at = &characters_[place + kMargin];
  const auto symbol = [at](int step) { return at[step].symbol; };
  const auto fine = [at](int step) { return at[step].cluster.fine; };
  const auto coarse = [at](int step) { return at[step].cluster.coarse; };
  const auto pair = [at](int step) { return at[step].pair.fine; };
  const auto wide = [at](int step) { return at[step].pair.coarse; };
  KeyList list;
  for (int step = -2; step <= 2; ++step) list.add(symbol(step));
  for (int step = -2; step <= 1; ++step) list.add(symbol(step), symbol(step + 1));
  list.add(symbol(-1), symbol(1));
  for (int step = -2; step <= 0; ++step) list.add(symbol(step), symbol(step + 1), symbol(step + 2));
  for (int step = -2; step <= 2; ++step) list.add(fine(step));
  for (int step = -1; step <= 0; ++step) list.add(fine(step), fine(step + 1));
  list.add(fine(-1), fine(0), fine(1));
  for (int step = -3; step <= 3; step += 6) list.add(coarse(step));
  for (int step = -2; step <= 1; ++step) list.add(coarse(step), coarse(step + 1));
  list.add(coarse(-1), coarse(1));
  for (int step = -2; step <= 0; ++step) list.add(coarse(step), coarse(step + 1), coarse(step + 2));
  list.add(coarse(-2), coarse(-1), coarse(0), coarse(1));
  list.add(coarse(-1), coarse(0), coarse(1), coarse(2));
  for (int step = -3; step <= 2; ++step) list.add(pair(step));
  for (int step = -2; step <= 1; ++step) list.add(wide(step));
  list.add(wide(-2), wide(0));
  list.add(wide(-1), wide(1));
  list.add(pair(-2), symbol(0));
  list.add(symbol(0), pair(1));
  list.add(0);  // how common each label is
  return list.keys();
}

}  // namespace wenlan
