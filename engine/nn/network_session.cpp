// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/nn/network_session.h"

#include <algorithm>
#include <cctype>
#include <mutex>
#include <sstream>
#include <thread>
#include <utility>

#include <openvino/openvino.hpp>

#include "engine/base/file.h"

namespace wenlan {
namespace {

constexpr const char* kDevice = "CPU";
constexpr const char* kMetadata = "framework";  // where the runtime keeps an ONNX file's metadata
constexpr std::size_t kDigestDigits = 12;
// Kernels made for shapes, kept for each of a network's calls at once; beyond it the oldest go.
constexpr int kKeptKernels = 4'000;

ov::Core& core() {
  static ov::Core only;
  return only;
}

// The runtime tells where in its sources it failed, then why: the last line that says something.
std::string reason_of(const std::exception& error) {
  std::string reason;
  std::string line;
  std::istringstream lines(error.what());
  while (std::getline(lines, line))
    if (std::any_of(line.begin(), line.end(), [](unsigned char c) { return std::isalpha(c); }))
      reason = line;
  return reason;
}

Result<ov::element::Type> precision_of(const NetworkOptions& options) {
  const std::string& word = options.precision == "auto" ? native_precision() : options.precision;
  if (word == "f32") return ov::element::f32;
  if (word == "bf16") return ov::element::bf16;
  return fail(ErrorCode::usage, "nn.precision " + options.precision);
}

int calls_at_once(const NetworkOptions& options) {
  if (options.at_once > 0) return options.at_once;
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

ov::AnyMap settings(ov::element::Type precision, int at_once) {
  return {ov::num_streams(at_once),
          ov::inference_num_threads(at_once),  // of all streams together: one for each
          ov::hint::enable_hyper_threading(true),
          ov::hint::enable_cpu_pinning(false),  // other work has the same processors
          ov::hint::inference_precision(precision),
          {"CPU_RUNTIME_CACHE_CAPACITY", kKeptKernels}};
}

// Lets the network end before a last softmax or sigmoid.
void end_with_scores(const ov::Model& network) {
  const auto result = network.get_results().front();
  const auto last = result->get_input_node_shared_ptr(0);
  const std::string kind = last->get_type_name();
  if (kind == "Softmax" || kind == "Sigmoid")
    result->input(0).replace_source_output(last->input_value(0));
}

std::shared_ptr<ov::Model> read_network(const ModelFile& model, NetworkOutput output) {
  auto network = core().read_model(model.path.string());
  if (output == NetworkOutput::scores) end_with_scores(*network);
  return network;
}

}  // namespace

struct NetworkSession::Loaded {
  Loaded(const ModelFile& wanted, ov::element::Type numbers, int at_once, NetworkOutput output)
      : model(wanted),
        precision(numbers),
        network(read_network(wanted, output)),
        compiled(core().compile_model(network, kDevice, settings(numbers, at_once))) {}

  // A request is one call's memory; there are as many as calls ever ran at once.
  ov::InferRequest take_request() {
    {
      const std::lock_guard lock(mutex);
      if (!idle.empty()) {
        ov::InferRequest request = std::move(idle.back());
        idle.pop_back();
        return request;
      }
    }
    return compiled.create_infer_request();
  }
  void give_back(ov::InferRequest request) {
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(request));
  }

  ModelFile model;
  ov::element::Type precision;
  std::shared_ptr<ov::Model> network;
  ov::CompiledModel compiled;
  std::mutex mutex;
  std::vector<ov::InferRequest> idle;
};

struct NetworkAnswer::Lent {
  Lent(NetworkSession::Loaded& session, ov::InferRequest used)
      : owner(session), request(std::move(used)) {
    const ov::Tensor answer = request.get_output_tensor(0);
    const ov::Shape form = answer.get_shape();
    shape.assign(form.begin(), form.end());
    values = {answer.data<const float>(), answer.get_size()};
  }
  Lent(const Lent&) = delete;
  Lent& operator=(const Lent&) = delete;
  ~Lent() { owner.give_back(std::move(request)); }

  NetworkSession::Loaded& owner;
  ov::InferRequest request;
  std::vector<std::int64_t> shape;
  std::span<const float> values;
};

NetworkAnswer::NetworkAnswer(std::unique_ptr<Lent> lent) : lent_(std::move(lent)) {}
NetworkAnswer::NetworkAnswer(NetworkAnswer&&) noexcept = default;
NetworkAnswer& NetworkAnswer::operator=(NetworkAnswer&&) noexcept = default;
NetworkAnswer::~NetworkAnswer() = default;

const std::vector<std::int64_t>& NetworkAnswer::shape() const {
  return lent_->shape;
}

std::span<const float> NetworkAnswer::values() const {
  return lent_->values;
}

NetworkSession::NetworkSession(std::unique_ptr<Loaded> loaded) : loaded_(std::move(loaded)) {}
NetworkSession::NetworkSession(NetworkSession&&) noexcept = default;
NetworkSession& NetworkSession::operator=(NetworkSession&&) noexcept = default;
NetworkSession::~NetworkSession() = default;

Result<NetworkSession> NetworkSession::load(const ModelFile& model,
                                            const NetworkOptions& options,
                                            NetworkOutput output) {
  try {
    const auto precision = precision_of(options);
    if (!precision) return fail(precision);
    return NetworkSession(
        std::make_unique<Loaded>(model, *precision, calls_at_once(options), output));
  } catch (const ov::Exception& error) {
    return fail(ErrorCode::model_failed, printable_name(model.path), reason_of(error));
  }
}

Result<NetworkAnswer> NetworkSession::run(const Tensor& input) const {
  const ov::Shape shape(input.shape.begin(), input.shape.end());
  if (ov::shape_size(shape) != input.values.size())
    return fail(ErrorCode::model_failed,
                printable_name(loaded_->model.path),
                "the values do not fit their shape");
  try {
    ov::InferRequest request = loaded_->take_request();
    // The runtime takes the input by a pointer to non-const but only reads it.
    auto* values = const_cast<float*>(input.values.data());
    request.set_input_tensor(ov::Tensor(ov::element::f32, shape, values));
    request.infer();
    return NetworkAnswer(std::make_unique<NetworkAnswer::Lent>(*loaded_, std::move(request)));
  } catch (const ov::Exception& error) {
    return fail(ErrorCode::model_failed, printable_name(loaded_->model.path), reason_of(error));
  }
}

std::optional<std::string> NetworkSession::metadata(std::string_view key) const {
  const auto& known = std::as_const(*loaded_->network).get_rt_info();
  const auto all = known.find(kMetadata);
  if (all == known.end() || !all->second.is<ov::AnyMap>()) return std::nullopt;
  const auto& entries = all->second.as<ov::AnyMap>();
  const auto entry = entries.find(std::string(key));
  if (entry == entries.end()) return std::nullopt;
  return entry->second.as<std::string>();
}

const ModelFile& NetworkSession::model() const {
  return loaded_->model;
}

std::string NetworkSession::provenance() const {
  return loaded_->model.name + ' ' + loaded_->model.sha256.substr(0, kDigestDigits) + ' ' +
         loaded_->precision.to_string();
}

std::string network_runtime_version() {
  // "2026.4.1-22112-…": the build follows the version.
  const std::string full = ov::get_openvino_version().buildNumber;
  return full.substr(0, full.find('-'));
}

std::string native_precision() {
  const auto able = core().get_property(kDevice, ov::device::capabilities);
  const bool bf16 = std::find(able.begin(), able.end(), ov::device::capability::BF16) != able.end();
  return bf16 ? "bf16" : "f32";
}

}  // namespace wenlan
