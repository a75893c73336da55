// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/batch/work_messages.h"

#include <nlohmann/json.hpp>

namespace wenlan {
namespace {

using Json = nlohmann::json;

std::string one_line(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json json_of(const Error& error) {
  return {{"code", kind_of(error.code).name}, {"subject", error.subject}, {"detail", error.detail}};
}

Error error_from(const Json& json) {
  const auto code = error_code_named(json.at("code").get<std::string>());
  return {code.value_or(ErrorCode::internal), json.at("subject"), json.at("detail")};
}

Json json_of(const Workflow& workflow) {
  Json steps = Json::array();
  for (const Step& step : workflow)
    steps.push_back({step.name, step.version, step.options_digest, step.model});
  return steps;
}

Workflow workflow_from(const Json& json) {
  Workflow workflow;
  for (const Json& step : json)
    workflow.push_back({step.at(0), step.at(1), step.at(2), step.at(3)});
  return workflow;
}

Json json_of(const PageDone& done) {
  Json times = Json::array();
  for (const StepTime& time : done.times) times.push_back({time.step, time.took_ms});
  return {{"sha256", done.file.sha256},
          {"size", done.file.stamp.size},
          {"modified_ns", done.file.stamp.modified_ns},
          {"expected_cer", done.expected_cer},
          {"pitches", done.pitches},
          {"times", std::move(times)}};
}

PageDone page_done_from(const Json& json) {
  PageDone done{.file = {json.at("sha256"), {json.at("size"), json.at("modified_ns")}},
                .expected_cer = json.at("expected_cer"),
                .pitches = json.at("pitches").get<PagePitches>()};
  for (const Json& time : json.at("times")) done.times.push_back({time.at(0), time.at(1)});
  return done;
}

struct ToJson {
  Json operator()(const WorkerReady& ready) const {
    Json json{{"is", "ready"},
              {"images", json_of(ready.workflows.of_images)},
              {"texts", json_of(ready.workflows.of_texts)}};
    if (ready.fallback_reason) json["fallback"] = json_of(*ready.fallback_reason);
    return json;
  }
  Json operator()(const WorkerUnable& unable) const {
    return {{"is", "unable"}, {"error", json_of(unable.error)}};
  }
  Json operator()(const StepBegun& begun) const {
    return {{"is", "step"}, {"task", begun.task}, {"step", begun.step}};
  }
  Json operator()(const PageEnded& ended) const {
    if (ended.outcome)
      return {{"is", "done"}, {"task", ended.task}, {"page", json_of(*ended.outcome)}};
    return {{"is", "failed"},
            {"task", ended.task},
            {"step", ended.outcome.error().step},
            {"error", json_of(ended.outcome.error().error)}};
  }
  Json operator()(const TaskCrashed& crashed) const {
    return {{"is", "crashed"}, {"task", crashed.task}, {"signal", crashed.signal}};
  }
};

WorkerMessage message_from(const Json& json) {
  const std::string kind = json.at("is");
  if (kind == "ready") {
    WorkerReady ready{{workflow_from(json.at("images")), workflow_from(json.at("texts"))}, {}};
    if (json.contains("fallback")) ready.fallback_reason = error_from(json.at("fallback"));
    return ready;
  }
  if (kind == "unable") return WorkerUnable{error_from(json.at("error"))};
  const TaskId task = json.at("task");
  if (kind == "step") return StepBegun{task, json.at("step")};
  if (kind == "done") return PageEnded{task, page_done_from(json.at("page"))};
  if (kind == "failed")
    return PageEnded{task,
                     tl::unexpected(StepFailure{json.at("step"), error_from(json.at("error"))})};
  if (kind == "crashed") return TaskCrashed{task, json.at("signal")};
  throw std::invalid_argument("no message is called " + kind);
}

Json json_of(const PageTask& task) {
  Json json{{"book", task.book},
            {"page", task.page},
            {"scan", to_json(ScanList{task.scan})},
            {"frame", task.frame}};
  if (task.grid) json["pitch"] = task.grid->pitch;
  if (task.known)
    json["written"] = {
        task.known->page_sha256, task.known->page_stamp.size, task.known->page_stamp.modified_ns};
  return json;
}

PageTask task_from(const Json& json) {
  const auto scans = scan_list_from_json(json.at("scan").get<std::string>());
  if (!scans || scans->size() != 1) throw std::invalid_argument("a task has one scan");
  PageTask task{.book = json.at("book"),
                .page = json.at("page"),
                .scan = scans->front(),
                .frame = json.at("frame")};
  if (json.contains("pitch")) task.grid = BookGrid{json.at("pitch")};
  if (const auto written = json.find("written"); written != json.end())
    task.known =
        LedgerEntry{.page_sha256 = written->at(0), .page_stamp = {written->at(1), written->at(2)}};
  return task;
}

template <class Value, class Convert>
Result<Value> converted(std::string_view line, Convert convert) {
  try {
    return convert(Json::parse(line));
  } catch (const std::exception& error) {  // of the parser, or for a field that is missing
    return fail(ErrorCode::bad_document, "a message between processes", error.what());
  }
}

}  // namespace

std::string to_line(const WorkerMessage& message) {
  return one_line(std::visit(ToJson{}, message));
}

std::string to_line(const TaskMessage& message) {
  return one_line({{"id", message.id}, {"task", json_of(message.task)}});
}

Result<WorkerMessage> worker_message_from(std::string_view line) {
  return converted<WorkerMessage>(line, message_from);
}

Result<TaskMessage> task_message_from(std::string_view line) {
  return converted<TaskMessage>(line, [](const Json& json) {
    return TaskMessage{json.at("id"), task_from(json.at("task"))};
  });
}

}  // namespace wenlan
