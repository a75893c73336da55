// SPDX-License-Identifier: GPL-3.0-or-later
// One network loaded for inference; the only code that knows ONNX Runtime.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/nn/model_store.h"

namespace wenlan {

// Row-major; the product of `shape` is the number of `values`.
struct Tensor {
  std::vector<std::int64_t> shape;
  std::vector<float> values;
};

// A network of one float input whose first output is float. It works on the caller's thread alone:
// parallelism is pages side by side. Const members may be called by many threads at once.
class OnnxSession {
 public:
  // Fails with model_failed when the runtime does not take the file.
  static Result<OnnxSession> load(const ModelFile& model);
  OnnxSession(OnnxSession&&) noexcept;
  OnnxSession& operator=(OnnxSession&&) noexcept;
  ~OnnxSession();

  // Fails with model_failed when the shape does not fit the values or the network.
  Result<Tensor> run(const Tensor& input) const;

  // An entry of the model file's own metadata.
  std::optional<std::string> metadata(std::string_view key) const;
  const ModelFile& model() const;

 private:
  struct Loaded;
  explicit OnnxSession(std::unique_ptr<Loaded> loaded);
  std::unique_ptr<Loaded> loaded_;
};

// "1.31.1", of the runtime that is linked.
std::string onnx_runtime_version();

}  // namespace wenlan
