// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/plan_batch.h"

#include <nlohmann/json.hpp>

#include "engine/page/names.h"

namespace wenlan {
namespace {

constexpr NameTable<WorkReason, 7> kReasons{{{WorkReason::never_read, "never_read"},
                                             {WorkReason::failed_before, "failed_before"},
                                             {WorkReason::file_missing, "file_missing"},
                                             {WorkReason::scan_changed, "scan_changed"},
                                             {WorkReason::step_changed, "step_changed"},
                                             {WorkReason::file_unknown, "file_unknown"},
                                             {WorkReason::book_tells_more, "book_tells_more"}}};

}  // namespace

std::string_view name_of(WorkReason reason) {
  return name_in(kReasons, reason);
}

Result<BatchPlan> plan_batch(const Archive& archive,
                             const BatchOptions& options,
                             bool retry_failed,
                             const std::function<void(const BatchNews&)>& tell) {
  const auto ground = open_batch_ground(archive, options, tell);
  if (!ground) return fail(ground);
  BatchPlan plan;
  int timed = 0;
  double took_s = 0;
  for (const std::string& id : ground->books) {
    const auto work = ground->planner.work_of(id);
    if (!work) return fail(work);
    BatchPlan::Book book{id, {}};
    for (const auto* tasks : {&work->alone, &work->again})
      for (const PageTask& task : *tasks) {
        const bool is_left_out = task.is_given_up && !retry_failed;
        ++(is_left_out ? plan.given_up : plan.to_do);
        if (!is_left_out) ++book.pages[{task.reason, task.step}];
      }
    plan.done += work->done;
    timed += work->timed;
    took_s += static_cast<double>(work->took_ms) / 1000;
    if (!book.pages.empty()) plan.books.push_back(std::move(book));
  }
  if (timed > 0) plan.estimated_s = took_s / timed * plan.to_do / options.pages.jobs;
  return plan;
}

std::string to_json(const BatchPlan& plan) {
  using Json = nlohmann::json;
  Json books = Json::array();
  for (const auto& book : plan.books) {
    Json reasons = Json::array();
    for (const auto& [reason, pages] : book.pages)
      reasons.push_back(
          {{"reason", name_of(reason.first)}, {"step", reason.second}, {"pages", pages}});
    books.push_back({{"id", book.id}, {"reasons", std::move(reasons)}});
  }
  return Json{{"pages", {{"to_do", plan.to_do}, {"done", plan.done}, {"given_up", plan.given_up}}},
              {"estimated_s", plan.estimated_s ? Json(*plan.estimated_s) : Json()},
              {"books", std::move(books)}}
      .dump();
}

}  // namespace wenlan
