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
  bool json = false, each_page = false;
};

std::string percent(double rate) {
  return fmt::format("{:.2f} %", rate * 100);
}

void print_stream(std::string_view name, const StreamEvaluation& stream, const Context& context) {
  std::cout << fmt::format(
      fmt::runtime(
          context.say("{}: {} characters, CER {} (95 %: {} to {}), variants folded {} ({} to {})\n",
                      "{}：{} 字，字錯率 {}（95 %：{} 至 {}），異體合併 {}（{} 至 {}）\n")),
      name,
      stream.characters,
      percent(stream.cer),
      percent(stream.interval_95.first),
      percent(stream.interval_95.second),
      percent(stream.cer_folded),
      percent(stream.interval_95_folded.first),
      percent(stream.interval_95_folded.second));
}

void print(const std::vector<PageScore>& pages, const Context& context) {
  const Evaluation evaluation = evaluate(pages);
  std::cout << fmt::format(fmt::runtime(context.say("{} pages ({} not read), order-free CER {}\n",
                                                    "{} 葉（{} 葉未讀），不計次序字錯率 {}\n")),
                           evaluation.pages,
                           evaluation.missing,
                           percent(evaluation.cer_order_free));
  print_stream(context.say("all", "全文"), evaluation.all, context);
  if (evaluation.main) print_stream(context.say("main text", "正文"), *evaluation.main, context);
  if (evaluation.note) print_stream(context.say("small notes", "小注"), *evaluation.note, context);
  for (const auto& [book, of_book] : evaluate_books(pages))
    print_stream(book.empty() ? std::string_view(".") : book, of_book.all, context);
}

int evaluate_command(const Arguments& arguments, const Context& context) {
  const auto pages = score_files(arguments.truth, arguments.read);
  if (!pages) return context.tell(pages.error());
  if (arguments.json)
    std::cout << to_json(*pages, arguments.each_page) << '\n';
  else
    print(*pages, context);
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
  CLI::Option* json = command->add_flag("--json", arguments->json, "One JSON object");
  command->add_flag("--pages", arguments->each_page, "With --json: each page too 兼列各葉")
      ->needs(json);
  command->callback(
      [arguments, &context, &status] { status = evaluate_command(*arguments, context); });
}

}  // namespace wenlan
