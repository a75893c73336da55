// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/onnx_line_detector.h"

#include <cmath>
#include <span>
#include <utility>

#include <opencv2/core.hpp>

#include "engine/nn/network_session.h"
#include "engine/segment/detector_picture.h"
#include "engine/segment/lines_of_map.h"

namespace wenlan {
namespace {

// The map shows lines shrunk: by area over border, 1.4 times (DB, Liao et al. 2020).
const MapReading kReading{.2F, .45, 3, [](double width, double length) {
                            return 1.4 * width * length / (2 * (width + length));
                          }};
constexpr ColourScale kColours{{.485F, .456F, .406F}, {.229F, .224F, .225F}};

// The sigmoid of scores; 0 for all that is surely outside of lines, as most of a map is.
cv::Mat1f probabilities_of(std::span<const float> scores, int rows, int columns) {
  const float least = std::log(kReading.inside / (1 - kReading.inside));
  cv::Mat1f probabilities(rows, columns, 0.F);
  float* out = probabilities.ptr<float>();
  for (std::size_t i = 0; i < scores.size(); ++i)
    if (scores[i] >= least) out[i] = 1 / (1 + std::exp(-scores[i]));
  return probabilities;
}

class OnnxLineDetector final : public LineDetector {
 public:
  explicit OnnxLineDetector(NetworkSession session) : session_(std::move(session)) {}

  Result<std::vector<DetectedLine>> detect(const cv::Mat& pixels, int long_side) const override {
    try {
      auto map = session_.run(detector_picture(pixels, long_side, kColours));
      if (!map) return fail(map);
      if (map->shape().size() != 4 || map->shape()[1] != 1)
        return fail(ErrorCode::model_failed, session_.model().name, "the map has another shape");
      const cv::Mat1f probabilities = probabilities_of(
          map->values(), static_cast<int>(map->shape()[2]), static_cast<int>(map->shape()[3]));
      return lines_of_map(probabilities, pixels.size(), kReading);
    } catch (const cv::Exception& error) {
      return fail(ErrorCode::internal, session_.model().name, error.what());
    }
  }

  std::string model() const override { return session_.provenance(); }

 private:
  NetworkSession session_;
};

}  // namespace

Result<std::unique_ptr<LineDetector>> load_line_detector(const ModelFile& model,
                                                         const NetworkOptions& networks) {
  auto session = NetworkSession::load(model, networks, NetworkOutput::scores);
  if (!session) return fail(session);
  return std::make_unique<OnnxLineDetector>(*std::move(session));
}

}  // namespace wenlan
