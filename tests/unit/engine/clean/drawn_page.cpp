// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawn_page.h"

#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

void draw_character(cv::Mat& page, cv::Rect box, cv::RNG& random) {
  const cv::Scalar ink(45, 40, 35);
  for (int stroke = 0; stroke < 6; ++stroke) {
    const bool across = random.uniform(0, 3) > 0;
    const int where = random.uniform(0, 10);
    const cv::Point begin = across ? cv::Point(box.x, box.y + box.height * where / 10)
                                   : cv::Point(box.x + box.width * where / 10, box.y);
    const cv::Point end = across ? cv::Point(box.br().x, begin.y) : cv::Point(begin.x, box.br().y);
    cv::line(page, begin, end, ink, std::max(2, box.width / 12));
  }
}

}  // namespace

cv::Mat drawn_page(cv::Size size, bool ruled) {
  constexpr int kColumns = 8;
  const cv::Scalar paper(190, 215, 228);
  const cv::Scalar rule(70, 70, 70);
  cv::Mat page(size, CV_8UC3, paper);
  cv::RNG random(7);
  const cv::Rect frame(size.width / 10, size.height / 8, size.width * 8 / 10, size.height * 3 / 4);
  const int pitch = frame.width / kColumns;
  if (ruled) cv::rectangle(page, frame, rule, 4);
  for (int column = 0; column < kColumns; ++column) {
    const int left = frame.x + column * pitch;
    if (ruled) cv::line(page, {left, frame.y}, {left, frame.br().y}, rule, 2);
    const int side = pitch * 7 / 10;
    for (int top = frame.y + side / 3; top + side < frame.br().y; top += side * 13 / 10)
      draw_character(page, {left + (pitch - side) / 2, top, side, side}, random);
  }
  return page;
}

cv::Mat turned_clockwise(const cv::Mat& picture, double degrees, cv::Scalar outside) {
  const cv::Mat turn = cv::getRotationMatrix2D(
      cv::Point2f(cv::Point2d(picture.cols / 2.0, picture.rows / 2.0)), -degrees, 1);
  cv::Mat turned;
  cv::warpAffine(
      picture, turned, turn, picture.size(), cv::INTER_LINEAR, cv::BORDER_CONSTANT, outside);
  return turned;
}

cv::Mat framed(const cv::Mat& picture, int border, cv::Scalar colour) {
  cv::Mat result;
  cv::copyMakeBorder(picture, result, border, border, border, border, cv::BORDER_CONSTANT, colour);
  return result;
}

}  // namespace wenlan
