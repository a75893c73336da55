// SPDX-License-Identifier: GPL-3.0-or-later
// The line detector of a name.
#pragma once

#include <memory>
#include <string_view>

#include "engine/base/result.h"
#include "engine/nn/model_store.h"
#include "engine/nn/network_options.h"
#include "engine/segment/line_detector.h"

namespace wenlan {

// `name` as the manifest lists it: "page-network" is our own, all others are of the PP-OCR kind.
// Fails with missing_model, wrong_model, model_failed.
Result<std::unique_ptr<LineDetector>> open_line_detector(const ModelStore& models,
                                                         std::string_view name,
                                                         const NetworkOptions& networks = {});

}  // namespace wenlan
