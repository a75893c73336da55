// SPDX-License-Identifier: GPL-3.0-or-later
// The line detector that is a network: a map of "inside a line" and the outlines of its regions.
#pragma once

#include <memory>

#include "engine/base/result.h"
#include "engine/nn/model_store.h"
#include "engine/nn/network_options.h"
#include "engine/segment/line_detector.h"

namespace wenlan {

// Loads a detector of the PP-OCR kind. Fails with model_failed or usage.
Result<std::unique_ptr<LineDetector>> load_line_detector(const ModelFile& model,
                                                         const NetworkOptions& networks = {});

}  // namespace wenlan
