// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "pipelines/cli/commands.h"
#include "pipelines/cli/context.h"
#include "pipelines/cli/option_flags.h"
#include "pipelines/cli/progress.h"
#include "pipelines/run_batch.h"

namespace wenlan {
namespace {

struct Arguments {
  std::string archive;
  RunOptions run;
  PipelineOptions pipeline;
  bool json = false;
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
}

void print_json(const RunReport& report) {
  std::cout << nlohmann::json{{"pages",
                               {{"done", report.done},
                                {"failed", report.failed},
                                {"skipped", report.skipped},
                                {"waiting", report.waiting}}},
                              {"again", report.again},
                              {"took_s", report.took_s}}
            << '\n';
}

int run(const Arguments& arguments, const Context& context) {
  const auto archive = Archive::open(arguments.archive);
  if (!archive) return context.tell(archive.error());
  PipelineOptions options = arguments.pipeline;
  options.networks.at_once = arguments.run.jobs;
  const auto pipeline = PagePipeline::open(context.models(), options);
  if (!pipeline) return context.tell(pipeline.error());
  if (pipeline->fallback_reason()) context.warn(*pipeline->fallback_reason());
  Result<RunReport> report = [&] {
    Progress progress(context);
    return run_batch(*archive, *pipeline, arguments.run, context.stop(), [&](const RunProgress& p) {
      progress.show(p.done, p.failed, p.all);
    });
  }();
  if (!report) return context.tell(report.error());
  for (const FailedPage& failure : report->failures) context.tell(failure.error);
  arguments.json ? print_json(*report) : print(*report, context);
  if (context.stop().stop_requested()) return context.tell({ErrorCode::stopped, "wenlan run", {}});
  return report->failed == 0 ? 0 : 1;
}

}  // namespace

void add_run_command(CLI::App& program, const Context& context, int& status) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      program.add_subcommand("run", "Read all pages that are not read yet 辨識未讀各葉");
  command->footer(
      "Examples 例:\n  wenlan run lib\n  wenlan run lib --book wuxing --jobs 4\n"
      "Ctrl-C stops it cleanly; the same command goes on. 按 Ctrl-C 可停，重新執行即續作。");
  command->add_option("ARCHIVE", arguments->archive, "The archive 庫")->required();
  command
      ->add_option("--jobs", arguments->run.jobs, "Pages at a time; 0: all processors 同時處理葉數")
      ->check(CLI::Range(0, 1024));
  command->add_option("--book,--books", arguments->run.books, "Only these books 只處理這些書");
  command->add_flag("--json", arguments->json, "End with one JSON object");
  add_pipeline_flags(*command, arguments->pipeline);
  command->callback([arguments, &context, &status] { status = run(*arguments, context); });
}

}  // namespace wenlan
