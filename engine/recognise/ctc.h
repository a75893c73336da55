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

// What a network scores each class of each frame with, before the softmax: probabilities are asked
// of few of them. The scores must outlive the frames. Class 0 is the blank.
class CtcFrames {
 public:
  // `scores`: frames x classes.
  CtcFrames(std::span<const float> scores, int classes);

  int count() const { return count_; }
  int classes() const { return classes_; }
  std::span<const float> at(int frame) const {
    return scores_.subspan(static_cast<std::size_t>(frame) * classes_, classes_);
  }
  // The class of the highest score among the blank and those with allowed[c] != 0; of equal ones
  // the first.
  int best(int frame, std::span<const std::uint8_t> allowed) const;
  // exp(score - log_sum) is the probability of a class, within .03 %.
  float log_sum(int frame) const;
  // The classes that score `least` or more, in their order.
  std::vector<int> from(int frame, float least) const;

 private:
  std::span<const float> highest_of(int frame) const {
    return std::span(highest_).subspan(static_cast<std::size_t>(frame) * blocks_, blocks_);
  }
  template <class Visit>
  void visit_blocks(int frame, float least, Visit visit) const;

  std::span<const float> scores_;
  int classes_;
  int count_;
  std::size_t blocks_;          // in a frame
  std::vector<float> highest_;  // score of each block of classes, frame by frame
};

// Classes with allowed[c] == 0 count as impossible. At most `alternatives` for each peak.
std::vector<CtcPeak> read_peaks(const CtcFrames& frames,
                                std::span<const std::uint8_t> allowed,
                                int alternatives);

}  // namespace wenlan
