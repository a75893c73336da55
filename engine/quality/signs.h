// SPDX-License-Identifier: GPL-3.0-or-later
// What about a page that was read speaks for mistakes in it, without knowing the truth.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/page/layout.h"
#include "engine/page/names.h"
#include "engine/page/transcript.h"

namespace wenlan {

// Each counts characters of the text that it speaks against.
enum class Sign : std::uint8_t {
  below_99,  // read with less confidence than .99; one less sure counts for the next signs too
  below_95,
  below_85,
  below_50,
  below_30,
  overlap,         // in lines that lie over other lines, by the share of them that does
  strange,         // Han that neither neighbour along the line goes with (familiar_pairs.h)
  strange_unsure,  // those of them read with less confidence than .99
};
inline constexpr NameTable<Sign, 8> kSigns{{
    {Sign::below_99, "below-99"},
    {Sign::below_95, "below-95"},
    {Sign::below_85, "below-85"},
    {Sign::below_50, "below-50"},
    {Sign::below_30, "below-30"},
    {Sign::overlap, "overlap"},
    {Sign::strange, "strange"},
    {Sign::strange_unsure, "strange-unsure"},
}};

// Sums over a line or a page.
struct SignSums {
  double characters = 0;
  std::array<double, kSigns.size()> sums{};  // in the order of kSigns

  double& operator[](Sign sign) { return sums[static_cast<std::size_t>(sign)]; }
  SignSums& operator+=(const SignSums& other);
  bool operator==(const SignSums&) const = default;
};

// One for each line of the layout; what lines say about each other counts main text and notes.
std::vector<SignSums> signs_of_lines(const Layout& layout, const Transcript& transcript);

// Over main text and notes.
SignSums signs_of_text(const Layout& layout, const Transcript& transcript);

}  // namespace wenlan
