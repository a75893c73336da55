// SPDX-License-Identifier: GPL-3.0-or-later
// From a network's frames to characters: the best class of each frame, runs of one class joined,
// blanks dropped (CTC, best path).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace wenlan {

struct CtcAlternative {
  int class_index = 0;
  float probability = 0;
};

struct CtcPeak {
  int class_index = 0;
  float probability = 0;  // the highest of its frames
  float position = 0;     // in frames, weighted by probability; the middle of frame 0 is 0.5
  std::vector<CtcAlternative> alternatives;  // of that highest frame, best first, no blank
};

struct CtcFrames {
  std::span<const float> probabilities;  // frames x classes, rows of sum 1; class 0 is the blank
  int classes = 0;

  int count() const { return static_cast<int>(probabilities.size()) / classes; }
  std::span<const float> at(int frame) const {
    return probabilities.subspan(static_cast<std::size_t>(frame) * classes, classes);
  }
};

// Classes with allowed[c] == 0 count as impossible. At most `alternatives` for each peak.
std::vector<CtcPeak> read_peaks(const CtcFrames& frames,
                                std::span<const std::uint8_t> allowed,
                                int alternatives);

}  // namespace wenlan
