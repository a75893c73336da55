// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/base/file.h"

#include <atomic>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> fail_with_errno(const fs::path& file) {
  return fail(error_code_of_errno(errno), printable_name(file), std::strerror(errno));
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return number_; }
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool sync_folder(const fs::path& folder) {
  const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  return descriptor.get() >= 0 && ::fsync(descriptor.get()) == 0;
}

fs::path temporary_name_beside(const fs::path& file) {
  static std::atomic<unsigned> counter{0};
  return file.parent_path() / fmt::format(".tmp-{}-{}", ::getpid(), counter++);
}

bool write_and_sync(const fs::path& file, std::string_view bytes) {
  Descriptor descriptor(::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
  return descriptor.get() >= 0 && write_all(descriptor.get(), bytes) &&
         ::fsync(descriptor.get()) == 0 && descriptor.close();
}

// Not std::filesystem::copy_file: it calls a full disk an input/output error.
bool copy_and_sync(const fs::path& from, const fs::path& to) {
  const Descriptor source(::open(from.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (source.get() < 0) return false;
  Descriptor target(::open(to.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0444));
  if (target.get() < 0) return false;
  std::string buffer(1U << 20U, '\0');
  while (true) {
    const ssize_t got = ::read(source.get(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return false;
    if (got == 0) break;
    if (!write_all(target.get(), std::string_view(buffer).substr(0, static_cast<std::size_t>(got))))
      return false;
  }
  return ::fsync(target.get()) == 0 && target.close();
}

// The last steps of an atomic write; `written` tells whether the first went well, errno why not.
Result<void> published(bool written,
                       const fs::path& temporary,
                       const fs::path& file,
                       const fs::path& folder) {
  if (!written || ::rename(temporary.c_str(), file.c_str()) != 0) {
    const int reason = errno;
    ::unlink(temporary.c_str());
    errno = reason;
    return fail_with_errno(file);
  }
  if (!sync_folder(folder)) return fail_with_errno(folder);
  return {};
}

}  // namespace

Result<std::string> read_file(const fs::path& file) {
  // Without O_NONBLOCK a named pipe would wait for a writer for ever.
  const Descriptor descriptor(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  struct stat status {};
  if (descriptor.get() < 0 || ::fstat(descriptor.get(), &status) != 0) return fail_with_errno(file);
  if (!S_ISREG(status.st_mode)) return fail(ErrorCode::not_a_file, printable_name(file));
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const ssize_t got = ::read(descriptor.get(), bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail_with_errno(file);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

Result<void> write_file_atomically(const fs::path& file, std::string_view bytes) {
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  std::error_code status;
  fs::create_directories(folder, status);
  if (status)
    return fail(error_code_of_errno(status.value()), printable_name(folder), status.message());
  const fs::path temporary = temporary_name_beside(folder / file.filename());
  return published(write_and_sync(temporary, bytes), temporary, file, folder);
}

Result<void> rename_durably(const fs::path& from, const fs::path& to) {
  const Descriptor descriptor(::open(from.c_str(), O_RDONLY | O_CLOEXEC));
  const bool synced = descriptor.get() >= 0 && ::fsync(descriptor.get()) == 0;
  return published(synced, from, to, to.parent_path());
}

Result<void> copy_file_atomically(const fs::path& from, const fs::path& to) {
  const fs::path temporary = temporary_name_beside(to);
  return published(copy_and_sync(from, temporary), temporary, to, to.parent_path());
}

std::string printable_name(const fs::path& file) {
  std::string shown;
  for (const auto& [bytes, code_point] : code_points_with_bytes(file.native())) {
    if (code_point && *code_point >= 0x20 && *code_point != 0x7F) {
      shown += bytes;
      continue;
    }
    for (const char byte : bytes)
      shown += fmt::format("\\x{:02x}", static_cast<unsigned char>(byte));
  }
  return shown;
}

}  // namespace wenlan
