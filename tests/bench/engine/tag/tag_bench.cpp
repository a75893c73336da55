// SPDX-License-Identifier: GPL-3.0-or-later
// Characters a second of the tagger on running text.
#include <algorithm>
#include <filesystem>
#include <string>

#include <benchmark/benchmark.h>

#include "engine/base/utf8.h"
#include "engine/tag/tag_entities.h"
#include "models/train/tagger/labelled_text.h"

namespace wenlan {
namespace {

// Pages of about 400 characters, two to a scan: 800 characters of main text in columns of 20.
constexpr std::size_t kColumn = 20, kColumns = 40;

std::u32string running_text() {
  const auto file = std::filesystem::path(WENLAN_SHARED_DIR) / "ner/chisiec/test.txt";
  std::u32string text;
  if (const auto sentences = read_labelled(file))
    for (const LabelledSentence& sentence : without_punctuation(*sentences)) text += sentence.text;
  return text;
}

void tag_page(benchmark::State& state) {
  const auto tagger = Tagger::load(std::filesystem::path(WENLAN_SOURCE_DIR) / "models");
  const std::u32string text = running_text();
  if (!tagger || text.empty()) return state.SkipWithError("no model or no text");
  Transcript transcript;
  Layout layout;
  std::size_t characters = 0;
  for (std::size_t at = 0; at + kColumn <= std::min(text.size(), kColumn * kColumns);
       at += kColumn) {
    if (!transcript.text.empty()) transcript.text += '\n';
    const std::string column = to_utf8(std::u32string_view(text).substr(at, kColumn));
    transcript.lines.push_back({{static_cast<std::uint32_t>(transcript.text.size()),
                                 static_cast<std::uint32_t>(column.size())},
                                1});
    transcript.text += column;
    layout.lines.emplace_back();
    characters += kColumn;
  }
  for (auto _ : state) benchmark::DoNotOptimize(tagger->tag(transcript, layout));
  state.counters["characters/s"] =
      benchmark::Counter(static_cast<double>(characters) * static_cast<double>(state.iterations()),
                         benchmark::Counter::kIsRate);
}
BENCHMARK(tag_page)->Unit(benchmark::kMillisecond);

void load_tagger(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(Tagger::load(std::filesystem::path(WENLAN_SOURCE_DIR) / "models"));
}
BENCHMARK(load_tagger)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace wenlan
