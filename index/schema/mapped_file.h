// SPDX-License-Identifier: GPL-3.0-or-later
// A file read in place: the kernel keeps in memory what is used.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string_view>
#include <utility>

#include "engine/base/result.h"

namespace wenlan {

// Read-only, safe in any thread; stays readable when the file is deleted. An empty file is fine.
class MappedFile {
 public:
  // Fails with not_found, no_permission or io_failed.
  static Result<MappedFile> open(const std::filesystem::path& file);
  MappedFile() = default;
  MappedFile(MappedFile&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~MappedFile();

  std::string_view bytes() const { return {static_cast<const char*>(data_), size_}; }
  // As values of T, leaving out an incomplete last one.
  template <class T>
  std::span<const T> values() const {
    return {static_cast<const T*>(data_), size_ / sizeof(T)};
  }

 private:
  void* data_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace wenlan
