// SPDX-License-Identifier: GPL-3.0-or-later
// A leaf of a canon drawn with boxes for characters: registers one above the other, in each column
// large characters with double rows of small ones between them.
#pragma once

#include <opencv2/imgproc.hpp>

#include "engine/page/geometry.h"

namespace wenlan {

struct GlossLeaf {
  static constexpr int kPitch = 60, kStep = 56, kColumns = 14, kRows = 10;
  static constexpr int kLeft = 80, kTop = 80, kBetween = 70;

  // After each large character come `notes` rows of a double row.
  GlossLeaf(int registers, int notes)
      : picture(kTop + registers * (kRows * kStep + kBetween) + 80,
                kLeft + kColumns * kPitch + 80,
                CV_8UC3,
                cv::Scalar{232, 230, 228}) {
    for (int band = 0; band < registers; ++band)
      for (int column = 0; column < kColumns; ++column)
        draw_column(kLeft + column * kPitch, top_of(band), (column + band) % (notes + 1), notes);
  }

  static int top_of(int band) { return kTop + band * (kRows * kStep + kBetween); }

  Box<CleanSpace> text() const {
    return {kLeft, kTop, kColumns * kPitch, static_cast<float>(picture.rows - kTop - 80)};
  }

  cv::Mat picture;

 private:
  void draw_column(int x, int y, int first, int notes) {
    for (int row = 0; row < kRows; ++row, y += kStep) {
      if ((first + row) % (notes + 1) == 0) {
        draw_character({x + 6, y + 4, 48, 48});
        continue;
      }
      draw_character({x + 5, y + 16, 18, 22});
      draw_character({x + 37, y + 16, 18, 22});
    }
  }

  void draw_character(const cv::Rect& box) {
    const cv::Scalar ink{20, 20, 20};
    const cv::Point middle{box.x + box.width / 2, box.y + box.height / 2};
    cv::rectangle(picture, box, ink, 3);
    cv::line(picture, {middle.x, box.y}, {middle.x, box.br().y - 1}, ink, 3);
    cv::line(picture, {box.x, middle.y}, {box.br().x - 1, middle.y}, ink, 3);
  }
};

}  // namespace wenlan
