// SPDX-License-Identifier: GPL-3.0-or-later
// train_tagger MODELS_FOLDER NER_FOLDER [--l1 X] [--l2 X] [--least N] [--rounds N] [--with-dev yes]
// Learns models/tagger/weights.bin from annotated text and prints the score on the dev part.
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "engine/base/file.h"
#include "engine/tag/name_tagger.h"
#include "models/train/tagger/chain_training.h"
#include "models/train/tagger/labelled_text.h"
#include "models/train/tagger/minimise.h"
#include "models/train/tagger/span_score.h"

namespace wenlan {
namespace {

struct Settings {
  std::filesystem::path models, annotated;
  MinimiseOptions minimise;
  int least = 3;
  bool with_dev = false;  // learn from the dev part too, once all is settled by it
};

void append(std::vector<LabelledSentence>& all, const std::vector<LabelledSentence>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

// The train part, less what shares text with dev or test; once as it is, once without punctuation.
Result<std::vector<LabelledSentence>> training_text(const Settings& settings) {
  const auto folder = settings.annotated / "chisiec";
  Result<std::vector<LabelledSentence>> all = read_labelled(folder / "train.txt");
  if (!all) return fail(all);
  const Result<std::vector<LabelledSentence>> dev = read_labelled(folder / "dev.txt");
  if (!dev) return fail(dev);
  Result<std::vector<LabelledSentence>> apart = read_labelled(folder / "test.txt");
  if (!apart) return fail(apart);
  append(settings.with_dev ? *all : *apart, *dev);
  const std::size_t before = all->size();
  *all = not_in(*all, *apart);
  fmt::print("{} of {} sentences stand apart from dev and test\n", all->size(), before);
  append(*all, without_punctuation(*all));
  return all;
}

Result<void> print_scores(const Settings& settings) {
  const Result<NameTagger> tagger = NameTagger::load(settings.models / "tagger");
  if (!tagger) return fail(tagger);
  const auto dev = read_labelled(settings.annotated / "chisiec" / "dev.txt");
  if (!dev) return fail(dev);
  for (const auto& [name, part] :
       {std::pair{"punctuated", *dev}, std::pair{"stripped", without_punctuation(*dev)}}) {
    const NameScores scores = score_names(*tagger, part);
    fmt::print("dev {:<10} F1 {:.2f}", name, 100 * scores.all.f1());
    for (std::size_t kind = 0; kind < kNameKinds.size(); ++kind)
      fmt::print(
          "  {} {:.1f}", name_in(kEntityKinds, kNameKinds[kind]), 100 * scores.by_kind[kind].f1());
    fmt::print("\n");
  }
  return {};
}

Result<void> train(const Settings& settings) {
  const auto start = std::chrono::steady_clock::now();
  const Result<ClusterTable> table = load_clusters(settings.models / "tagger");
  if (!table) return fail(table);
  const auto text = training_text(settings);
  if (!text) return fail(text);
  const ChainTraining training(*text, table->clusters, settings.least);
  fmt::print("{} sentences, {} features\n", text->size(), training.features());
  const auto weights = minimised(
      [&](auto at, auto gradient) { return training.loss(at, gradient); },
      training.size(),
      settings.minimise,
      [&](int round, double loss, auto) {
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        if (round % 10 == 0)
          fmt::print("round {} loss {:.0f} {:.0f} s\n", round, loss, took.count());
        std::fflush(stdout);
      });
  const std::string bytes = training.to_bytes(weights, table->digest);
  fmt::print("{} bytes\n", bytes.size());
  const auto written = write_file_atomically(settings.models / "tagger" / "weights.bin", bytes);
  if (!written) return written;
  return settings.with_dev ? Result<void>() : print_scores(settings);
}

Settings settings_from(int count, char** words) {
  Settings settings{words[1], words[2], {}};
  for (int i = 3; i + 1 < count; i += 2) {
    const std::string_view word = words[i];
    if (word == "--l1") settings.minimise.l1 = std::atof(words[i + 1]);
    if (word == "--l2") settings.minimise.l2 = std::atof(words[i + 1]);
    if (word == "--least") settings.least = std::atoi(words[i + 1]);
    if (word == "--with-dev") settings.with_dev = words[i + 1] == std::string_view("yes");
    if (word == "--rounds") settings.minimise.rounds = std::atoi(words[i + 1]);
  }
  return settings;
}

}  // namespace
}  // namespace wenlan

int main(int count, char** words) {
  if (count < 3) {
    fmt::print(stderr,
               "train_tagger MODELS_FOLDER NER_FOLDER [--l1 X] [--l2 X] [--least N] [--rounds N] "
               "[--with-dev yes]\n");
    return 2;
  }
  const auto done = wenlan::train(wenlan::settings_from(count, words));
  if (!done) fmt::print(stderr, "{}\n", wenlan::to_sentence(done.error()));
  return done ? 0 : 1;
}
