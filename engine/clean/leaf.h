// SPDX-License-Identifier: GPL-3.0-or-later
// Where the leaf lies in the picture: its border against the scanner, its fold, its writing.
#pragma once

#include <optional>

#include <opencv2/core/mat.hpp>

namespace wenlan {

// The part of `grey` that is not the dark background of a scanner: rows and columns at the edges
// that are dark from end to end are left out. The whole picture when that is unsure (dark all
// over, less than a third left). Pixels of `grey`.
cv::Rect find_leaf(const cv::Mat& grey);

// x of the fold of a spread: a shadow, or else a gap between two blocks of writing, in the middle
// of a landscape picture. Empty when there is no such sign: one wide page, an unfolded leaf.
std::optional<double> find_gutter(const cv::Mat& grey);

// True only when there is nothing that could be a single character: all of one tone, or nothing
// but specks, stains and faint writing from the other side.
bool is_blank(const cv::Mat& grey);

}  // namespace wenlan
