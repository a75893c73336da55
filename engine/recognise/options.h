// SPDX-License-Identifier: GPL-3.0-or-later
// What can be set about reading lines. The defaults suit Chinese books with some Latin in them.
#pragma once

#include <string>

#include "engine/base/options.h"

namespace wenlan {

struct RecogniseOptions {
  std::string languages = "eng,bod";
  std::string only_languages;
  int alternatives = 5;
  double unreadable_below = 0.08;
  double doubtful_bar = 0.75;
  double pale_below = 0.45;

  static void describe(auto&& option) {
    option(
        "languages",
        &RecogniseOptions::languages,
        "Tesseract languages tried in turn on horizontal lines that are not Chinese; 'eng+fra,bod' "
        "reads English and French at once, then Tibetan; empty for none.");
    option("only-languages",
           &RecogniseOptions::only_languages,
           "Read every line with these Tesseract languages, as 'bod' or 'uig'; empty: tell by the "
           "line.");
    option("alternatives",
           &RecogniseOptions::alternatives,
           "Other readings kept for each character.",
           Bounds<int>{0, 16});
    option("unreadable-below",
           &RecogniseOptions::unreadable_below,
           "A character read with less confidence is written 〓.",
           Bounds<double>{0.0, 1.0});
    option("doubtful-bar",
           &RecogniseOptions::doubtful_bar,
           "Lines that may be no writing are kept when read with this mean confidence.",
           Bounds<double>{0.0, 1.0});
    option("pale-below",
           &RecogniseOptions::pale_below,
           "Characters of the text whose ink is paler than this share of the page's are taken for "
           "show-through and left out.",
           Bounds<double>{0.0, 1.0});
  }
};

}  // namespace wenlan
