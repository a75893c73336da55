// SPDX-License-Identifier: GPL-3.0-or-later
// What can be set about finding lines and columns: what is looked for, and what each term of the
// cut into columns weighs. tests/bench/ablate_layout.py shows what every one of them brings.
#pragma once

#include <string>

#include "engine/base/options.h"

namespace wenlan {

struct SegmentOptions {
  std::string detector = "ppocrv6-small-detector";  // its name in models/manifest.json
  int detector_side = 0;

  bool ruling_lines = true;
  bool trim_lines = true;
  bool split_lines = true;
  bool side_by_side = true;
  bool registers = true;
  bool mixed_columns = true;
  bool find_uncovered_ink = true;
  bool join_lines = true;
  bool running_titles = true;
  bool head_notes = true;
  bool red_notes = true;
  bool side_notes = true;
  bool column_heads = true;
  bool reader_marks = true;

  // Terms of columns.h, each in parts of a column of text misplaced as far as can be.
  double spacing_weight = .6;
  double place_weight = .5;
  double empty_weight = .3;
  double cut_weight = .35;
  double bond_weight = .5;
  double rule_weight = .35;
  double register_weight = 1;  // registers.h
  double tilt_weight = 6;      // hidden_tilt.h
  // Terms of grid_cost.h.
  double even_weight = 40;  // beside all that lines can say of another pitch
  double book_weight = .3;
  double loose_weight = 2;

  static void describe(auto&& option) {
    option("detector",
           &SegmentOptions::detector,
           "What finds the lines: ppocrv6-small-detector, or page-network, four times as fast.");
    option("detector-side",
           &SegmentOptions::detector_side,
           "Longer side of the picture the line detector looks at, in pixels; 0: what suits it.",
           Bounds<int>{0, 3072});
    describe_steps(option);
    describe_weights(option);
  }

 private:
  static void describe_steps(auto&& option) {
    using T = SegmentOptions;
    option("ruling-lines", &T::ruling_lines, "Take the lines between columns as evidence.");
    option("trim-lines", &T::trim_lines, "Cut off line ends that hold no ink of this page.");
    option("split-lines", &T::split_lines, "Part notes from text found as one line.");
    option("side-by-side", &T::side_by_side, "Part double rows found as one line or as a row.");
    option("registers", &T::registers, "Part pages of several registers.");
    option("mixed-columns",
           &T::mixed_columns,
           "Part small notes from the characters they stand between, by the ink of each column.");
    option("find-uncovered-ink",
           &T::find_uncovered_ink,
           "Look for writing in the columns that the line detector passed over.");
    option("join-lines", &T::join_lines, "Read the pieces of one row of a column as one line.");
    option("running-titles",
           &T::running_titles,
           "Tell the fold strip with title and leaf number from the text.");
    option("head-notes", &T::head_notes, "Tell notes above the frame from the text.");
    option("column-heads",
           &T::column_heads,
           "Read rows of few characters over one column, generations in a genealogy, before it.");
    option("red-notes",
           &T::red_notes,
           "Read remarks in red ink beside and above the text, on pages that have any.");
    option(
        "side-notes", &T::side_notes, "Tell remarks in black between the columns from the text.");
    option("reader-marks",
           &T::reader_marks,
           "Find circles, dots and ticks beside the characters of vertical pages.");
  }

  static void describe_weights(auto&& option) {
    using T = SegmentOptions;
    constexpr Bounds<double> kBounds{0, 100};
    option("spacing-weight", &T::spacing_weight, "Columns stand evenly.", kBounds);
    option("place-weight",
           &T::place_weight,
           "Text stands in the middle of its column, half lines at its quarters.",
           kBounds);
    option("empty-weight", &T::empty_weight, "Columns hold text.", kBounds);
    option("cut-weight", &T::cut_weight, "Edges of columns cut no text.", kBounds);
    option("bond-weight", &T::bond_weight, "Edges part no double row.", kBounds);
    option("rule-weight", &T::rule_weight, "Edges follow ruling lines.", kBounds);
    option("register-weight",
           &T::register_weight,
           "Registers are parted where columns end and begin again.",
           kBounds);
    option("tilt-weight",
           &T::tilt_weight,
           "Pages lean no more than their lines show; for `order` alone.",
           Bounds<double>{0, 1000});
    option("even-weight",
           &T::even_weight,
           "Ruling lines stand at the edges of even columns.",
           kBounds);
    option("book-weight", &T::book_weight, "Columns stand as on the book's other pages.", kBounds);
    option("loose-weight", &T::loose_weight, "Main text fills its columns.", kBounds);
  }
};

}  // namespace wenlan
