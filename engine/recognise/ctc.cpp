// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/ctc.h"

#include <algorithm>

namespace wenlan {
namespace {

constexpr float kLeastAlternative = 0.001F;

int best_class(std::span<const float> frame, std::span<const std::uint8_t> allowed) {
  int best = 0;
  for (int i = 1; i < static_cast<int>(frame.size()); ++i)
    if (frame[i] > frame[best] && allowed[i] != 0) best = i;
  return best;
}

std::vector<CtcAlternative> others(std::span<const float> frame,
                                   std::span<const std::uint8_t> allowed,
                                   int chosen,
                                   int count) {
  std::vector<CtcAlternative> found;
  for (int i = 1; i < static_cast<int>(frame.size()); ++i)
    if (i != chosen && allowed[i] != 0 && frame[i] >= kLeastAlternative)
      found.push_back({i, frame[i]});
  std::sort(found.begin(), found.end(), [](const CtcAlternative& a, const CtcAlternative& b) {
    return a.probability > b.probability;
  });
  if (static_cast<int>(found.size()) > count) found.resize(count);
  return found;
}

}  // namespace

std::vector<CtcPeak> read_peaks(const CtcFrames& frames,
                                std::span<const std::uint8_t> allowed,
                                int alternatives) {
  std::vector<int> best(frames.count());
  for (int i = 0; i < frames.count(); ++i) best[i] = best_class(frames.at(i), allowed);
  std::vector<CtcPeak> peaks;
  int frame = 0;
  while (frame < frames.count()) {
    const int chosen = best[frame];
    CtcPeak peak{chosen, 0, 0, {}};
    int highest = frame;
    float weights = 0;
    for (; frame < frames.count() && best[frame] == chosen; ++frame) {
      const float probability = frames.at(frame)[chosen];
      peak.position += probability * (static_cast<float>(frame) + 0.5F);
      weights += probability;
      if (probability > peak.probability) {
        peak.probability = probability;
        highest = frame;
      }
    }
    if (chosen == 0) continue;
    peak.position /= weights;
    peak.alternatives = others(frames.at(highest), allowed, chosen, alternatives);
    peaks.push_back(std::move(peak));
  }
  return peaks;
}

}  // namespace wenlan
