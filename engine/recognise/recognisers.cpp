// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/recognisers.h"

#include <sstream>
#include <utility>

#include "engine/recognise/onnx_recogniser.h"
#include "engine/recognise/tesseract_recogniser.h"

namespace wenlan {
namespace {

constexpr auto kChineseModel = "ppocrv6-small-recogniser";
constexpr auto kChineseRows = "chi_tra";
constexpr auto kChineseColumns = "chi_tra_vert";

Result<Recognisers> only_tesseract(const RecogniseOptions& options) {
  auto main = load_tesseract_recogniser(
      options.only_languages, options.only_languages, options.alternatives);
  if (!main) return fail(main);
  return Recognisers{*std::move(main), {}, std::nullopt};
}

Result<Recognisers> chinese(const ModelStore& models,
                            const RecogniseOptions& options,
                            const NetworkOptions& networks) {
  Recognisers recognisers;
  const Result<ModelFile> model = models.find(kChineseModel);
  if (!model && model.error().code != ErrorCode::missing_model) return fail(model);
  auto main = model
                  ? load_onnx_recogniser(*model, options.alternatives, networks)
                  : load_tesseract_recogniser(kChineseRows, kChineseColumns, options.alternatives);
  if (!main) return fail(main);
  recognisers.main = *std::move(main);
  if (!model) recognisers.fallback_reason = model.error();
  return recognisers;
}

}  // namespace

std::string Recognisers::model() const {
  std::string names = main->model();
  for (const auto& other : others) names += ", " + other->model();
  return names;
}

Result<Recognisers> load_recognisers(const ModelStore& models,
                                     const RecogniseOptions& options,
                                     const NetworkOptions& networks) {
  if (!options.only_languages.empty()) return only_tesseract(options);
  Result<Recognisers> recognisers = chinese(models, options, networks);
  if (!recognisers || options.languages.empty()) return recognisers;
  std::istringstream list(options.languages);
  for (std::string languages; std::getline(list, languages, ',');) {
    auto other = load_tesseract_recogniser(languages, "", options.alternatives);
    if (!other) return fail(other);
    recognisers->others.push_back(*std::move(other));
  }
  return recognisers;
}

}  // namespace wenlan
