// SPDX-License-Identifier: GPL-3.0-or-later
// What can be set about the tag step.
#pragma once

#include "engine/base/options.h"

namespace wenlan {

struct TagOptions {
  bool names = true;
  bool dates = true;
  double min_confidence = 0.3;

  static void describe(auto&& option) {
    option("names", &TagOptions::names, "Tag persons, places, offices and books.");
    option("dates", &TagOptions::dates, "Tag dates written by reign era.");
    option("min-confidence",
           &TagOptions::min_confidence,
           "Names the tagger is less sure of are left out.",
           Bounds<double>{0.0, 1.0});
  }
};

}  // namespace wenlan
