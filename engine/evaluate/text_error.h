// SPDX-License-Identifier: GPL-3.0-or-later
// How far a reading is from the truth, in characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wenlan {

// Least number of characters put in, left out or replaced that makes one text of the other. Takes
// time by length times distance.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b);

// Each character as the representative of its written forms.
std::u32string folded(std::u32string_view text);

// Counts over one page or many.
struct TextErrors {
  std::size_t characters = 0;  // of the truth
  std::size_t strict = 0;      // edits
  std::size_t folded = 0;      // edits between folded texts
  std::size_t missed = 0;      // characters of the truth not read at all, wherever they stand

  TextErrors& operator+=(const TextErrors& other);
  bool operator==(const TextErrors&) const = default;
};

TextErrors count_errors(std::u32string_view truth, std::u32string_view read);

// Errors by characters; 0 when there are neither. May exceed 1: more was read than is there.
double error_rate(std::size_t errors, std::size_t characters);

using Interval = std::pair<double, double>;  // low, high

// The 95 % interval of an error rate, from `rounds` draws of as many pages with replacement, always
// the same draws (bootstrap). Draws without a character say nothing and are passed over. {0, 0}
// when no draw has one.
Interval interval_95(const std::vector<TextErrors>& pages,
                     std::size_t TextErrors::*measure = &TextErrors::strict,
                     int rounds = 2000);

}  // namespace wenlan
