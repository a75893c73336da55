// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "engine/evaluate/evaluate_files.h"
#include "pipelines/cli/commands.h"
#include "pipelines/cli/context.h"

namespace wenlan {
namespace {

struct Arguments {
  std::string truth, read;
  bool json = false;
};

void print(const Evaluation& evaluation, const Context& context) {
  const auto percent = [](double rate) { return fmt::format("{:.2f} %", rate * 100); };
  std::cout << fmt::format(
      fmt::runtime(context.say(
          "{} pages ({} not read), {} characters\nCER {} (95 %: {} to {}), variants folded {}, "
          "order-free {}\n",
          "{} 葉（{} 葉未讀），{} 字\n字錯率 {}（95 %：{} 至 {}），異體合併 {}，不計次序 {}\n")),
      evaluation.pages,
      evaluation.missing,
      evaluation.characters,
      percent(evaluation.cer),
      percent(evaluation.interval_95.first),
      percent(evaluation.interval_95.second),
      percent(evaluation.cer_folded),
      percent(evaluation.cer_order_free));
  if (evaluation.cer_main)
    std::cout << context.say("main text ", "正文 ") << percent(*evaluation.cer_main) << '\n';
  if (evaluation.cer_note)
    std::cout << context.say("small notes ", "小注 ") << percent(*evaluation.cer_note) << '\n';
}

int evaluate(const Arguments& arguments, const Context& context) {
  const auto evaluation = evaluate_files(arguments.truth, arguments.read);
  if (!evaluation) return context.tell(evaluation.error());
  if (arguments.json)
    std::cout << to_json(*evaluation) << '\n';
  else
    print(*evaluation, context);
  return 0;
}

}  // namespace

void add_evaluate_command(CLI::App& program, const Context& context, int& status) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      program.add_subcommand("evaluate", "Character error rates of what was read 評量字錯率");
  command->footer(
      "Examples 例:\n  wenlan evaluate truth.txt read.txt\n  wenlan evaluate truth/ read/ --json   "
      "  (text, PAGE or ALTO on either side)");
  command->add_option("TRUTH", arguments->truth, "File or folder that is right 標準答案")
      ->required();
  command->add_option("READ", arguments->read, "File or folder to measure 待評文本")->required();
  command->add_flag("--json", arguments->json, "One JSON object");
  command->callback([arguments, &context, &status] { status = evaluate(*arguments, context); });
}

}  // namespace wenlan
