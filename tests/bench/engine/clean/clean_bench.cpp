// SPDX-License-Identifier: GPL-3.0-or-later
// Milliseconds of each part of the clean step on a real woodblock page of 4.7 megapixels.
#include <cmath>
#include <filesystem>

#include <benchmark/benchmark.h>
#include <opencv2/core/utility.hpp>
#include <opencv2/imgproc.hpp>

#include "engine/clean/clean_scan.h"
#include "engine/clean/even_light.h"
#include "engine/clean/leaf.h"
#include "engine/clean/load_scan.h"
#include "engine/clean/red_ink.h"
#include "engine/clean/reduced_copy.h"
#include "engine/clean/tilt.h"

namespace wenlan {
namespace {

const std::filesystem::path kPage = std::filesystem::path(WENLAN_SHARED_DIR) / "gt" /
                                    "openguji_book6_jianmingmulu_j1" / "009_v01_031.jpg";

// The page, or nothing (with the benchmark marked as skipped) where the data is absent.
ScanImage page_for(benchmark::State& state) {
  cv::setNumThreads(1);
  const auto scan = load_scan(kPage, 0, {});
  if (!scan) state.SkipWithError("the real page is not beside the checkout");
  return scan.value_or(ScanImage{});
}

void load(benchmark::State& state) {
  page_for(state);
  for (auto step : state) benchmark::DoNotOptimize(load_scan(kPage, 0, {}));
}

void clean_tilted_page(benchmark::State& state) {
  const ScanImage scan = page_for(state);
  for (auto step : state) benchmark::DoNotOptimize(clean_scan(scan, {}));
}

void clean_upright_page(benchmark::State& state) {
  const ScanImage scan = page_for(state);
  CleanOptions options;
  options.min_tilt_deg = 5;
  for (auto step : state) benchmark::DoNotOptimize(clean_scan(scan, options));
}

void reduce(benchmark::State& state) {
  const ScanImage scan = page_for(state);
  for (auto step : state) benchmark::DoNotOptimize(reduced_copy(scan.pixels));
}

template <auto Measure>
void measure(benchmark::State& state) {
  const ScanImage scan = page_for(state);
  if (scan.pixels.empty()) return;
  const ReducedCopy copy = reduced_copy(scan.pixels);
  for (auto step : state) benchmark::DoNotOptimize(Measure(copy.grey));
}

void find_red(benchmark::State& state) {
  const ScanImage scan = page_for(state);
  for (auto step : state) benchmark::DoNotOptimize(find_red_ink(scan.pixels));
}

void binarise(benchmark::State& state) {
  const ScanImage scan = page_for(state);
  for (auto step : state) benchmark::DoNotOptimize(binarised(scan.pixels));
}

Tilt tilt_to_8_degrees(const cv::Mat& grey) {
  return find_tilt(grey, 8);
}

BENCHMARK(load)->Unit(benchmark::kMillisecond);
BENCHMARK(clean_upright_page)->Unit(benchmark::kMillisecond);
BENCHMARK(clean_tilted_page)->Unit(benchmark::kMillisecond);
BENCHMARK(reduce)->Unit(benchmark::kMillisecond);
BENCHMARK(measure<find_leaf>)->Unit(benchmark::kMillisecond);
BENCHMARK(measure<tilt_to_8_degrees>)->Unit(benchmark::kMillisecond);
BENCHMARK(measure<is_blank>)->Unit(benchmark::kMillisecond);
BENCHMARK(find_red)->Unit(benchmark::kMillisecond);
BENCHMARK(binarise)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace wenlan
