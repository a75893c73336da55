// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/batch/memory_gate.h"

#include <future>
#include <optional>
#include <vector>

#include <gtest/gtest.h>

namespace wenlan {
namespace {

const auto kNobodyWaits = [] { FAIL() << "waited"; };

TEST(MemoryGate, LetsInWhatThereIsRoomFor) {
  MemoryGate gate(100);
  const auto first = gate.enter(60, kNobodyWaits);
  const auto second = gate.enter(40, kNobodyWaits);
}

TEST(MemoryGate, PageLargerThanAllThereIsComesInAlone) {
  MemoryGate gate(100);
  const auto large = gate.enter(1000, kNobodyWaits);
}

TEST(MemoryGate, NoBoundHoldsNobodyUp) {
  MemoryGate gate(0);
  const auto first = gate.enter(1'000'000'000'000, kNobodyWaits);
  const auto second = gate.enter(1'000'000'000'000, kNobodyWaits);
}

TEST(MemoryGate, LargePageWaitsItsTurnAndIsNotPassed) {
  MemoryGate gate(100);
  std::optional<MemoryGate::Place> first(gate.enter(50, kNobodyWaits));
  std::promise<void> large_waits;
  std::promise<void> small_waits;
  std::vector<int> order;  // guarded by the gate: there is never room for both
  auto large = std::async(std::launch::async, [&] {
    const auto place = gate.enter(90, [&] { large_waits.set_value(); });
    order.push_back(90);
  });
  large_waits.get_future().wait();
  auto small = std::async(std::launch::async, [&] {
    const auto place = gate.enter(20, [&] { small_waits.set_value(); });
    order.push_back(20);
  });
  small_waits.get_future().wait();
  first.reset();
  large.wait();
  small.wait();
  EXPECT_EQ(order, (std::vector<int>{90, 20}));
}

}  // namespace
}  // namespace wenlan
