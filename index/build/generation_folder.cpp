// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/build/generation_folder.h"

#include <cerrno>
#include <cstring>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "engine/base/file.h"

namespace wenlan {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kBuildingPrefix = ".building-";

tl::unexpected<Error> failed(const fs::path& file, int error) {
  return fail(error_code_of_errno(error), printable_name(file), std::strerror(error));
}

tl::unexpected<Error> failed(const fs::path& file, const std::error_code& error) {
  return fail(error_code_of_errno(error.value()), printable_name(file), error.message());
}

// flock is given back by the kernel when its holder is killed.
Result<int> take_lock(const fs::path& index_folder) {
  const fs::path file = index_folder / ".lock";
  const int lock = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (lock < 0) return failed(file, errno);
  if (::flock(lock, LOCK_EX | LOCK_NB) == 0) return lock;
  const int error = errno;
  ::close(lock);
  if (error == EWOULDBLOCK)
    return fail(ErrorCode::busy, printable_name(index_folder), "another index is being built");
  return failed(file, error);
}

void remove_leftovers(const fs::path& index_folder) {
  std::error_code error;
  std::vector<fs::path> leftovers;
  for (const auto& entry : fs::directory_iterator(index_folder, error))
    if (entry.path().filename().string().starts_with(kBuildingPrefix))
      leftovers.push_back(entry.path());
  for (const fs::path& leftover : leftovers) fs::remove_all(leftover, error);
}

Result<void> sync_path(const fs::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return failed(path, errno);
  const int error = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  if (error != 0) return failed(path, error);
  return {};
}

Result<void> sync_tree(const fs::path& folder) {
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error))
    if (const auto synced = sync_path(entry.path()); !synced) return synced;
  if (error) return failed(folder, error);
  return sync_path(folder);
}

}  // namespace

Result<GenerationFolder> GenerationFolder::create(const fs::path& index_folder) {
  std::error_code error;
  fs::create_directories(index_folder, error);
  if (error) return failed(index_folder, error);
  const auto lock = take_lock(index_folder);
  if (!lock) return fail(lock);
  const auto present = generations_in(index_folder);
  const unsigned long next = present.empty() ? 1 : std::stoul(present.back()) + 1;
  GenerationFolder folder(index_folder, fmt::format("{:06}", next), *lock);
  remove_leftovers(index_folder);
  fs::create_directory(folder.files().folder, error);
  if (error) return failed(folder.files().folder, error);
  return folder;
}

GenerationFolder::~GenerationFolder() {
  if (lock_ < 0) return;
  std::error_code error;
  fs::remove_all(files().folder, error);
  ::close(lock_);
}

GenerationFiles GenerationFolder::files() const {
  return GenerationFiles(index_folder_ / (std::string(kBuildingPrefix) + name_));
}

Result<void> GenerationFolder::publish() {
  const fs::path building = files().folder;
  if (const auto synced = sync_tree(building); !synced) return synced;
  const auto previous = published_generation(index_folder_);
  std::error_code error;
  fs::rename(building, index_folder_ / name_, error);
  if (error) return failed(building, error);
  if (const auto published = publish_generation(index_folder_, name_); !published) return published;
  remove_old(previous.value_or(std::string()));
  return {};
}

// Searches under way in an older one keep its files open and go on.
void GenerationFolder::remove_old(const std::string& previous) const {
  std::error_code error;
  for (const std::string& name : generations_in(index_folder_))
    if (name != name_ && name != previous) fs::remove_all(index_folder_ / name, error);
}

}  // namespace wenlan
