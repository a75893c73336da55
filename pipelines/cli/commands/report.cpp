// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/report.h"

#include <iostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "pipelines/cli/commands.h"
#include "pipelines/cli/context.h"

namespace wenlan {
namespace {

constexpr std::size_t kDoubtsShown = 20;

struct Arguments {
  std::string archive;
  bool json = false;
};

void print(const ArchiveReport& report, const Context& context) {
  const std::string counts(
      context.say("{}: {} done, {} failed, {} waiting\n", "{}：完成 {}，失敗 {}，待辦 {}\n"));
  for (const auto& book : report.books)
    std::cout << fmt::format(
        fmt::runtime(counts), book.title, book.pages.done, book.pages.failed, book.pages.waiting);
  std::cout << fmt::format(fmt::runtime(counts),
                           context.say("All", "合計"),
                           report.pages.done,
                           report.pages.failed,
                           report.pages.waiting);
  if (report.pages_per_hour > 0)
    std::cout << fmt::format(
        fmt::runtime(context.say("{:.0f} pages an hour\n", "每小時 {:.0f} 葉\n")),
        report.pages_per_hour);
  if (!report.failed.empty()) std::cout << context.say("\nFailed:\n", "\n失敗：\n");
  for (const auto& failure : report.failed)
    std::cout << fmt::format(
        "  {}/{} {}: {}\n", failure.book, failure.page, failure.step, failure.message);
  if (!report.doubtful.empty())
    std::cout << context.say("\nDoubtful, worst first:\n", "\n可疑，最差在前：\n");
  for (std::size_t i = 0; i < std::min(kDoubtsShown, report.doubtful.size()); ++i)
    std::cout << fmt::format("  {}/{} {:.0f} %\n",
                             report.doubtful[i].book,
                             report.doubtful[i].page,
                             report.doubtful[i].expected_cer * 100);
}

int report(const Arguments& arguments, const Context& context) {
  const auto archive = Archive::open(arguments.archive);
  if (!archive) return context.tell(archive.error());
  const auto made = make_report(*archive);
  if (!made) return context.tell(made.error());
  if (arguments.json)
    std::cout << to_json(*made) << '\n';
  else
    print(*made, context);
  return 0;
}

}  // namespace

void add_report_command(CLI::App& program, const Context& context, int& status) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      program.add_subcommand("report", "What is done, what failed and why, what is doubtful 報告");
  command->footer("Examples 例:\n  wenlan report lib\n  wenlan report lib --json");
  command->add_option("ARCHIVE", arguments->archive, "The archive 庫")->required();
  command->add_flag("--json", arguments->json, "One JSON object");
  command->callback([arguments, &context, &status] { status = report(*arguments, context); });
}

}  // namespace wenlan
