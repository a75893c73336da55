// SPDX-License-Identifier: GPL-3.0-or-later
// How much memory a process has, and how much there is.
#pragma once

#include <cstdint>

#include <sys/types.h>

namespace wenlan {

// Bytes of the process that stand in memory; 0 when it is gone.
std::int64_t resident_bytes(pid_t process);

// Of the machine, or of the container (cgroup) this process runs in where that is less.
std::int64_t usable_memory();

// The system's own way out of a shortage is to end a process: rather this one than its parent.
void offer_to_be_ended_first();

// From now on large blocks go back to the system when they are freed, not to the threads' heaps.
void give_memory_back_early();

}  // namespace wenlan
