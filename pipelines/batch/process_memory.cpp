// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/batch/process_memory.h"

#include <algorithm>
#include <fstream>
#include <string>

#include <fmt/format.h>
#include <malloc.h>
#include <unistd.h>

namespace wenlan {
namespace {

// The cgroup's folder, below the root of the one hierarchy of version 2; empty elsewhere.
std::string cgroup_folder() {
  std::ifstream file("/proc/self/cgroup");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("0::")) return "/sys/fs/cgroup" + line.substr(3);
  return {};
}

}  // namespace

std::int64_t resident_bytes(pid_t process) {
  std::ifstream file(fmt::format("/proc/{}/statm", process));
  std::int64_t all = 0;
  std::int64_t resident = 0;
  file >> all >> resident;
  return file ? resident * ::sysconf(_SC_PAGESIZE) : 0;
}

std::int64_t usable_memory() {
  const std::int64_t machine = std::int64_t{::sysconf(_SC_PHYS_PAGES)} * ::sysconf(_SC_PAGESIZE);
  std::ifstream file(cgroup_folder() + "/memory.max");
  std::int64_t limit = 0;
  return file >> limit ? std::min(limit, machine) : machine;  // "max" is no number: no limit
}

void offer_to_be_ended_first() {
  std::ofstream("/proc/self/oom_score_adj") << 500;
}

void give_memory_back_early() {
  constexpr int kMebibyte = 1 << 20;
  ::mallopt(M_MMAP_THRESHOLD, 16 * kMebibyte);
  ::mallopt(M_TRIM_THRESHOLD, 64 * kMebibyte);
}

}  // namespace wenlan
