// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "engine/base/file.h"
#include "pipelines/cli/commands.h"
#include "pipelines/cli/context.h"
#include "pipelines/cli/option_flags.h"
#include "pipelines/export_book.h"

namespace wenlan {
namespace {

struct Arguments {
  std::string archive, out;
  ExportRequest request;
  bool json = false;
};

int export_pages(Arguments& arguments, const Context& context) {
  const auto archive = Archive::open(arguments.archive);
  if (!archive) return context.tell(archive.error());
  ExportRequest& request = arguments.request;
  request.out = arguments.out.empty() ? archive->derived_folder(request.book) /
                                            std::string(name_in(kFormats, request.format))
                                      : std::filesystem::path(arguments.out);
  const auto pages = export_book(*archive, request, context.stop());
  if (!pages) return context.tell(pages.error());
  if (arguments.json)
    std::cout << nlohmann::json{{"pages", *pages}, {"out", printable_name(request.out)}} << '\n';
  else
    std::cout << fmt::format(
                     fmt::runtime(context.say("{} pages written to {}", "已輸出 {} 葉至 {}")),
                     *pages,
                     printable_name(request.out))
              << '\n';
  return 0;
}

}  // namespace

void add_export_command(CLI::App& program, const Context& context, int& status) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("export", "Write a book in an open format 輸出");
  command->footer(
      "Examples 例:\n  wenlan export lib wuxing --as alto --out alto/\n  wenlan export lib wuxing "
      "--as txt --notes drop --out texts/");
  command->add_option("ARCHIVE", arguments->archive, "The archive 庫")->required();
  command->add_option("BOOK", arguments->request.book, "Id of the book 書號")->required();
  add_choice(*command, "--as", arguments->request.format, kFormats, "The format 格式")->required();
  add_choice(
      *command, "--notes", arguments->request.notes, kNoteStyles, "Small notes in txt 小注處理");
  command->add_option(
      "--out", arguments->out, "Folder to write into; otherwise the book's derived/ 輸出資料夾");
  command->add_flag("--json", arguments->json, "End with one JSON object");
  command->callback([arguments, &context, &status] { status = export_pages(*arguments, context); });
}

}  // namespace wenlan
