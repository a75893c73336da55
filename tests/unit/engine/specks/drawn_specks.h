// SPDX-License-Identifier: GPL-3.0-or-later
// Pages in two tones with strokes as of writing, and with specks as a stamp leaves them.
#pragma once

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

namespace wenlan {

inline constexpr uchar kPaper = 255, kInk = 0;

inline cv::Mat1b bare_leaf() {
  return cv::Mat1b(1400, 1000, kPaper);
}

// A cross and a bar for each character, at a pitch of 60.
inline void draw_writing(cv::Mat1b& page, const cv::Rect& where) {
  for (int y = where.y + 30; y + 30 <= where.br().y; y += 60)
    for (int x = where.x + 30; x + 30 <= where.br().x; x += 60) {
      cv::line(page, {x - 20, y}, {x + 20, y}, kInk, 5);
      cv::line(page, {x, y - 22}, {x, y + 22}, kInk, 5);
      cv::line(page, {x - 15, y + 18}, {x + 15, y + 18}, kInk, 5);
    }
}

// One speck of 3 x 3 pixels for each square of `apart` pixels, at a place of chance.
inline void strew_specks(cv::Mat1b& page, const cv::Rect& where, int apart) {
  cv::RNG chance(7);
  for (int y = where.y; y < where.br().y; y += apart)
    for (int x = where.x; x < where.br().x; x += apart)
      cv::rectangle(
          page,
          cv::Rect(x + chance.uniform(0, apart - 3), y + chance.uniform(0, apart - 3), 3, 3),
          kInk,
          cv::FILLED);
}

}  // namespace wenlan
