// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/evaluate/text_error.h"

#include <algorithm>
#include <cstdint>
#include <random>
#include <unordered_map>

#include "engine/base/variants.h"

namespace wenlan {
namespace {

// The distance if it is at most `limit`, else something larger: cells further than that from the
// diagonal cannot matter (Ukkonen).
std::size_t distance_within(std::u32string_view a, std::u32string_view b, std::size_t limit) {
  const std::size_t beyond = limit + 1;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = std::min(j, beyond);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const std::size_t first = i > limit ? i - limit : 1;
    const std::size_t last = std::min(b.size(), i + limit);
    std::size_t diagonal = row[first - 1];
    row[first - 1] = first == 1 ? std::min(i, beyond) : beyond;
    for (std::size_t j = first; j <= last; ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      const std::size_t above = j == i + limit ? beyond : row[j] + 1;
      row[j] = std::min({replaced, above, row[j - 1] + 1, beyond});
    }
  }
  return row[b.size()];
}

}  // namespace

std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  const std::size_t longer = std::max(a.size(), b.size());
  const std::size_t apart = longer - std::min(a.size(), b.size());
  for (std::size_t limit = std::max<std::size_t>(apart, 16);; limit *= 2) {
    const std::size_t distance = distance_within(a, b, std::min(limit, longer));
    if (distance <= limit) return distance;
  }
}

std::u32string folded(std::u32string_view text) {
  std::u32string forms(text);
  std::transform(forms.begin(), forms.end(), forms.begin(), fold_variant);
  return forms;
}

TextErrors& TextErrors::operator+=(const TextErrors& other) {
  characters += other.characters;
  strict += other.strict;
  folded += other.folded;
  missed += other.missed;
  return *this;
}

TextErrors count_errors(std::u32string_view truth, std::u32string_view read) {
  std::unordered_map<char32_t, std::int64_t> lacking;
  for (const char32_t c : truth) ++lacking[c];
  for (const char32_t c : read) --lacking[c];
  TextErrors errors{
      truth.size(), edit_distance(truth, read), edit_distance(folded(truth), folded(read)), 0};
  for (const auto& [character, count] : lacking)
    errors.missed += static_cast<std::size_t>(std::max<std::int64_t>(count, 0));
  return errors;
}

double error_rate(std::size_t errors, std::size_t characters) {
  if (characters == 0) return errors == 0 ? 0 : 1;
  return static_cast<double>(errors) / static_cast<double>(characters);
}

Interval interval_95(const std::vector<TextErrors>& pages,
                     std::size_t TextErrors::*measure,
                     int rounds) {
  if (pages.empty()) return {0, 0};
  std::mt19937 random(1);  // NOLINT(cert-msc51-cpp): equal pages must give equal numbers
  std::vector<double> rates;
  for (int round = 0; round < rounds; ++round) {
    TextErrors drawn;
    for (std::size_t i = 0; i < pages.size(); ++i) drawn += pages[random() % pages.size()];
    if (drawn.characters > 0) rates.push_back(error_rate(drawn.*measure, drawn.characters));
  }
  if (rates.empty()) return {0, 0};
  std::sort(rates.begin(), rates.end());
  const std::size_t edge = rates.size() / 40;
  return {rates[edge], rates[rates.size() - 1 - edge]};
}

}  // namespace wenlan
