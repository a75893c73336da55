// SPDX-License-Identifier: GPL-3.0-or-later
// The line detector that is our own network (models/train/segmentation): a map for each kind of
// thing on a page.
#pragma once

#include <memory>
#include <string_view>

#include "engine/base/result.h"
#include "engine/nn/model_store.h"
#include "engine/nn/network_options.h"
#include "engine/segment/line_detector.h"

namespace wenlan {

// Its name in models/manifest.json.
inline constexpr std::string_view kPageNetwork = "page-network";

// Fails with model_failed.
Result<std::unique_ptr<LineDetector>> load_page_network(const ModelFile& model,
                                                        const NetworkOptions& networks = {});

}  // namespace wenlan
