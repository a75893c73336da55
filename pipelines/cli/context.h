// SPDX-License-Identifier: GPL-3.0-or-later
// What every command shares: the language to speak, where the models lie, how to stop and how to
// report. Results go to standard output, everything else to standard error.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/error.h"

namespace wenlan {

class Context {
 public:
  Context(Language language, std::filesystem::path models)
      : language_(language), models_(std::move(models)) {}

  Language language() const { return language_; }
  const std::filesystem::path& models() const { return models_; }
  std::stop_token stop() const { return stop_.get_token(); }
  std::stop_source& stop_source() { return stop_; }
  // What this program was started with, beginning with its path.
  const std::vector<std::string>& this_command() const { return this_command_; }
  void set_this_command(std::vector<std::string> words) { this_command_ = std::move(words); }
  void set_language(Language language) { language_ = language; }
  void set_models(std::filesystem::path models) { models_ = std::move(models); }

  // The sentence in the language spoken.
  std::string_view say(std::string_view english, std::string_view chinese) const {
    return language_ == Language::english ? english : chinese;
  }
  // "wenlan: <sentence>" on standard error; gives the exit status that goes with the error.
  int tell(const Error& error) const;
  void warn(const Error& error) const;

 private:
  Language language_;
  std::filesystem::path models_;
  std::stop_source stop_;
  std::vector<std::string> this_command_;
};

// Chinese when LC_ALL, LC_MESSAGES or LANG begins with "zh", in that order.
Language language_of_environment();

// WENLAN_MODELS, else models/ beside the program's share folder, else of the source tree it was
// built in.
std::filesystem::path default_models_folder();

}  // namespace wenlan
