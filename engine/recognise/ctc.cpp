// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/ctc.h"

#include <algorithm>
#include <cmath>

#include <opencv2/core/hal/intrin.hpp>

namespace wenlan {
namespace {

constexpr float kLeastAlternative = 0.001F;
constexpr std::size_t kBlock = 64;  // classes
// Below the highest score: 18,710 classes there have 1/3,600 of its weight together.
constexpr float kNegligible = 18;

float highest_of(std::span<const float> block) {
  float highest = block[0];
  std::size_t i = 0;
  if (block.size() == kBlock) {
    cv::v_float32x4 lanes = cv::v_load(block.data());
    for (i = cv::v_float32x4::nlanes; i < kBlock; i += cv::v_float32x4::nlanes)
      lanes = cv::v_max(lanes, cv::v_load(block.data() + i));
    highest = cv::v_reduce_max(lanes);
  }
  for (; i < block.size(); ++i) highest = std::max(highest, block[i]);
  return highest;
}

std::vector<CtcAlternative> others(const CtcFrames& frames,
                                   int frame,
                                   std::span<const std::uint8_t> allowed,
                                   int chosen,
                                   int count) {
  const float log_sum = frames.log_sum(frame);
  std::vector<CtcAlternative> found;
  for (const int c : frames.from(frame, log_sum + std::log(kLeastAlternative)))
    if (c != 0 && c != chosen && allowed[c] != 0)
      found.push_back({c, std::exp(frames.at(frame)[c] - log_sum)});
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.probability > b.probability;
  });
  if (static_cast<int>(found.size()) > count) found.resize(count);
  return found;
}

}  // namespace

CtcFrames::CtcFrames(std::span<const float> scores, int classes)
    : scores_(scores),
      classes_(classes),
      count_(static_cast<int>(scores.size()) / classes),
      blocks_((static_cast<std::size_t>(classes) + kBlock - 1) / kBlock) {
  highest_.reserve(blocks_ * count_);
  for (int frame = 0; frame < count_; ++frame)
    for (std::size_t begin = 0; begin < blocks_ * kBlock; begin += kBlock)
      highest_.push_back(wenlan::highest_of(
          at(frame).subspan(begin, std::min(kBlock, static_cast<std::size_t>(classes_) - begin))));
}

// Calls visit(class, score) for all classes of the blocks that reach `least`.
template <class Visit>
void CtcFrames::visit_blocks(int frame, float least, Visit visit) const {
  const auto scores = at(frame);
  const auto highest = highest_of(frame);
  for (std::size_t block = 0; block < blocks_; ++block) {
    if (highest[block] < least) continue;
    const std::size_t end = std::min(scores.size(), (block + 1) * kBlock);
    for (std::size_t c = block * kBlock; c < end; ++c) visit(static_cast<int>(c), scores[c]);
  }
}

int CtcFrames::best(int frame, std::span<const std::uint8_t> allowed) const {
  const auto scores = at(frame);
  const auto highest = highest_of(frame);
  int best = 0;
  for (std::size_t block = 0; block < blocks_; ++block) {
    if (highest[block] <= scores[best]) continue;
    const std::size_t end = std::min(scores.size(), (block + 1) * kBlock);
    for (std::size_t c = block * kBlock; c < end; ++c)
      if (scores[c] > scores[best] && allowed[c] != 0) best = static_cast<int>(c);
  }
  return best;
}

float CtcFrames::log_sum(int frame) const {
  const auto highest = highest_of(frame);
  const float top = *std::max_element(highest.begin(), highest.end());
  float sum = 0;
  visit_blocks(frame, top - kNegligible, [&](int, float score) {
    if (score > top - kNegligible) sum += std::exp(score - top);
  });
  return top + std::log(sum);
}

std::vector<int> CtcFrames::from(int frame, float least) const {
  std::vector<int> found;
  visit_blocks(frame, least, [&](int c, float score) {
    if (score >= least) found.push_back(c);
  });
  return found;
}

std::vector<CtcPeak> read_peaks(const CtcFrames& frames,
                                std::span<const std::uint8_t> allowed,
                                int alternatives) {
  std::vector<int> best(frames.count());
  for (int i = 0; i < frames.count(); ++i) best[i] = frames.best(i, allowed);
  std::vector<CtcPeak> peaks;
  int frame = 0;
  while (frame < frames.count()) {
    const int chosen = best[frame];
    if (chosen == 0) {
      ++frame;
      continue;
    }
    CtcPeak peak{chosen, 0, 0, {}};
    int highest = frame;
    float weights = 0;
    for (; frame < frames.count() && best[frame] == chosen; ++frame) {
      const float probability = std::exp(frames.at(frame)[chosen] - frames.log_sum(frame));
      peak.position += probability * (static_cast<float>(frame) + 0.5F);
      weights += probability;
      if (probability > peak.probability) {
        peak.probability = probability;
        highest = frame;
      }
    }
    peak.position /= weights;
    peak.alternatives = others(frames, highest, allowed, chosen, alternatives);
    peaks.push_back(std::move(peak));
  }
  return peaks;
}

}  // namespace wenlan
