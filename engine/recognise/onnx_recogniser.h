// SPDX-License-Identifier: GPL-3.0-or-later
// The recogniser that is a network of the PP-OCR kind: Chinese, columns and rows.
#pragma once

#include <memory>

#include "engine/base/result.h"
#include "engine/nn/model_store.h"
#include "engine/nn/network_options.h"
#include "engine/recognise/line_recogniser.h"

namespace wenlan {

// `alternatives`: other readings kept for each character. Columns are read as classical Chinese:
// nothing but Han, marks and punctuation. Fails with model_failed, usage (no such precision),
// wrong_model when the file does not say which characters it knows.
Result<std::unique_ptr<LineRecogniser>> load_onnx_recogniser(const ModelFile& model,
                                                             int alternatives,
                                                             const NetworkOptions& networks = {});

}  // namespace wenlan
