// SPDX-License-Identifier: GPL-3.0-or-later
// The recognisers a reading needs, chosen by options and by what is installed.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/nn/model_store.h"
#include "engine/nn/network_options.h"
#include "engine/recognise/line_recogniser.h"
#include "engine/recognise/options.h"

namespace wenlan {

// Made once, shared by threads.
struct Recognisers {
  std::unique_ptr<LineRecogniser> main;  // reads every line first; never null
  // Tried in turn on rows `main` is unsure of.
  std::vector<std::unique_ptr<LineRecogniser>> others;
  std::optional<Error> fallback_reason;  // set: the Chinese model is missing, Tesseract reads

  // "ppocrv6-small-recogniser 6f327246b503 bf16", for provenance.
  std::string model() const;
};

// The Chinese network, or Tesseract's Chinese where the network's file is missing (and then says
// so); with `only_languages` Tesseract alone. Fails with wrong_model (the file is another one),
// model_failed, or missing_model when a Tesseract language is not installed.
Result<Recognisers> load_recognisers(const ModelStore& models,
                                     const RecogniseOptions& options,
                                     const NetworkOptions& networks = {});

}  // namespace wenlan
