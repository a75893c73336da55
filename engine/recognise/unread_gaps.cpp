// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/unread_gaps.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace wenlan {
namespace {

constexpr std::size_t kLeastPeaks = 5;  // for a pitch to go by
constexpr float kLeastGap = 1.6F;       // pitches between two characters with one unread
constexpr float kMostGap = 2.5F;
constexpr float kWindow = 0.35F;     // pitches to each side of the gap's middle
constexpr float kInk = 0.04F;        // share of dark pixels that is a stroke
constexpr double kInkedShare = 0.7;  // of the window
constexpr float kBelief = 0.5F;      // in a class that lost to the blank
constexpr std::size_t kGuesses = 5;
constexpr float kLeastToEnd = 0.6F;  // pitches from a line's end to a character's middle
constexpr float kLeastAtEnd = 0.1F;

float pitch_of(const std::vector<CtcPeak>& peaks) {
  std::vector<float> steps;
  for (std::size_t i = 1; i < peaks.size(); ++i)
    steps.push_back(peaks[i].position - peaks[i - 1].position);
  const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
  std::nth_element(steps.begin(), middle, steps.end());
  return *middle;
}

bool is_inked(const std::vector<float>& ink, float first, float last) {
  const int begin = std::max(0, static_cast<int>(std::lround(first)));
  const int end = std::min(static_cast<int>(ink.size()), static_cast<int>(std::lround(last)));
  if (begin >= end) return false;
  const auto inked = std::count_if(
      ink.begin() + begin, ink.begin() + end, [](float share) { return share >= kInk; });
  return static_cast<double>(inked) >= kInkedShare * (end - begin);
}

// What the frames first..last think of beside the blank, best first.
CtcPeak guess_at(const CtcFrames& frames,
                 std::span<const std::uint8_t> allowed,
                 int first,
                 int last) {
  std::vector<CtcAlternative> guesses(frames.classes());
  for (int c = 0; c < frames.classes(); ++c) guesses[c].class_index = c;
  float sum = 0;
  for (int frame = first; frame <= last; ++frame) {
    const auto scores = frames.at(frame);
    const float log_sum = frames.log_sum(frame);
    for (int c = 1; c < frames.classes(); ++c) {
      if (allowed[c] == 0) continue;
      const float probability = std::exp(scores[c] - log_sum);
      guesses[c].probability += probability;
      sum += probability;
    }
  }
  const auto kept =
      guesses.begin() + static_cast<std::ptrdiff_t>(std::min(kGuesses + 1, guesses.size()));
  std::partial_sort(guesses.begin(), kept, guesses.end(), [](const auto& a, const auto& b) {
    return a.probability > b.probability;
  });
  guesses.erase(kept, guesses.end());
  for (CtcAlternative& guess : guesses) guess.probability *= kBelief / std::max(sum, 1e-9F);
  CtcPeak peak{guesses[0].class_index, guesses[0].probability, 0, {}};
  peak.alternatives.assign(guesses.begin() + 1, guesses.end());
  return peak;
}

class Filler {
 public:
  Filler(const CtcFrames& frames,
         std::span<const std::uint8_t> allowed,
         const std::vector<float>& ink,
         int frame_step,
         float pitch)
      : frames_(frames),
        allowed_(allowed),
        ink_(ink),
        step_(static_cast<float>(frame_step)),
        pitch_(pitch) {}

  // A character around `middle`, in frames, where there is ink for one.
  std::optional<CtcPeak> at(float middle) const {
    const float first = middle - kWindow * pitch_, last = middle + kWindow * pitch_;
    if (!is_inked(ink_, first * step_, last * step_)) return std::nullopt;
    CtcPeak guess = guess_at(frames_,
                             allowed_,
                             std::max(0, static_cast<int>(first)),
                             std::min(frames_.count() - 1, static_cast<int>(last)));
    guess.position = middle;
    return guess;
  }

  // The same at an end of the line, where the ink may be a piece of the frame: one character must
  // stand out.
  std::optional<CtcPeak> at_end(float middle) const {
    const float length = static_cast<float>(ink_.size()) / step_;
    if (std::min(middle, length - middle) < kLeastToEnd * pitch_) return std::nullopt;
    std::optional<CtcPeak> guess = at(middle);
    return guess && guess->probability >= kLeastAtEnd ? guess : std::nullopt;
  }

 private:
  const CtcFrames& frames_;
  std::span<const std::uint8_t> allowed_;
  const std::vector<float>& ink_;
  float step_;
  float pitch_;
};

}  // namespace

std::vector<CtcPeak> fill_unread_gaps(std::vector<CtcPeak> peaks,
                                      const CtcFrames& frames,
                                      std::span<const std::uint8_t> allowed,
                                      const std::vector<float>& ink,
                                      int frame_step) {
  if (peaks.size() < kLeastPeaks) return peaks;
  const float pitch = pitch_of(peaks);
  const Filler filler(frames, allowed, ink, frame_step, pitch);
  std::vector<CtcPeak> filled;
  const auto add = [&](std::optional<CtcPeak> guess) {
    if (guess) filled.push_back(*std::move(guess));
  };
  add(filler.at_end(peaks.front().position - pitch));
  float before = peaks.front().position;
  for (CtcPeak& peak : peaks) {
    const float gap = peak.position - before;
    if (gap >= kLeastGap * pitch && gap <= kMostGap * pitch) add(filler.at(before + gap / 2));
    before = peak.position;
    filled.push_back(std::move(peak));
  }
  add(filler.at_end(before + pitch));
  return filled;
}

}  // namespace wenlan
