// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the specks of a stamp out of the writing of a scan in two tones. START HERE.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/result.h"
#include "engine/clean/clean_scan.h"
#include "engine/nn/model_store.h"
#include "engine/nn/network_session.h"
#include "engine/specks/options.h"

namespace wenlan {

// Raised whenever the output changes for the same input.
inline constexpr std::string_view kSpecksVersion = "2";

// Const members may be called by many threads.
class SpeckNetwork {
 public:
  // Fails with missing_model, wrong_model or model_failed.
  static Result<SpeckNetwork> load(const ModelStore& models, const NetworkOptions& networks = {});

  // Makes specks paper in `page.without_red`, where the page is in two tones and has clouds of
  // them, and adds the clouds to `page.stamps`; other pages stay as they are. Never writes to
  // pixels that the page shares. Fails with model_failed, internal (OpenCV refuses the picture).
  Result<void> take_out_specks(CleanPage& page, const SpeckOptions& options = {}) const;

  // Name, first digits of the SHA-256, precision.
  std::string model() const { return session_.provenance(); }

 private:
  explicit SpeckNetwork(NetworkSession session) : session_(std::move(session)) {}
  Result<cv::Mat1f> writing_in(const cv::Mat1f& ink) const;

  NetworkSession session_;
};

}  // namespace wenlan
