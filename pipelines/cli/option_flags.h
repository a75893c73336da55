// SPDX-License-Identifier: GPL-3.0-or-later
// Command-line flags out of an options struct: --segment.detector-side and its help and range.
#pragma once

#include <string>
#include <type_traits>

#include <CLI/CLI.hpp>

#include "engine/base/options.h"
#include "pipelines/page_pipeline.h"

namespace wenlan {

// One flag for each option, "--<prefix><name>".
template <class Options>
void add_described_flags(CLI::App& command,
                         const std::string& prefix,
                         Options& options,
                         const std::string& group) {
  Options::describe([&](std::string_view name, auto member, std::string_view help, auto... bounds) {
    CLI::Option* flag =
        command.add_option("--" + prefix + std::string(name), options.*member, std::string(help));
    flag->capture_default_str()->group(group);
    (flag->check(CLI::Range(bounds.least, bounds.most)), ...);
  });
}

template <class Options>
void add_plain_flags(CLI::App& command, Options& options) {
  add_described_flags(command, "", options, "Options");
}

template <class Options>
void add_option_flags(CLI::App& command, const std::string& step, Options& options) {
  add_described_flags(command, step + ".", options, "Steps 步驟");
}

inline void add_pipeline_flags(CLI::App& command, PipelineOptions& options) {
  add_option_flags(command, "nn", options.networks);
  add_option_flags(command, "load", options.load);
  add_option_flags(command, "clean", options.clean);
  add_option_flags(command, "specks", options.specks);
  add_option_flags(command, "segment", options.segment);
  add_option_flags(command, "recognise", options.recognise);
  add_option_flags(command, "tag", options.tag);
}

inline constexpr NameTable<bool, 2> kSwitch{{{true, "on"}, {false, "off"}}};

// A flag whose words are those of a name table.
template <class Enum, std::size_t N>
CLI::Option* add_choice(CLI::App& command,
                        const std::string& flag,
                        Enum& value,
                        const NameTable<Enum, N>& table,
                        const std::string& help) {
  std::vector<std::pair<std::string, Enum>> words;
  for (const auto& [key, word] : table) words.emplace_back(std::string(word), key);
  std::string names;
  for (const auto& [word, key] : words) names += (names.empty() ? "" : "|") + word;
  return command.add_option(flag, value, help)
      ->transform(CLI::CheckedTransformer(words).description(""))
      ->type_name(names)
      ->default_str(std::string(name_in(table, value)));
}

}  // namespace wenlan
