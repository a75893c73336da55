// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/schema/mapped_file.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/base/file.h"

namespace wenlan {

Result<MappedFile> MappedFile::open(const std::filesystem::path& file) {
  const auto failed = [&file](int error) {
    return fail(error_code_of_errno(error), printable_name(file), std::strerror(error));
  };
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return failed(errno);
  struct stat status {};
  MappedFile mapped;
  int error = ::fstat(descriptor, &status) == 0 ? 0 : errno;
  if (error == 0 && status.st_size > 0) {
    const auto size = static_cast<std::size_t>(status.st_size);
    void* data = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0);
    if (data == MAP_FAILED) {
      error = errno;
    } else {
      mapped.data_ = data;
      mapped.size_ = size;
    }
  }
  ::close(descriptor);
  if (error != 0) return failed(error);
  return mapped;
}

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(data_, size_);
}

}  // namespace wenlan
