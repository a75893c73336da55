// SPDX-License-Identifier: GPL-3.0-or-later
// What can be set about the specks that stamps leave on scans in two tones.
#pragma once

#include "engine/base/options.h"

namespace wenlan {

struct SpeckOptions {
  bool take_out = true;
  double cloud_density = 5;
  int cloud_cells = 20;

  static void describe(auto&& option) {
    option("take-out",
           &SpeckOptions::take_out,
           "Take the specks that a stamp leaves on a scan in two tones out of the writing.");
    option("cloud-density",
           &SpeckOptions::cloud_density,
           "Specks, and gaps as small between them, on a fortieth of the page's longer side, "
           "squared, that make it part of a cloud.",
           Bounds<double>{1.0, 100.0});
    option("cloud-cells",
           &SpeckOptions::cloud_cells,
           "Such squares side by side that make a cloud.",
           Bounds<int>{1, 1600});
  }
};

}  // namespace wenlan
