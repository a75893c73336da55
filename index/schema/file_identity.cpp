// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/schema/file_identity.h"

#include <sys/stat.h>

namespace wenlan {

FileIdentity identity_of(const std::filesystem::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return {};
  return {status.st_ino, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

}  // namespace wenlan
