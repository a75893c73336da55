// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "engine/base/file.h"
#include "pipelines/batch/run_presence.h"
#include "pipelines/cli/commands.h"
#include "pipelines/cli/context.h"
#include "pipelines/recover_ledger.h"

namespace wenlan {
namespace {

struct Arguments {
  std::string archive;
  Unknown unknown = Unknown::perhaps_corrected;
  bool json = false;
};

void print(const Recovery& recovery, const Context& context) {
  std::cout << fmt::format(fmt::runtime(context.say("{} pages known from their files",
                                                    "據文本檔登記 {} 葉")),
                           recovery.from_page_files)
            << '\n';
  if (!recovery.set_aside.empty())
    std::cout << fmt::format(
                     fmt::runtime(context.say("the ledger that was there: {}", "原帳簿：{}")),
                     printable_name(recovery.set_aside.filename()))
              << '\n';
}

int rebuild(const Arguments& arguments, const Context& context) {
  const auto archive = Archive::open(arguments.archive);
  if (!archive) return context.tell(archive.error());
  if (auto alone = fail_while_runs_are_present(*archive); !alone)
    return context.tell(alone.error());
  const auto recovery = rebuild_ledger(*archive, arguments.unknown);
  if (!recovery) return context.tell(recovery.error());
  for (const Error& error : recovery->unreadable) context.tell(error);
  if (arguments.json)
    std::cout << nlohmann::json{{"pages", recovery->from_page_files},
                                {"unreadable", recovery->unreadable.size()}}
              << '\n';
  else
    print(*recovery, context);
  return recovery->unreadable.empty() ? 0 : 1;
}

}  // namespace

void add_ledger_command(CLI::App& program, const Context& context, int& status) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      program.add_subcommand("ledger", "The record of what was read 帳簿")->require_subcommand(1);
  CLI::App* rebuilding =
      command->add_subcommand("rebuild", "Make it anew from the page files 據文本檔重建");
  rebuilding->footer(
      "Examples 例:\n  wenlan ledger rebuild lib\nFailures and times are not in page files and "
      "are lost; the old ledger is kept aside. 原帳簿另存。");
  rebuilding->add_option("ARCHIVE", arguments->archive, "The archive 庫")->required();
  rebuilding->add_flag_callback(
      "--none-corrected",
      [arguments] { arguments->unknown = Unknown::machine_made; },
      "No page file was corrected by hand: new readings may replace them 文本未經人手校改");
  rebuilding->add_flag("--json", arguments->json, "End with one JSON object");
  rebuilding->callback([arguments, &context, &status] { status = rebuild(*arguments, context); });
}

}  // namespace wenlan
