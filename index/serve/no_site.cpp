// SPDX-License-Identifier: GPL-3.0-or-later
// For programs configured with WENLAN_WEB=OFF.
#include "index/serve/embedded_site.h"

namespace wenlan {

std::span<const EmbeddedFile> embedded_site() {
  return {};
}

}  // namespace wenlan
