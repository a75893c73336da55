// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl-C and SIGTERM as a request to stop.
#pragma once

#include <stop_token>

namespace wenlan {

// Call once, at the start. The first SIGINT or SIGTERM requests the stop, a second one ends
// the process at once (nothing kept is harmed: every file is written whole or not at all).
void request_stop_on_signals(std::stop_source source);

}  // namespace wenlan
