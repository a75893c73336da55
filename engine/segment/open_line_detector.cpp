// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/open_line_detector.h"

#include "engine/segment/onnx_line_detector.h"
#include "engine/segment/page_network.h"

namespace wenlan {

Result<std::unique_ptr<LineDetector>> open_line_detector(const ModelStore& models,
                                                         std::string_view name,
                                                         const NetworkOptions& networks) {
  const auto model = models.find(name);
  if (!model) return fail(model);
  return name == kPageNetwork ? load_page_network(*model, networks)
                              : load_line_detector(*model, networks);
}

}  // namespace wenlan
