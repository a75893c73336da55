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
  gap,            // room along a line where characters were passed over
  fragment,       // in a line of one or two characters
  uneven_halves,  // by which the two halves of a small note differ, beyond one
  doubtful_line,  // in lines the layout is not sure of, by how unsure it is
  minority,       // in lines that run otherwise than most of the page
  odd_size,       // in lines much wider or narrower than others of their stream
  overlap,        // in lines that lie over other lines, by the share of them that does
};
inline constexpr NameTable<Sign, 12> kSigns{{
    {Sign::below_99, "below-99"},
    {Sign::below_95, "below-95"},
    {Sign::below_85, "below-85"},
    {Sign::below_50, "below-50"},
    {Sign::below_30, "below-30"},
    {Sign::gap, "gap"},
    {Sign::fragment, "fragment"},
    {Sign::uneven_halves, "uneven-halves"},
    {Sign::doubtful_line, "doubtful-line"},
    {Sign::minority, "minority"},
    {Sign::odd_size, "odd-size"},
    {Sign::overlap, "overlap"},
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
