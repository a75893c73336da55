// SPDX-License-Identifier: GPL-3.0-or-later
// Networks that answer once for each picture: pages read again under other settings cost only what
// the settings change.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/recognise/line_recogniser.h"
#include "engine/segment/line_detector.h"

namespace wenlan {

// What was answered, by picture and a number beside it.
template <class Answer>
class AnswerMemory {
 public:
  // The answer of `ask`, or that of the first time. Failures are not kept.
  template <class Ask>
  Result<Answer> answer(const cv::Mat& pixels, int beside, const Ask& ask) {
    const std::size_t key = key_of(pixels, beside);
    const std::lock_guard lock(mutex_);
    if (const auto known = answers_.find(key); known != answers_.end()) return known->second;
    Result<Answer> given = ask();
    if (given) answers_.emplace(key, *given);
    return given;
  }

 private:
  static std::size_t key_of(const cv::Mat& pixels, int beside) {
    const cv::Mat whole = pixels.isContinuous() ? pixels : pixels.clone();
    const std::string_view bytes(whole.ptr<char>(), whole.total() * whole.elemSize());
    const std::string sizes = std::to_string(whole.cols) + ' ' + std::to_string(beside);
    return std::hash<std::string_view>{}(bytes)*31 + std::hash<std::string>{}(sizes);
  }

  std::mutex mutex_;
  std::unordered_map<std::size_t, Answer> answers_;
};

class RememberingDetector : public LineDetector {
 public:
  explicit RememberingDetector(const LineDetector& detector) : detector_(detector) {}
  Result<std::vector<DetectedLine>> detect(const cv::Mat& pixels, int long_side) const override {
    return memory_.answer(pixels, long_side, [&] { return detector_.detect(pixels, long_side); });
  }
  DetectorSizes sizes() const override { return detector_.sizes(); }
  std::string model() const override { return detector_.model(); }

 private:
  const LineDetector& detector_;
  mutable AnswerMemory<std::vector<DetectedLine>> memory_;
};

class RememberingRecogniser : public LineRecogniser {
 public:
  explicit RememberingRecogniser(const LineRecogniser& recogniser) : recogniser_(recogniser) {}
  Result<ReadLine> read(const LineImage& line) const override {
    return memory_.answer(
        line.pixels, line.vertical ? 1 : 0, [&] { return recogniser_.read(line); });
  }
  bool wants_tails() const override { return recogniser_.wants_tails(); }
  std::string model() const override { return recogniser_.model(); }

 private:
  const LineRecogniser& recogniser_;
  mutable AnswerMemory<ReadLine> memory_;
};

}  // namespace wenlan
