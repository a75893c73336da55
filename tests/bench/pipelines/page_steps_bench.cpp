// SPDX-License-Identifier: GPL-3.0-or-later
// Milliseconds of each step of a page's way, one thread, mean over the scans given:
//   WENLAN_SCANS='samples/books/gazetteer/*.jpg'
//   build/release/tests/bench/pipelines/bench_page_steps
#include <cstdlib>
#include <vector>

#include <benchmark/benchmark.h>
#include <glob.h>

#include "engine/clean/clean_scan.h"
#include "engine/clean/load_scan.h"
#include "engine/formats/page_xml.h"
#include "engine/nn/model_store.h"
#include "engine/recognise/read_page.h"
#include "engine/segment/detect_lines.h"
#include "engine/segment/find_layout.h"
#include "engine/segment/open_line_detector.h"
#include "engine/specks/speck_network.h"
#include "engine/tag/tag_entities.h"

namespace wenlan {
namespace {

std::vector<std::string> scans() {
  const char* pattern = std::getenv("WENLAN_SCANS");
  glob_t found{};
  std::vector<std::string> files;
  if (glob(pattern == nullptr ? "samples/books/gazetteer/*.jpg" : pattern, 0, nullptr, &found) == 0)
    files.assign(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  globfree(&found);
  return files;
}

// WENLAN_DETECTOR names another line detector.
SegmentOptions segment_options() {
  SegmentOptions options;
  if (const char* detector = std::getenv("WENLAN_DETECTOR")) options.detector = detector;
  return options;
}

// What each step gets, made once by the steps before it.
struct Prepared {
  std::vector<std::string> files = scans();
  SegmentOptions options = segment_options();
  ModelStore models = ModelStore::open("models").value();
  SpeckNetwork specks = SpeckNetwork::load(models, {}).value();
  std::unique_ptr<LineDetector> detector = open_line_detector(models, options.detector).value();
  Recognisers recognisers = load_recognisers(models, {}).value();
  Tagger tagger = Tagger::load("models").value();
  std::vector<ScanImage> images;
  std::vector<CleanPage> cleaned;
  std::vector<CleanPage> pages;  // without specks
  std::vector<Layout> layouts;
  std::vector<Reading> readings;

  Prepared() {
    for (const std::string& file : files) {
      images.push_back(load_scan(file, 0, {}).value());
      cleaned.push_back(clean_scan(images.back(), {}).value());
      pages.push_back(cleaned.back());
      if (!specks.take_out_specks(pages.back(), {})) std::abort();
      layouts.push_back(find_layout(pages.back(), *detector, options, {}).value());
      readings.push_back(read_page(pages.back(), layouts.back(), recognisers, {}, {}).value());
    }
  }
};

const Prepared& prepared() {
  static const Prepared all;
  return all;
}

// Calls `step(i)` for each scan in turn; the time shown is that of one page.
template <class Step>
void for_each_page(benchmark::State& state, Step step) {
  const std::size_t count = prepared().files.size();
  if (count == 0) {
    state.SkipWithError("no scans: set WENLAN_SCANS");
    return;
  }
  std::size_t next = 0;
  for (auto _ : state) step(next++ % count);
}

void load(benchmark::State& state) {
  for_each_page(state, [](std::size_t i) {
    benchmark::DoNotOptimize(load_scan(prepared().files[i], 0, {}));
  });
}
void clean(benchmark::State& state) {
  for_each_page(
      state, [](std::size_t i) { benchmark::DoNotOptimize(clean_scan(prepared().images[i], {})); });
}
void take_out_specks(benchmark::State& state) {
  for_each_page(state, [](std::size_t i) {
    CleanPage page = prepared().cleaned[i];
    benchmark::DoNotOptimize(prepared().specks.take_out_specks(page, {}));
  });
}
void find_lines(benchmark::State& state) {
  for_each_page(state, [](std::size_t i) {
    benchmark::DoNotOptimize(wenlan::detect_lines(
        prepared().pages[i].without_red, *prepared().detector, prepared().options.detector_side));
  });
}
void segment_with_detector(benchmark::State& state) {
  for_each_page(state, [](std::size_t i) {
    benchmark::DoNotOptimize(
        find_layout(prepared().pages[i], *prepared().detector, prepared().options, {}));
  });
}
void recognise(benchmark::State& state) {
  for_each_page(state, [](std::size_t i) {
    benchmark::DoNotOptimize(
        read_page(prepared().pages[i], prepared().layouts[i], prepared().recognisers, {}, {}));
  });
}
void tag(benchmark::State& state) {
  for_each_page(state, [](std::size_t i) {
    const Reading& reading = prepared().readings[i];
    benchmark::DoNotOptimize(prepared().tagger.tag(reading.transcript, reading.layout));
  });
}
void write_page_xml(benchmark::State& state) {
  for_each_page(state, [](std::size_t i) {
    const Reading& reading = prepared().readings[i];
    benchmark::DoNotOptimize(
        to_page_xml(Page{.id = "1", .layout = reading.layout, .transcript = reading.transcript}));
  });
}

BENCHMARK(load)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->MinTime(3);
BENCHMARK(clean)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->MinTime(3);
BENCHMARK(take_out_specks)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->MinTime(3);
BENCHMARK(find_lines)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->MinTime(8);
BENCHMARK(segment_with_detector)
    ->Unit(benchmark::kMillisecond)
    ->MeasureProcessCPUTime()
    ->MinTime(8);
BENCHMARK(recognise)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->MinTime(6);
BENCHMARK(tag)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->MinTime(2);
BENCHMARK(write_page_xml)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->MinTime(1);

}  // namespace
}  // namespace wenlan
