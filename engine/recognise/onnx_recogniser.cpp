// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/onnx_recogniser.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "engine/base/file.h"
#include "engine/clean/area_reduction.h"
#include "engine/nn/network_session.h"
#include "engine/recognise/charset.h"
#include "engine/recognise/ctc.h"
#include "engine/recognise/flat_bars.h"
#include "engine/recognise/glyph_extents.h"
#include "engine/recognise/turned_brackets.h"
#include "engine/recognise/unread_gaps.h"

namespace wenlan {
namespace {

constexpr int kHeight = 48;       // what the network takes
constexpr int kFrameStep = 8;     // pixels along the line for each frame
constexpr int kLeastWidth = 160;  // narrower input is padded
constexpr int kWidthStep = 32;  // and other input to whole steps: each new width costs the network
constexpr double kSqueezed = 0.7;  // length of a column to the network: as well read, in less time
constexpr int kMostWidth = 6'400;  // over 130 characters: longer strips are squeezed

// The line lying on its side, top to the left, kHeight pixels high; columns shortened.
cv::Mat strip_of(const LineImage& line) {
  cv::Mat lying = line.pixels;
  if (line.vertical) cv::rotate(line.pixels, lying, cv::ROTATE_90_COUNTERCLOCKWISE);
  const double scale = static_cast<double>(kHeight) / lying.rows;
  const double length = lying.cols * scale;
  const double squeezed = std::max(kSqueezed * length, std::min<double>(length, kLeastWidth));
  const int width = std::clamp(
      static_cast<int>(std::lround(line.vertical ? squeezed : length)), kFrameStep, kMostWidth);
  if (scale < 1) return reduced_by_area(lying, {width, kHeight});
  cv::Mat strip;
  cv::resize(lying, strip, {width, kHeight}, 0, 0, cv::INTER_LINEAR);
  return strip;
}

// Planes of blue, green and red from -1 to 1; 0 behind the strip's end.
Tensor input_of(const cv::Mat& strip) {
  const int padded = std::max(kLeastWidth, (strip.cols + kWidthStep - 1) / kWidthStep * kWidthStep);
  Tensor input{{1, 3, kHeight, padded},
               std::vector<float>(static_cast<std::size_t>(3) * kHeight * padded)};
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < strip.cols; ++x)
      for (int channel = 0; channel < 3; ++channel)
        input.values[(static_cast<std::size_t>(channel) * kHeight + y) * padded + x] =
            static_cast<float>(strip.at<cv::Vec3b>(y, x)[channel]) / 127.5F - 1;
  return input;
}

class OnnxRecogniser : public LineRecogniser {
 public:
  OnnxRecogniser(NetworkSession session, Charset charset, int alternatives)
      : session_(std::move(session)),
        charset_(std::move(charset)),
        brackets_(charset_),
        alternatives_(alternatives) {}

  Result<ReadLine> read(const LineImage& line) const override {
    if (auto bars = read_flat_bars(line)) return *std::move(bars);
    const cv::Mat strip = strip_of(line);
    const Result<NetworkAnswer> output = session_.run(input_of(strip));
    if (!output) return fail(output);
    if (output->shape().size() != 3 || output->shape()[2] != charset_.size())
      return fail(ErrorCode::model_failed,
                  printable_name(session_.model().path),
                  "its output does not fit its characters");
    const auto& allowed = line.vertical ? charset_.of_columns() : charset_.of_rows();
    const CtcFrames frames(output->values(), charset_.size());
    const std::vector<float> ink = ink_along(strip);
    auto peaks = fill_unread_gaps(
        read_peaks(frames, allowed, alternatives_), frames, allowed, ink, kFrameStep);
    if (line.vertical) brackets_.settle(peaks, frames);
    return line_of(peaks, ink);
  }

  std::string model() const override { return session_.provenance(); }

 private:
  ReadLine line_of(const std::vector<CtcPeak>& peaks, const std::vector<float>& ink) const {
    const auto length = static_cast<float>(ink.size());
    ReadLine line;
    std::vector<float> positions;
    bool space = false;
    for (const CtcPeak& peak : peaks) {
      const float position = peak.position * kFrameStep;
      if (position > length + kFrameStep) break;  // in the padding
      if (charset_.is_space(peak.class_index)) {
        space = true;
        continue;
      }
      positions.push_back(std::min(position, length));
      line.glyphs.push_back({charset_.text(peak.class_index), 0, 0, peak.probability, {}, space});
      space = false;
      for (const CtcAlternative& other : peak.alternatives)
        if (!charset_.is_space(other.class_index))
          line.glyphs.back().alternatives.push_back(
              {charset_.text(other.class_index), other.probability});
    }
    const std::vector<Extent> extents = glyph_extents(ink, positions);
    for (std::size_t i = 0; i < extents.size(); ++i) {
      line.glyphs[i].begin = extents[i].begin / length;
      line.glyphs[i].end = extents[i].end / length;
    }
    return line;
  }

  NetworkSession session_;
  Charset charset_;
  TurnedBrackets brackets_;
  int alternatives_;
};

}  // namespace

Result<std::unique_ptr<LineRecogniser>> load_onnx_recogniser(const ModelFile& model,
                                                             int alternatives,
                                                             const NetworkOptions& networks) {
  Result<NetworkSession> session = NetworkSession::load(model, networks, NetworkOutput::scores);
  if (!session) return fail(session);
  const auto keys = session->metadata("character");
  if (!keys)
    return fail(ErrorCode::wrong_model, printable_name(model.path), "it names no characters");
  return std::make_unique<OnnxRecogniser>(*std::move(session), Charset::parse(*keys), alternatives);
}

}  // namespace wenlan
