// SPDX-License-Identifier: GPL-3.0-or-later
// How an archive is served.
#pragma once

#include <string>

#include "engine/base/options.h"

namespace wenlan {

struct ServeOptions {
  std::string address = "127.0.0.1";
  int port = 8080;
  int workers = 4;
  int image_workers = 2;
  int max_connections = 512;
  int timeout_s = 30;
  int picture_memory_mb = 512;

  static void describe(auto&& option) {
    option("address", &ServeOptions::address, "Address to listen on; 0.0.0.0 or :: for every one.");
    option("port",
           &ServeOptions::port,
           "Port to listen on; 0 takes a free one.",
           Bounds<int>{0, 65535});
    option("workers", &ServeOptions::workers, "Requests answered at once.", Bounds<int>{1, 256});
    option("image-workers",
           &ServeOptions::image_workers,
           "Pictures cut at once, beside the other requests.",
           Bounds<int>{1, 64});
    option("max-connections",
           &ServeOptions::max_connections,
           "Connections held open; further ones wait.",
           Bounds<int>{4, 100'000});
    option("timeout",
           &ServeOptions::timeout_s,
           "Seconds after which a silent connection is closed.",
           Bounds<int>{1, 3600});
    option("picture-memory",
           &ServeOptions::picture_memory_mb,
           "Megabytes of decoded scans kept for the next tile.",
           Bounds<int>{64, 65536});
  }
};

}  // namespace wenlan
