// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/sheet_ink.h"

#include <opencv2/core.hpp>

namespace wenlan {
namespace {

cv::Rect rect_of(const cv::Mat1b& ink, double scale, const Extent& area) {
  const cv::Rect rect(cv::Point2d(area.left, area.top) * scale,
                      cv::Point2d(area.right, area.bottom) * scale);
  return rect & cv::Rect({0, 0}, ink.size());
}

}  // namespace

double dark_share(const InkPicture& picture, const Extent& area) {
  const cv::Rect rect = rect_of(picture.dark, picture.scale, area);
  if (rect.empty()) return 0;
  return static_cast<double>(cv::countNonZero(picture.dark(rect))) / rect.area();
}

std::vector<Stretch> blanks_across(const cv::Mat1b& ink, double scale, const Extent& strip) {
  const cv::Rect rect = rect_of(ink, scale, strip);
  if (rect.empty()) return {};
  cv::Mat1b darkest;
  cv::reduce(ink(rect), darkest, 0, cv::REDUCE_MAX);
  std::vector<Stretch> blanks;
  for (int x = 0; x < rect.width;) {
    const int from = x;
    while (x < rect.width && darkest(x) == 0) ++x;
    if (x > from) blanks.push_back({(rect.x + from) / scale, (rect.x + x) / scale});
    while (x < rect.width && darkest(x) != 0) ++x;
  }
  return blanks;
}

}  // namespace wenlan
