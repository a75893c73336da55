// SPDX-License-Identifier: GPL-3.0-or-later
// A TCP socket that listens, made here rather than in the HTTP library to know why it failed.
#pragma once

#include <string>

#include "engine/base/result.h"

namespace wenlan {

struct ListeningSocket {
  int descriptor = -1;  // the caller closes it
  int port = 0;
};

// `address` is a numeric IPv4 or IPv6 address or "localhost". Port 0 takes a free one. Fails with
// port_in_use, no_permission, usage or io_failed.
Result<ListeningSocket> listen_on(const std::string& address, int port);

}  // namespace wenlan
