// SPDX-License-Identifier: GPL-3.0-or-later
// Something that reads the picture of one line. The seam for other recognisers.
#pragma once

#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/base/result.h"
#include "engine/page/transcript.h"

namespace wenlan {

// One line cut out, straight and upright: a column is tall, a row is wide.
struct LineImage {
  cv::Mat pixels;  // CV_8UC3 BGR, not empty
  bool vertical = true;
};

// `begin` and `end` are shares of the picture's length in reading direction, 0..1: downwards in a
// column, rightwards in a row.
struct ReadGlyph {
  std::string text;  // one character, UTF-8
  float begin = 0;
  float end = 0;
  float confidence = 0;                   // 0..1
  std::vector<Alternative> alternatives;  // best first, without the reading itself
  bool space_before = false;              // a space is written between this and the one before
};

struct ReadLine {
  // As they are read; a recogniser that knows no direction of rows gives them from the left. None:
  // nothing is written there.
  std::vector<ReadGlyph> glyphs;
};

// Mean over the glyphs, 0 without any.
inline float mean_confidence(const ReadLine& line) {
  float sum = 0;
  for (const ReadGlyph& glyph : line.glyphs) sum += glyph.confidence;
  return line.glyphs.empty() ? 0 : sum / static_cast<float>(line.glyphs.size());
}

// Made once and shared: read() may be called by many threads at the same time.
class LineRecogniser {
 public:
  virtual ~LineRecogniser() = default;

  // Fails with model_failed.
  virtual Result<ReadLine> read(const LineImage& line) const = 0;

  // Are rows to be cut out with what hangs from their letters (letter_tails.h)?
  virtual bool wants_tails() const { return false; }

  // Model name and the first digits of its SHA-256, for the record of how a page was made.
  virtual std::string model() const = 0;
};

}  // namespace wenlan
