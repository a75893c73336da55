// SPDX-License-Identifier: GPL-3.0-or-later
// A new file written from front to back.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/result.h"

namespace wenlan {

class AppendFile {
 public:
  // Fails when the file is there already, and as writing does.
  static Result<AppendFile> create(const std::filesystem::path& file);
  AppendFile(AppendFile&& other) noexcept
      : file_(std::move(other.file_)),
        buffer_(std::move(other.buffer_)),
        descriptor_(std::exchange(other.descriptor_, -1)),
        size_(other.size_) {}
  AppendFile& operator=(AppendFile&&) = delete;
  ~AppendFile();

  // Fails with disk_full or io_failed.
  Result<void> append(std::string_view bytes);
  Result<void> append_units(std::u16string_view units) {
    return append({reinterpret_cast<const char*>(units.data()), units.size() * sizeof(char16_t)});
  }
  // Bytes appended so far.
  std::uint64_t size() const { return size_; }
  // Everything on disk. Nothing may be appended afterwards.
  Result<void> close();

 private:
  AppendFile(std::filesystem::path file, int descriptor)
      : file_(std::move(file)), descriptor_(descriptor) {}
  Result<void> flush();

  std::filesystem::path file_;
  std::string buffer_;
  int descriptor_ = -1;
  std::uint64_t size_ = 0;
};

}  // namespace wenlan
