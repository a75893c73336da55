// SPDX-License-Identifier: GPL-3.0-or-later
// Ruling lines and frames: what is drawn straight along and across the columns.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include <opencv2/core/mat.hpp>

#include "engine/page/geometry.h"
#include "engine/segment/pitch.h"
#include "engine/segment/registers.h"
#include "engine/segment/straighten.h"

namespace wenlan {

// Ink of a page, reduced: ink is 255, paper 0; a pixel of the page times `scale` is one of these.
struct InkPicture {
  cv::Mat1b ink;
  cv::Mat1b dark;    // all that is as dark as the page's own writing, black areas too
  cv::Mat1b strong;  // the ink that is
  double scale = 1;
};

// By a local threshold that suits columns `pitch` pixels of `pixels` (CV_8UC3) apart. The picture
// is reduced to `long_side` at most.
InkPicture find_ink(const cv::Mat& pixels, double pitch, double long_side = 1536);

// Ink that belongs to a rule, upright or across.
cv::Mat1b rule_ink(const InkPicture& picture, double pitch);

// The ink without components of fewer pixels than `least_area`.
cv::Mat1b without_specks(const cv::Mat1b& ink, double least_area);

// Rules between columns within `text` (CleanSpace), from left to right; those seen over little of
// its height too.
std::vector<Rule> find_rules(const InkPicture& picture,
                             const Straightening& straightening,
                             const Box<CleanSpace>& text,
                             double pitch);

// Gives the pitch that the rules keep, and leaves in `rules` those it is known by: the plain ones,
// or where these keep none, all, if they stand evenly: rules worn or under a stamp.
std::optional<double> find_rule_pitch(std::vector<Rule>& rules, double near);

// Those that keep the pitch, and those seen over half of the height of the text.
std::vector<Rule> regular_rules(std::vector<Rule> rules, double pitch);

// The upper side of the frame, where most of the rules between columns begin; `coverage` is how
// many. It is often worn, or crossed by so many rules that it is not seen itself.
std::optional<HorizontalRule> frame_above(std::span<const Rule> rules, double pitch);

// A spot of ink that is black over more than a stroke is wide; pixels of the page.
struct SolidSpot {
  Point<CleanSpace> at;
  bool of_edge = false;  // what it belongs to reaches the edge of the picture
};

// Spots a tenth of the pitch apart, at least one in each piece.
std::vector<SolidSpot> find_solid_ink(const InkPicture& picture, double pitch);

// Lines drawn across the page, from top to bottom; `coverage` is of the width of `text`.
std::vector<HorizontalRule> find_horizontal_rules(const InkPicture& picture,
                                                  const Box<CleanSpace>& text,
                                                  double pitch);

}  // namespace wenlan
