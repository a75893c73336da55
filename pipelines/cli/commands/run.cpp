// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <iostream>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "engine/base/file.h"
#include "pipelines/batch/process_memory.h"
#include "pipelines/batch/serve_tasks.h"
#include "pipelines/cli/commands.h"
#include "pipelines/cli/context.h"
#include "pipelines/cli/option_flags.h"
#include "pipelines/cli/progress.h"
#include "pipelines/plan_batch.h"
#include "pipelines/run_batch.h"

namespace wenlan {
namespace {

constexpr const char* kServesTasks = "--serves-tasks";

struct Arguments {
  std::string archive;
  RunOptions run;
  PipelineOptions pipeline;
  int jobs = 0;
  int step_limit_s = 300;
  std::uint64_t memory = 0;
  std::vector<std::string> pages;
  std::string since;
  bool plan = false;
  bool json = false;
  bool serves_tasks = false;
};

void print(const RunReport& report, const Context& context) {
  std::cout << fmt::format(
                   fmt::runtime(context.say(
                       "{} pages done ({} again with their book), {} failed, {} done before, {} "
                       "waiting, {:.1f} s",
                       "完成 {} 葉（據全書重讀 {}），失敗 {}，先前已完成 {}，待辦 {}，{:.1f} 秒")),
                   report.done,
                   report.again,
                   report.failed,
                   report.skipped,
                   report.waiting,
                   report.took_s)
            << '\n';
  if (report.given_up > 0)
    std::cout << fmt::format(
                     fmt::runtime(context.say(
                         "of the failed, {} were given up by an earlier run and not tried now; "
                         "--retry-failed tries them",
                         "失敗者中 {} 葉前次已放棄，此次未試；加 --retry-failed 可重試")),
                     report.given_up)
              << '\n';
}

void print_json(const RunReport& report) {
  std::cout << nlohmann::json{{"pages",
                               {{"done", report.done},
                                {"failed", report.failed},
                                {"skipped", report.skipped},
                                {"waiting", report.waiting}}},
                              {"again", report.again},
                              {"given_up", report.given_up},
                              {"took_s", report.took_s}}
            << '\n';
}

std::string reason_text(const BatchPlan::Reason& reason, const Context& context) {
  switch (reason.first) {
    case WorkReason::never_read:
      return std::string(context.say("never read", "未讀"));
    case WorkReason::failed_before:
      return std::string(context.say("failed before", "前次失敗"));
    case WorkReason::file_missing:
      return std::string(context.say("page file is gone", "文本檔遺失"));
    case WorkReason::scan_changed:
      return std::string(context.say("scan changed", "掃描檔已變"));
    case WorkReason::step_changed:
      return fmt::format(fmt::runtime(context.say("step changed: {}", "步驟已變：{}")),
                         reason.second);
    case WorkReason::file_unknown:
      return std::string(
          context.say("not known whether its file was corrected", "未知文本是否經校改"));
    case WorkReason::book_tells_more:
      return std::string(context.say("read again with its book", "據全書重讀"));
  }
  return {};
}

void print(const BatchPlan& plan, const Context& context) {
  for (const auto& book : plan.books)
    for (const auto& [reason, pages] : book.pages)
      std::cout << fmt::format(fmt::runtime(context.say("{}: {} pages, {}", "{}：{} 葉，{}")),
                               book.id,
                               pages,
                               reason_text(reason, context))
                << '\n';
  std::cout << fmt::format(fmt::runtime(context.say("{} pages to read, {} done, {} given up before",
                                                    "待讀 {} 葉，已完成 {}，前次已放棄 {}")),
                           plan.to_do,
                           plan.done,
                           plan.given_up);
  if (plan.estimated_s)
    std::cout << fmt::format(
        fmt::runtime(context.say("; about {:.1f} minutes", "；約需 {:.1f} 分鐘")),
        *plan.estimated_s / 60);
  std::cout << '\n';
}

// Failing pages are told by the caller: a run's own failures come at its end.
void tell_news(const BatchNews& news, const Context& context) {
  if (news.fallback_reason) context.warn(*news.fallback_reason);
  if (!news.recovery) return;
  std::cerr << fmt::format(fmt::runtime(context.say(
                               "wenlan: the ledger was damaged or lost; {}, {} pages "
                               "known from their files; the old one: {}",
                               "wenlan：帳簿已損或遺失；{}，據文本檔補記 {} 葉；原檔：{}")),
                           news.recovery->has_backup
                               ? context.say("its backup was taken", "已取用備份")
                               : context.say("there was no backup", "無備份"),
                           news.recovery->from_page_files,
                           printable_name(news.recovery->set_aside.filename()))
            << '\n';
  for (const Error& error : news.recovery->unreadable) context.warn(error);
}

int jobs_of(const Arguments& arguments) {
  return arguments.jobs > 0 ? arguments.jobs
                            : std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

// Three quarters of what there is, where nothing is said.
std::int64_t memory_of(const Arguments& arguments) {
  return arguments.memory > 0 ? static_cast<std::int64_t>(arguments.memory)
                              : usable_memory() / 4 * 3;
}

int serve(const Arguments& arguments, const Archive& archive, const Context& context) {
  ServeOptions options{
      context.models(), arguments.pipeline, jobs_of(arguments), memory_of(arguments)};
  options.pipeline.networks.at_once = options.jobs;
  const auto served = serve_tasks(archive, options);
  return served ? 0 : context.tell(served.error());
}

Result<RunOptions> options_of(const Arguments& arguments, const Context& context) {
  RunOptions options = arguments.run;
  SuperviseOptions& pages = options.batch.pages;
  pages.worker = context.this_command();
  pages.worker.push_back(kServesTasks);
  pages.jobs = jobs_of(arguments);
  pages.step_limit = std::chrono::seconds(arguments.step_limit_s);
  pages.memory = memory_of(arguments);
  for (const std::string& text : arguments.pages) {
    const auto range = page_range_from(text);
    if (!range) return fail(range);
    options.batch.selection.pages.push_back(*range);
  }
  if (arguments.since.empty()) return options;
  const auto since = moment_from(arguments.since, std::chrono::system_clock::now());
  if (!since) return fail(since);
  options.batch.selection.since = *since;
  return options;
}

int plan(const Arguments& arguments,
         const RunOptions& options,
         const Archive& archive,
         const Context& context) {
  const auto plan = plan_batch(archive, options.batch, options.retry_failed, [&](const auto& news) {
    tell_news(news, context);
  });
  if (!plan) return context.tell(plan.error());
  if (arguments.json)
    std::cout << to_json(*plan) << '\n';
  else
    print(*plan, context);
  return 0;
}

int run(const Arguments& arguments, const Context& context) {
  const auto options = options_of(arguments, context);
  if (!options) return context.tell(options.error());
  const auto archive = Archive::open(arguments.archive);
  if (!archive) return context.tell(archive.error());
  if (arguments.serves_tasks) return serve(arguments, *archive, context);
  if (arguments.plan) return plan(arguments, *options, *archive, context);
  const Result<RunReport> report = [&] {
    Progress progress(context);
    return run_batch(
        *archive,
        *options,
        context.stop(),
        [&](const BatchNews& news) { tell_news(news, context); },
        [&](const RunProgress& p) { progress.show(p.done, p.failed, p.all); });
  }();
  if (!report) return context.tell(report.error());
  for (const FailedPage& failure : report->failures) context.tell(failure.error);
  arguments.json ? print_json(*report) : print(*report, context);
  if (context.stop().stop_requested()) return context.tell({ErrorCode::stopped, "wenlan run", {}});
  return report->failed == 0 ? 0 : 1;
}

void add_limits(CLI::App& command, Arguments& arguments) {
  command.add_option("--jobs", arguments.jobs, "Pages at a time; 0: all processors 同時處理葉數")
      ->check(CLI::Range(0, 1024));
  command
      .add_option("--memory",
                  arguments.memory,
                  "What reading may take, as in 8G; by default three quarters of the machine's "
                  "記憶體限額")
      ->transform(CLI::AsSizeValue(false));
  command
      .add_option("--step-limit",
                  arguments.step_limit_s,
                  "Seconds that one step of a page may take 每步時限（秒）")
      ->check(CLI::Range(1, 86'400))
      ->capture_default_str();
  command
      .add_option("--stop-after",
                  arguments.run.stop_after,
                  "End when so many pages fail alike one after another; 0: never "
                  "連續同因失敗達此數即停")
      ->check(CLI::Range(0, 1'000'000))
      ->capture_default_str();
}

void add_choices(CLI::App& command, Arguments& arguments) {
  BatchOptions& batch = arguments.run.batch;
  command.add_option("--book,--books", batch.books, "Only these books 只處理這些書");
  command.add_option("--priority", batch.priority, "These books first 先處理這些書");
  command
      .add_option(
          "--pages", arguments.pages, "Only these pages of each book, as in 1-20,33 只處理這些葉")
      ->delimiter(',');
  command.add_option("--since",
                     arguments.since,
                     "Only scans that came since then, as in 2026-11-21 or 12h 只處理此後入藏者");
  command.add_flag(
      "--retry-failed", arguments.run.retry_failed, "Pages that were given up, too 重試已放棄之葉");
}

}  // namespace

void add_run_command(CLI::App& program, const Context& context, int& status) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      program.add_subcommand("run", "Read all pages that are not read yet 辨識未讀各葉");
  command->footer(
      "Examples 例:\n  wenlan run lib\n  wenlan run lib --book wuxing --jobs 4\n"
      "  wenlan run lib --plan\n  wenlan run lib --priority wuxing --memory 8G\n"
      "Ctrl-C stops it cleanly; the same command goes on. 按 Ctrl-C 可停，重新執行即續作。");
  command->add_option("ARCHIVE", arguments->archive, "The archive 庫")->required();
  add_limits(*command, *arguments);
  add_choices(*command, *arguments);
  command->add_flag(
      "--plan", arguments->plan, "Only tell what would be read, why and for how long 只列計畫");
  command->add_flag("--json", arguments->json, "End with one JSON object");
  command->add_flag(kServesTasks, arguments->serves_tasks)->group("");  // for itself alone
  add_pipeline_flags(*command, arguments->pipeline);
  command->callback([arguments, &context, &status] { status = run(*arguments, context); });
}

}  // namespace wenlan
