// SPDX-License-Identifier: GPL-3.0-or-later
// Milliseconds of reading one column of a real woodblock page, whole and by its parts.
#include <filesystem>

#include <benchmark/benchmark.h>
#include <opencv2/core/utility.hpp>

#include "engine/clean/load_scan.h"
#include "engine/recognise/crop_line.h"
#include "engine/recognise/ink_contrast.h"
#include "engine/recognise/onnx_recogniser.h"
#include "engine/recognise/tesseract_recogniser.h"

namespace wenlan {
namespace {

const std::filesystem::path kPage =
    std::filesystem::path(WENLAN_SHARED_DIR) / "gt" / "openguji_book5_siku_zongmu" / "001_1.png";
// The third column of 19 characters, and its first two characters.
const Box<CleanSpace> kColumn{1960, 1490, 225, 3130};
const Box<CleanSpace> kTwoCharacters{1960, 1490, 225, 350};

struct Given {
  cv::Mat page;
  std::unique_ptr<LineRecogniser> recogniser;
};

// Nothing (with the benchmark marked as skipped) where the page or the model is absent.
Given given_for(benchmark::State& state) {
  cv::setNumThreads(1);
  const auto scan = load_scan(kPage, 0, {});
  const auto models = ModelStore::open(WENLAN_MODELS_DIR);
  const auto model = models->find("ppocrv6-small-recogniser");
  if (!scan || !model) {
    state.SkipWithError("the real page or the model is not there");
    return {};
  }
  return {scan->pixels, *load_onnx_recogniser(*model, 4)};
}

void crop_column(benchmark::State& state) {
  const Given given = given_for(state);
  for (auto step : state)
    benchmark::DoNotOptimize(crop_line(given.page, outline_of(kColumn), true));
}

void read_box(benchmark::State& state, const Box<CleanSpace>& box) {
  const Given given = given_for(state);
  if (!given.recogniser) return;
  const LineCrop crop = crop_line(given.page, outline_of(box), true);
  std::size_t characters = 0;
  for (auto step : state) characters = given.recogniser->read(crop.image)->glyphs.size();
  state.counters["characters"] = static_cast<double>(characters);
}

void read_column(benchmark::State& state) {
  read_box(state, kColumn);
}
void read_two_characters(benchmark::State& state) {
  read_box(state, kTwoCharacters);
}

void measure_ink(benchmark::State& state) {
  const Given given = given_for(state);
  if (!given.recogniser) return;
  const LineCrop crop = crop_line(given.page, outline_of(kColumn), true);
  const auto line = given.recogniser->read(crop.image);
  for (auto step : state) benchmark::DoNotOptimize(ink_contrasts(crop.image, *line));
}

void read_column_by_tesseract(benchmark::State& state) {
  const Given given = given_for(state);
  const auto tesseract = load_tesseract_recogniser("", "chi_tra_vert", 4);
  if (!given.recogniser || !tesseract) return;
  const LineCrop crop = crop_line(given.page, outline_of(kColumn), true);
  for (auto step : state) benchmark::DoNotOptimize((*tesseract)->read(crop.image));
}

BENCHMARK(crop_column)->Unit(benchmark::kMillisecond);
BENCHMARK(read_column)->Unit(benchmark::kMillisecond);
BENCHMARK(read_two_characters)->Unit(benchmark::kMillisecond);
BENCHMARK(measure_ink)->Unit(benchmark::kMillisecond);
BENCHMARK(read_column_by_tesseract)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace wenlan
