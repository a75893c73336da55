// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "pipelines/add_scans.h"
#include "pipelines/cli/commands.h"
#include "pipelines/cli/context.h"

namespace wenlan {
namespace {

struct Arguments {
  std::string archive;
  std::vector<std::string> paths;
  AddRequest request;
  bool json = false;
};

void print(const AddReport& report, const Context& context) {
  for (const AddedBook& book : report.books)
    std::cout << fmt::format(fmt::runtime(context.say("{}: {} scans, {} pages added",
                                                      "{}：加入 {} 檔 {} 葉")),
                             book.id,
                             book.scans,
                             book.pages)
              << '\n';
  if (report.unchanged > 0)
    std::cout << fmt::format(
                     fmt::runtime(context.say("{} files were there already", "{} 檔已在庫中")),
                     report.unchanged)
              << '\n';
}

void print_json(const AddReport& report) {
  nlohmann::json books = nlohmann::json::array();
  for (const AddedBook& book : report.books)
    books.push_back({{"id", book.id}, {"scans", book.scans}, {"pages", book.pages}});
  nlohmann::json failed = nlohmann::json::array();
  for (const Error& error : report.failures)
    failed.push_back({{"file", error.subject},
                      {"code", kind_of(error.code).name},
                      {"message", to_sentence(error)}});
  std::cout << nlohmann::json{{"books", books}, {"unchanged", report.unchanged}, {"failed", failed}}
            << '\n';
}

int add(Arguments& arguments, const Context& context) {
  const auto archive = Archive::open(arguments.archive);
  if (!archive) return context.tell(archive.error());
  for (const std::string& path : arguments.paths) arguments.request.paths.emplace_back(path);
  const auto report = add_scans(*archive, arguments.request, context.stop());
  if (!report) return context.tell(report.error());
  for (const Error& error : report->warnings) context.warn(error);
  for (const Error& error : report->failures) context.tell(error);
  arguments.json ? print_json(*report) : print(*report, context);
  return report->failures.empty() ? 0 : 1;
}

}  // namespace

void add_add_command(CLI::App& program, const Context& context, int& status) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("add", "Take scans or texts into an archive 入藏");
  command->footer(
      "Examples 例:\n  wenlan add lib scans/吳興志/\n  wenlan add lib vol1.pdf vol2.pdf --book "
      "wuxing --title 吳興志\n"
      "  wenlan add lib text.txt      (UTF-8; a form feed ends a page)");
  command->add_option("ARCHIVE", arguments->archive, "The archive 庫")->required();
  command
      ->add_option("PATH",
                   arguments->paths,
                   "Images, PDF, multi-page TIFF, text, folders of them 影像、文本或資料夾")
      ->required();
  command->add_option("--book", arguments->request.book, "Id of the book they belong to 書號");
  command->add_option("--title", arguments->request.title, "Title of a new book 書名");
  command->add_flag(
      "--in-place", arguments->request.in_place, "Leave the scans where they are 不複製原圖");
  command->add_flag("--json", arguments->json, "End with one JSON object");
  command->callback([arguments, &context, &status] { status = add(*arguments, context); });
}

}  // namespace wenlan
