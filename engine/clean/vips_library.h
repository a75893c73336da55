// SPDX-License-Identifier: GPL-3.0-or-later
// libvips, started once for the process and kept small.
#pragma once

namespace wenlan {

// Starts libvips on the first call: one thread an operation (pages run in parallel instead), no
// cache of operations, no warnings on standard error. Call it before any other use of libvips in
// the process. May be called from many threads.
void start_vips();

}  // namespace wenlan
