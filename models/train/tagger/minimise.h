// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the weights of least loss, most of them exactly nought (OWL-QN: L-BFGS with an L1 term).
#pragma once

#include <functional>
#include <span>
#include <vector>

namespace wenlan {

struct MinimiseOptions {
  double l1 = 0.1;  // per weight
  double l2 = 0.1;  // per squared weight, halved
  int rounds = 60;
  int memory = 8;
};

// Value at `weights`; fills the gradient.
using Loss = std::function<double(std::span<const double> weights, std::span<double> gradient)>;
// Called after each round.
using Watch = std::function<void(int round, double loss, std::span<const double> weights)>;

// Starts from nought. Stops after `rounds`, or when no step makes the loss less.
std::vector<double> minimised(const Loss& loss,
                              std::size_t size,
                              const MinimiseOptions& options,
                              const Watch& watch);

}  // namespace wenlan
