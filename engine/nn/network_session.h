// SPDX-License-Identifier: GPL-3.0-or-later
// One network loaded for inference; the only code that knows OpenVINO.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/nn/model_store.h"
#include "engine/nn/network_options.h"

namespace wenlan {

// Row-major; the product of `shape` is the number of `values`.
struct Tensor {
  std::vector<std::int64_t> shape;
  std::vector<float> values;
};

// What a network is asked for: its output, or the scores that a last softmax or sigmoid turns into
// probabilities, for those who want few of these.
enum class NetworkOutput { whole, scores };

// The output of one call, where the network left it: let it go before the session, and soon, since
// the memory of the call goes with it.
class NetworkAnswer {
 public:
  NetworkAnswer(NetworkAnswer&&) noexcept;
  NetworkAnswer& operator=(NetworkAnswer&&) noexcept;
  ~NetworkAnswer();

  const std::vector<std::int64_t>& shape() const;
  std::span<const float> values() const;  // row-major

 private:
  friend class NetworkSession;
  struct Lent;
  explicit NetworkAnswer(std::unique_ptr<Lent> lent);
  std::unique_ptr<Lent> lent_;
};

// A network of one float input whose first output is float. A call works on one thread: parallelism
// is pages side by side. Const members may be called by many threads at once. Equal inputs give
// equal bytes on one machine, whatever runs beside.
class NetworkSession {
 public:
  // Reads ONNX. Fails with model_failed when the runtime does not take the file, usage when the
  // options name no precision.
  static Result<NetworkSession> load(const ModelFile& model,
                                     const NetworkOptions& options = {},
                                     NetworkOutput output = NetworkOutput::whole);
  NetworkSession(NetworkSession&&) noexcept;
  NetworkSession& operator=(NetworkSession&&) noexcept;
  ~NetworkSession();

  // Fails with model_failed when the shape does not fit the values or the network. A shape not seen
  // before costs some tens of milliseconds more than the ones after it.
  Result<NetworkAnswer> run(const Tensor& input) const;

  // An entry of the model file's own metadata.
  std::optional<std::string> metadata(std::string_view key) const;
  const ModelFile& model() const;
  // Name, first digits of the SHA-256, precision: "ppocrv6-small-detector 090f04abe5f0 bf16".
  std::string provenance() const;

 private:
  friend class NetworkAnswer;
  struct Loaded;
  explicit NetworkSession(std::unique_ptr<Loaded> loaded);
  std::unique_ptr<Loaded> loaded_;
};

// "2026.4.1", of the runtime that is linked.
std::string network_runtime_version();
// "f32" or "bf16": what `auto` is on this machine.
std::string native_precision();

}  // namespace wenlan
