// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/build/append_file.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <unistd.h>

#include "engine/base/file.h"

namespace wenlan {
namespace {

constexpr std::size_t kBufferSize = 1 << 20;

tl::unexpected<Error> failed(const std::filesystem::path& file) {
  const int error = errno;
  return fail(error_code_of_errno(error), printable_name(file), std::strerror(error));
}

}  // namespace

Result<AppendFile> AppendFile::create(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (descriptor < 0) return failed(file);
  return AppendFile(file, descriptor);
}

AppendFile::~AppendFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Result<void> AppendFile::append(std::string_view bytes) {
  size_ += bytes.size();
  buffer_ += bytes;
  if (buffer_.size() < kBufferSize) return {};
  return flush();
}

Result<void> AppendFile::flush() {
  std::string_view left = buffer_;
  while (!left.empty()) {
    const ssize_t written = ::write(descriptor_, left.data(), left.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return failed(file_);
    left.remove_prefix(static_cast<std::size_t>(written));
  }
  buffer_.clear();
  return {};
}

Result<void> AppendFile::close() {
  if (const auto flushed = flush(); !flushed) return flushed;
  if (::fsync(descriptor_) != 0) return failed(file_);
  const int descriptor = std::exchange(descriptor_, -1);
  if (::close(descriptor) != 0) return failed(file_);
  return {};
}

}  // namespace wenlan
