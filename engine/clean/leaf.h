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

// `leaf` less the sliver of a neighbouring page that lies beyond the shadow of a gutter near one of
// its sides. The shadow is darker than the paper on both sides over the whole height: lines of a
// frame end where the margins begin.
cv::Rect without_neighbours(const cv::Mat& grey, const cv::Rect& leaf);

// x of the fold of a spread: a shadow, or else a gap between two blocks of writing, in the middle
// of a landscape picture. Empty when there is no such sign: one wide page, an unfolded leaf.
std::optional<double> find_gutter(const cv::Mat& grey);

// True only when there is nothing that could be a single character: all of one tone, or nothing
// but specks, stains and faint writing from the other side.
bool is_blank(const cv::Mat& grey);

}  // namespace wenlan
