// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/quality/familiar_pairs.h"

#include <bit>
#include <cstdint>
#include <iterator>

#include "engine/base/variants.h"

namespace wenlan {
namespace {

// A Bloom filter: every familiar pair set two of these bits.
constexpr std::uint64_t kField[] = {
#include "engine/quality/familiar_pairs.inc"
};
constexpr int kFieldBits = std::countr_zero(std::size(kField) * 64);
static_assert(std::has_single_bit(std::size(kField)));

// As models/train/quality/learn_pairs.py sets them.
bool bit_of(std::uint64_t pair, std::uint64_t turn) {
  std::uint64_t mixed = pair + turn * 0x9E3779B97F4A7C15;
  for (const std::uint64_t factor : {0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53})
    mixed = (mixed ^ mixed >> 33) * factor;
  const std::uint64_t bit = mixed >> (64 - kFieldBits);
  return (kField[bit / 64] >> (bit % 64) & 1) != 0;
}

}  // namespace

bool is_familiar_pair(char32_t first, char32_t second) {
  const std::uint64_t pair = std::uint64_t{fold_variant(first)} << 21 | fold_variant(second);
  return bit_of(pair, 0) && bit_of(pair, 1);
}

}  // namespace wenlan
