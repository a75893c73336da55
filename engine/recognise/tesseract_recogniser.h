// SPDX-License-Identifier: GPL-3.0-or-later
// The recogniser for every script but Chinese, and for Chinese when the network is missing.
#pragma once

#include <memory>
#include <string>

#include "engine/base/result.h"
#include "engine/recognise/line_recogniser.h"

namespace wenlan {

// `row_languages` and `column_languages` are Tesseract's names joined by '+', as "eng" or
// "chi_tra_vert"; with no column languages columns are read as nothing. Engines of Tesseract serve
// one thread each: the recogniser keeps as many as threads read at one time. Fails with
// missing_model when a language is not installed.
Result<std::unique_ptr<LineRecogniser>> load_tesseract_recogniser(
    const std::string& row_languages, const std::string& column_languages, int alternatives);

}  // namespace wenlan
