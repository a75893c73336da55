// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/ink_parts.h"

#include <vector>

#include <opencv2/imgproc.hpp>

namespace wenlan {

cv::Mat1b parts_kept(const cv::Mat1b& ink, const std::function<bool(const InkPart&)>& keep) {
  cv::Mat1i labels;
  cv::Mat stats, centers;
  const int count = cv::connectedComponentsWithStats(ink, labels, stats, centers, 8);
  std::vector<uchar> level(static_cast<std::size_t>(count), 0);
  for (int i = 1; i < count; ++i) {
    const int* stat = stats.ptr<int>(i);
    const InkPart part{{stat[cv::CC_STAT_LEFT],
                        stat[cv::CC_STAT_TOP],
                        stat[cv::CC_STAT_WIDTH],
                        stat[cv::CC_STAT_HEIGHT]},
                       stat[cv::CC_STAT_AREA]};
    if (keep(part)) level[static_cast<std::size_t>(i)] = 255;
  }
  cv::Mat1b kept(ink.size());
  for (int y = 0; y < ink.rows; ++y)
    for (int x = 0; x < ink.cols; ++x) kept(y, x) = level[static_cast<std::size_t>(labels(y, x))];
  return kept;
}

}  // namespace wenlan
