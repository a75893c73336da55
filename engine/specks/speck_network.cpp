// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/specks/speck_network.h"

#include <algorithm>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "engine/specks/speck_clouds.h"

namespace wenlan {
namespace {

constexpr auto kModel = "speck-network";
constexpr int kMultiple = 32;      // of the sides of what the network sees
constexpr float kLeastInk = .05F;  // less is paper and stays

cv::Mat1b grey_of(const cv::Mat& pixels) {
  cv::Mat1b grey;
  cv::cvtColor(pixels, grey, cv::COLOR_BGR2GRAY);
  return grey;
}

cv::Mat1b reduced(const cv::Mat1b& grey) {
  const double scale = 1. * kSpeckPictureSide / std::max(grey.cols, grey.rows);
  if (scale >= 1) return grey;
  cv::Mat1b small;
  cv::resize(grey, small, {}, scale, scale, cv::INTER_AREA);
  return small;
}

// Darkness from 0 to 1, with paper added to whole multiples.
cv::Mat1f ink_of(const cv::Mat1b& grey) {
  const auto whole = [](int side) { return (side + kMultiple - 1) / kMultiple * kMultiple; };
  cv::Mat1f ink(whole(grey.rows), whole(grey.cols), 0.F);
  cv::Mat1f inside = ink({0, 0, grey.cols, grey.rows});
  grey.convertTo(inside, CV_32F, -1. / 255, 1);
  return ink;
}

// The share of the ink that is to stay, from 0 to 1.
cv::Mat1f share_of_writing(const cv::Mat1f& writing, const cv::Mat1f& ink) {
  cv::Mat1f share;
  cv::divide(writing, cv::max(ink, kLeastInk), share);
  share = cv::min(share, 1);
  share.setTo(1, ink < kLeastInk);
  return share;
}

// Makes paler what `share` says of the whole picture, at whatever size.
void thin_out(cv::Mat& pixels, const cv::Mat1f& share) {
  cv::Mat1f fitted;
  cv::resize(share, fitted, pixels.size(), 0, 0, cv::INTER_LINEAR);
  cv::Mat shares, floats;
  cv::merge(std::vector<cv::Mat>(3, fitted), shares);
  cv::Mat darkness;
  cv::bitwise_not(pixels, darkness);
  darkness.convertTo(floats, CV_32F);
  cv::multiply(floats, shares, floats);
  floats.convertTo(darkness, CV_8U);
  cv::bitwise_not(darkness, pixels);
}

Box<CleanSpace> box_on_page(const cv::Rect& box, cv::Size reduced, cv::Size page) {
  const float across = static_cast<float>(page.width) / static_cast<float>(reduced.width);
  const float down = static_cast<float>(page.height) / static_cast<float>(reduced.height);
  return {across * static_cast<float>(box.x),
          down * static_cast<float>(box.y),
          across * static_cast<float>(box.width),
          down * static_cast<float>(box.height)};
}

}  // namespace

Result<SpeckNetwork> SpeckNetwork::load(const ModelStore& models, const NetworkOptions& networks) {
  const auto model = models.find(kModel);
  if (!model) return fail(model);
  auto session = NetworkSession::load(*model, networks);
  if (!session) return fail(session);
  return SpeckNetwork(*std::move(session));
}

Result<cv::Mat1f> SpeckNetwork::writing_in(const cv::Mat1f& ink) const {
  const auto found =
      session_.run({{1, 1, ink.rows, ink.cols}, std::vector<float>(ink.begin(), ink.end())});
  if (!found) return fail(found);
  if (found->values().size() != ink.total())
    return fail(ErrorCode::model_failed, session_.model().name, "its picture has another size");
  cv::Mat1f writing(ink.size());
  std::copy(found->values().begin(), found->values().end(), writing.begin());
  return writing;
}

Result<void> SpeckNetwork::take_out_specks(CleanPage& page, const SpeckOptions& options) const {
  if (!options.take_out || page.report.blank || page.without_red.empty()) return {};
  try {
    const cv::Mat1b grey = grey_of(page.without_red);
    if (!is_in_two_tones(grey)) return {};
    const cv::Mat1b small = reduced(grey);
    const auto clouds = find_speck_clouds(small, options);
    if (clouds.empty()) return {};
    cv::Mat1f share(small.size(), 1.F);
    for (const auto& cloud : clouds) {
      const cv::Rect& area = cloud.area;
      const cv::Mat1f ink = ink_of(small(area));
      const auto writing = writing_in(ink);
      if (!writing) return fail(writing);
      share_of_writing(*writing, ink)({0, 0, area.width, area.height}).copyTo(share(area));
      page.stamps.push_back(box_on_page(cloud.stamp, small.size(), grey.size()));
    }
    cv::Mat thinned = page.without_red.clone();
    thin_out(thinned, share);
    page.without_red = std::move(thinned);
    return {};
  } catch (const cv::Exception& error) {
    return fail(ErrorCode::internal, kModel, error.what());
  }
}

}  // namespace wenlan
