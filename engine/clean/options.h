// SPDX-License-Identifier: GPL-3.0-or-later
// What can be set about the clean step. The defaults suit photographs and scans of books alike.
#pragma once

#include "engine/base/options.h"

namespace wenlan {

struct CleanOptions {
  bool turn_negatives = true;
  bool trim_border = true;
  bool deskew = true;
  double max_tilt_deg = 8.0;
  double min_tilt_deg = 0.3;
  bool straighten = true;
  bool even_light = true;
  bool remove_red = true;
  double min_red_share = 0.002;

  static void describe(auto&& option) {
    option("turn-negatives",
           &CleanOptions::turn_negatives,
           "Invert microfilm negatives and rubbings, light writing on a dark ground.");
    option("trim-border", &CleanOptions::trim_border, "Cut off the background of the scanner.");
    option("deskew", &CleanOptions::deskew, "Turn tilted pages upright.");
    option("max-tilt-deg",
           &CleanOptions::max_tilt_deg,
           "Largest tilt looked for, in degrees.",
           Bounds<double>{0.0, 20.0});
    option("min-tilt-deg",
           &CleanOptions::min_tilt_deg,
           "Smaller tilts are left as they are, in degrees.",
           Bounds<double>{0.0, 5.0});
    option("straighten",
           &CleanOptions::straighten,
           "Straighten leaves that were photographed from aside or while curled.");
    option("even-light",
           &CleanOptions::even_light,
           "Even out shadows, stains and show-through where a page needs it.");
    option("remove-red", &CleanOptions::remove_red, "Paint seals and red marks over with paper.");
    option("min-red-share",
           &CleanOptions::min_red_share,
           "Red ink on a smaller share of the page is left alone.",
           Bounds<double>{0.0, 1.0});
  }
};

}  // namespace wenlan
