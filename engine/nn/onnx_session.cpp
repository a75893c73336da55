// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/onnx_session.h"

#include <array>
#include <utility>

#include <onnxruntime_cxx_api.h>

#include "engine/base/file.h"

namespace wenlan {
namespace {

Ort::SessionOptions session_options() {
  Ort::SessionOptions options;
  options.SetIntraOpNumThreads(1);
  options.SetInterOpNumThreads(1);
  options.AddConfigEntry("session.intra_op.allow_spinning", "0");
  options.AddConfigEntry("session.inter_op.allow_spinning", "0");
  // Lines and pages come in ever new sizes: planning memory for each would only pile plans up.
  options.DisableMemPattern();
  options.SetLogSeverityLevel(3);
  return options;
}

}  // namespace

struct OnnxSession::Loaded {
  explicit Loaded(const ModelFile& wanted)
      : model(wanted),
        environment(ORT_LOGGING_LEVEL_ERROR, "wenlan"),
        session(environment, wanted.path.c_str(), session_options()) {
    Ort::AllocatorWithDefaultOptions allocator;
    input = session.GetInputNameAllocated(0, allocator).get();
    output = session.GetOutputNameAllocated(0, allocator).get();
  }

  ModelFile model;
  Ort::Env environment;  // counted by the runtime: one for all sessions
  Ort::Session session;
  std::string input;
  std::string output;
};

OnnxSession::OnnxSession(std::unique_ptr<Loaded> loaded) : loaded_(std::move(loaded)) {}
OnnxSession::OnnxSession(OnnxSession&&) noexcept = default;
OnnxSession& OnnxSession::operator=(OnnxSession&&) noexcept = default;
OnnxSession::~OnnxSession() = default;

Result<OnnxSession> OnnxSession::load(const ModelFile& model) {
  try {
    return OnnxSession(std::make_unique<Loaded>(model));
  } catch (const Ort::Exception& error) {
    return fail(ErrorCode::model_failed, printable_name(model.path), error.what());
  }
}

Result<Tensor> OnnxSession::run(const Tensor& input) const {
  try {
    const auto memory = Ort::MemoryInfo::CreateCpu(OrtArenaAllocator, OrtMemTypeDefault);
    // The runtime takes the input by a pointer to non-const but only reads it.
    auto* values = const_cast<float*>(input.values.data());
    const auto given = Ort::Value::CreateTensor<float>(
        memory, values, input.values.size(), input.shape.data(), input.shape.size());
    const std::array input_names{loaded_->input.c_str()};
    const std::array output_names{loaded_->output.c_str()};
    // Running does not change a session, though the wrapper's member is not const.
    auto& session = const_cast<Ort::Session&>(loaded_->session);
    const std::vector<Ort::Value> answers = session.Run(
        Ort::RunOptions{nullptr}, input_names.data(), &given, 1, output_names.data(), 1);
    const auto form = answers.front().GetTensorTypeAndShapeInfo();
    const float* first = answers.front().GetTensorData<float>();
    return Tensor{form.GetShape(), {first, first + form.GetElementCount()}};
  } catch (const Ort::Exception& error) {
    return fail(ErrorCode::model_failed, printable_name(loaded_->model.path), error.what());
  }
}

std::optional<std::string> OnnxSession::metadata(std::string_view key) const {
  Ort::AllocatorWithDefaultOptions allocator;
  const auto value = loaded_->session.GetModelMetadata().LookupCustomMetadataMapAllocated(
      std::string(key).c_str(), allocator);
  if (!value) return std::nullopt;
  return std::string(value.get());
}

const ModelFile& OnnxSession::model() const {
  return loaded_->model;
}

std::string onnx_runtime_version() {
  return Ort::GetVersionString();
}

}  // namespace wenlan
