// SPDX-License-Identifier: GPL-3.0-or-later
// Options declared once. A struct of plain members has
//   static void describe(auto&& option) { option("max-angle", &T::max_angle, "Degrees.",
//   Bounds{0., 45.}); }
// and from it come command-line flags, TOML keys, range checks and the digest that keys artefacts.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include <fmt/format.h>

namespace wenlan {

template <class T>
struct Bounds {
  T least;
  T most;
};

// "name=value;" for every option of the struct, in the order declared: stable between runs, made
// to be hashed. Two structs with equal text behave alike.
template <class Options>
std::string canonical_text(const Options& options) {
  std::string text;
  Options::describe(
      [&](std::string_view name, auto member, std::string_view /*help*/, auto... /*bounds*/) {
        fmt::format_to(std::back_inserter(text), "{}={};", name, options.*member);
      });
  return text;
}

}  // namespace wenlan
