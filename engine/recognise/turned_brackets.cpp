// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/turned_brackets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace wenlan {
namespace {

constexpr std::array<std::string_view, 12> kBrackets{
    "【", "】", "「", "」", "『", "』", "〔", "〕", "（", "）", "《", "》"};
constexpr float kLeast = .005F;  // of all brackets together

}  // namespace

TurnedBrackets::TurnedBrackets(const Charset& charset) {
  for (int c = 1; c < charset.size(); ++c) {
    if (charset.text(c) == "一") bar_ = c;
    if (std::find(kBrackets.begin(), kBrackets.end(), charset.text(c)) != kBrackets.end())
      brackets_.push_back(c);
  }
}

CtcAlternative TurnedBrackets::best_bracket(const CtcFrames& frames, int frame, float& all) const {
  const float log_sum = frames.log_sum(frame);
  CtcAlternative best;
  for (const int c : brackets_) {
    const float probability = std::exp(frames.at(frame)[c] - log_sum);
    all += probability;
    if (probability > best.probability) best = {c, probability};
  }
  return best;
}

void TurnedBrackets::settle(std::vector<CtcPeak>& peaks, const CtcFrames& frames) const {
  for (CtcPeak& peak : peaks) {
    if (peak.class_index != bar_ || bar_ == 0) continue;
    const int frame = std::clamp(static_cast<int>(peak.position), 0, frames.count() - 1);
    float all = 0;
    const CtcAlternative bracket = best_bracket(frames, frame, all);
    if (all < kLeast) continue;
    const std::size_t count = peak.alternatives.size();
    std::erase_if(peak.alternatives, [&](const CtcAlternative& other) {
      return other.class_index == bracket.class_index;
    });
    peak.alternatives.insert(peak.alternatives.begin(), {bar_, peak.probability});
    peak.alternatives.resize(count);
    peak.class_index = bracket.class_index;
    peak.probability *= bracket.probability / all;
  }
}

}  // namespace wenlan
