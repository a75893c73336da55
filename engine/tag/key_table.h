// SPDX-License-Identifier: GPL-3.0-or-later
// Finds where a 64-bit key stands in a list that is given once. Fast above all for keys that are
// not there, which most are. Keys must be distinct. After that it is constant: thread-safe.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace wenlan {

class KeyTable {
 public:
  static constexpr std::uint32_t kAbsent = ~std::uint32_t{0};

  KeyTable() : KeyTable(std::span<const std::uint64_t>{}) {}
  explicit KeyTable(std::span<const std::uint64_t> keys) {
    const std::size_t slots = std::bit_ceil(keys.size() * 2 + 2);
    mask_ = slots - 1;
    keys_.resize(slots);
    places_.assign(slots, kAbsent);
    for (std::size_t place = 0; place < keys.size(); ++place) {
      std::size_t slot = mixed(keys[place]) & mask_;
      while (places_[slot] != kAbsent) slot = (slot + 1) & mask_;
      keys_[slot] = keys[place];
      places_[slot] = static_cast<std::uint32_t>(place);
    }
  }

  // The place of `key` in the list, or kAbsent.
  std::uint32_t find(std::uint64_t key) const {
    for (std::size_t slot = mixed(key) & mask_; places_[slot] != kAbsent; slot = (slot + 1) & mask_)
      if (keys_[slot] == key) return places_[slot];
    return kAbsent;
  }

 private:
  static std::size_t mixed(std::uint64_t key) {
    key *= 0x9E3779B97F4A7C15u;
    return static_cast<std::size_t>(key ^ (key >> 29));
  }

  std::size_t mask_ = 0;
  std::vector<std::uint64_t> keys_;
  std::vector<std::uint32_t> places_;
};

}  // namespace wenlan
