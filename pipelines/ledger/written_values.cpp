// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/ledger/written_values.h"

#include <iterator>
#include <sstream>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

namespace wenlan {

using Json = nlohmann::json;

std::string text_of(const Workflow& workflow) {
  Json steps = Json::array();
  for (const Step& step : workflow)
    steps.push_back({step.name, step.version, step.options_digest, step.model});
  return steps.dump();
}

Workflow workflow_from(std::string_view text) {
  const Json steps = Json::parse(text, nullptr, false);
  if (!steps.is_array()) return {};
  Workflow workflow;
  for (const Json& step : steps) {
    const auto word = [&](std::size_t place) {
      return step.is_array() && place < step.size() && step[place].is_string()
                 ? step[place].get<std::string>()
                 : std::string();
    };
    workflow.push_back({word(0), word(1), word(2), word(3)});
  }
  return workflow;
}

std::string text_of(const std::vector<StepTime>& times) {
  std::string text;
  for (const StepTime& time : times)
    text += fmt::format("{}{} {}", text.empty() ? "" : " ", time.step, time.took_ms);
  return text;
}

std::vector<StepTime> times_from(const std::string& text) {
  std::istringstream words(text);
  std::vector<StepTime> times;
  for (StepTime time; words >> time.step >> time.took_ms;) times.push_back(time);
  return times;
}

std::string text_of(const std::vector<float>& pitches) {
  return fmt::format("{}", fmt::join(pitches, " "));
}

std::vector<float> pitches_from(const std::string& text) {
  std::istringstream words(text);
  return {std::istream_iterator<float>(words), {}};
}

}  // namespace wenlan
