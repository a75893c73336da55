// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/page_network.h"

#include <cstdlib>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "engine/nn/network_session.h"
#include "engine/segment/detector_picture.h"
#include "engine/segment/lines_of_map.h"
#include "engine/segment/parts_of_a_kind.h"

namespace wenlan {
namespace {

constexpr ColourScale kColours{{.5F, .5F, .5F}, {.5F, .5F, .5F}};
// The middle half of a line is marked, but for a quarter of its width at each end.
const MapReading kReading{.4F, .5, 2, [](double width, double) { return .5 * width; }};
// The network's maps, in their order (models/train/segmentation/labels.py).
enum Map { kWriting, kSeal, kRule, kRed, kText, kNote, kFoldStrip, kMargin, kMaps };

class PageNetwork final : public LineDetector {
 public:
  explicit PageNetwork(NetworkSession session) : session_(std::move(session)) {}

  Result<std::vector<DetectedLine>> detect(const cv::Mat& pixels, int long_side) const override {
    try {
      auto maps = session_.run(detector_picture(pixels, long_side, kColours));
      if (!maps) return fail(maps);
      if (maps->shape().size() != 4 || maps->shape()[1] != kMaps)
        return fail(ErrorCode::model_failed, session_.model().name, "the maps have another shape");
      const int rows = static_cast<int>(maps->shape()[2]),
                columns = static_cast<int>(maps->shape()[3]);
      const auto map = [&](Map which) {
        const float* first = maps->values().data() + std::size_t{which} * rows * columns;
        return cv::Mat1f(rows, columns, const_cast<float*>(first));  // only read
      };
      const cv::Mat1f writing = map(kWriting);
      const cv::Mat1b note = parts_of_a_kind(cv::Mat(writing > kReading.inside), map(kNote));
      cv::Mat1f notes = writing.clone(), others = writing.clone();
      notes.setTo(0, ~note);
      others.setTo(0, note);
      auto lines = lines_of_map(others,
                                pixels.size(),
                                kReading,
                                {{WritingKind::text, map(kText)},
                                 {WritingKind::fold_strip, map(kFoldStrip)},
                                 {WritingKind::margin, map(kMargin)}});
      for (auto& line :
           lines_of_map(notes, pixels.size(), kReading, {{WritingKind::note, map(kNote)}}))
        lines.push_back(std::move(line));
      return lines;
    } catch (const cv::Exception& error) {
      return fail(ErrorCode::internal, session_.model().name, error.what());
    }
  }

  DetectorSizes sizes() const override { return {1280, 20, 28}; }

  std::string model() const override { return session_.provenance(); }

 private:
  NetworkSession session_;
};

}  // namespace

Result<std::unique_ptr<LineDetector>> load_page_network(const ModelFile& model,
                                                        const NetworkOptions& networks) {
  auto session = NetworkSession::load(model, networks);
  if (!session) return fail(session);
  return std::make_unique<PageNetwork>(*std::move(session));
}

}  // namespace wenlan
