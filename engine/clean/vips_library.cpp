// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/vips_library.h"

#include <mutex>
#include <stdexcept>

#include <vips/vips.h>

namespace wenlan {

void start_vips() {
  static std::once_flag once;
  std::call_once(once, [] {
    if (VIPS_INIT("wenlan") != 0) throw std::runtime_error("libvips does not start");
    vips_concurrency_set(1);
    vips_cache_set_max(0);
    // What matters comes back as an error; odd tags in scanners' files do not matter to users.
    g_log_set_handler(
        "VIPS",
        static_cast<GLogLevelFlags>(G_LOG_LEVEL_WARNING | G_LOG_LEVEL_INFO | G_LOG_LEVEL_DEBUG),
        [](const gchar*, GLogLevelFlags, const gchar*, gpointer) {},
        nullptr);
  });
}

}  // namespace wenlan
