// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/tiff_directory.h"

#include <optional>
#include <set>

namespace wenlan {
namespace {

constexpr int kMostDirectories = 65'535;
constexpr std::uint64_t kSubfileTypeTag = 254;
constexpr std::uint64_t kReducedCopy = 1;

// Field widths of the two kinds of TIFF.
class Reader {
 public:
  explicit Reader(const OpenScan& scan) : scan_(scan) {
    const std::string head = scan.bytes_at(0, 4);
    big_endian_ = head.starts_with('M');
    big_tiff_ = head.size() == 4 && (head[2] == '+' || head[3] == '+');
  }

  std::optional<std::uint64_t> integer_at(std::uint64_t offset, int width) const {
    const std::string bytes = scan_.bytes_at(offset, static_cast<std::size_t>(width));
    if (bytes.size() < static_cast<std::size_t>(width)) return std::nullopt;
    std::uint64_t value = 0;
    for (int i = 0; i < width; ++i)
      value = value << 8 | static_cast<unsigned char>(bytes[big_endian_ ? i : width - 1 - i]);
    return value;
  }

  std::optional<std::uint64_t> first_directory() const {
    return big_tiff_ ? integer_at(8, 8) : integer_at(4, 4);
  }

  struct Directory {
    bool reduced_copy = false;
    std::uint64_t next = 0;  // 0: the last
  };

  // Empty when the file ends before the directory does.
  std::optional<Directory> directory_at(std::uint64_t offset) const {
    const int count_width = big_tiff_ ? 8 : 2;
    const std::uint64_t entry_width = big_tiff_ ? 20 : 12;
    const auto count = integer_at(offset, count_width);
    if (!count || *count > kMostDirectories) return std::nullopt;
    const std::uint64_t entries = offset + static_cast<std::uint64_t>(count_width);
    const auto next = integer_at(entries + *count * entry_width, big_tiff_ ? 8 : 4);
    if (!next) return std::nullopt;
    Directory directory{false, *next};
    // Entries are sorted by tag and this one is the smallest in use: it stands first or nowhere.
    if (*count > 0 && integer_at(entries, 2) == kSubfileTypeTag)
      directory.reduced_copy =
          (integer_at(entries + (big_tiff_ ? 12 : 8), 4).value_or(0) & kReducedCopy) != 0;
    return directory;
  }

 private:
  const OpenScan& scan_;
  bool big_endian_ = false;
  bool big_tiff_ = false;
};

}  // namespace

std::vector<int> tiff_pictures(const OpenScan& scan) {
  const Reader reader(scan);
  std::vector<int> pictures;
  std::set<std::uint64_t> seen;  // a damaged chain may run in a circle
  std::uint64_t offset = reader.first_directory().value_or(0);
  for (int number = 0; number < kMostDirectories && offset != 0; ++number) {
    if (!seen.insert(offset).second) break;
    const auto directory = reader.directory_at(offset);
    if (!directory || !directory->reduced_copy) pictures.push_back(number);
    offset = directory ? directory->next : 0;
  }
  if (pictures.empty()) pictures.push_back(0);
  return pictures;
}

}  // namespace wenlan
