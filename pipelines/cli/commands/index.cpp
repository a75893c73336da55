// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "index/build/archive_pages.h"
#include "pipelines/cli/commands.h"
#include "pipelines/cli/context.h"
#include "pipelines/cli/option_flags.h"
#include "pipelines/cli/progress.h"

namespace wenlan {
namespace {

struct Arguments {
  std::string archive;
  IndexOptions options;
  bool json = false;
};

void print_json(const IndexReport& report) {
  std::cout << nlohmann::json{{"generation", report.generation},
                              {"books", report.books},
                              {"pages", report.pages},
                              {"characters", report.characters},
                              {"subjects", report.subjects},
                              {"took_s", report.took_s}}
            << '\n';
}

int index(const Arguments& arguments, const Context& context) {
  const auto archive = Archive::open(arguments.archive);
  if (!archive) return context.tell(archive.error());
  auto pages = ArchivePages::open(*archive);
  if (!pages) return context.tell(pages.error());
  Result<IndexReport> report = [&] {
    Progress progress(context);
    return build_index(*pages,
                       archive->index_folder(),
                       archive->knowledge_file(),
                       arguments.options,
                       context.stop(),
                       [&](std::int64_t done, std::int64_t all) { progress.show(done, 0, all); });
  }();
  if (!report) return context.tell(report.error());
  for (const Error& error : pages->left_out()) context.tell(error);
  if (arguments.json)
    print_json(*report);
  else
    std::cout << fmt::format(
                     fmt::runtime(context.say(
                         "{} pages of {} books, {} characters, {} subjects indexed in {:.1f} s",
                         "已索引 {} 葉（{} 種書），{} 字，{} 個主題，{:.1f} 秒")),
                     report->pages,
                     report->books,
                     report->characters,
                     report->subjects,
                     report->took_s)
              << '\n';
  return pages->left_out().empty() ? 0 : 1;
}

}  // namespace

void add_index_command(CLI::App& program, const Context& context, int& status) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("index", "Make what was read searchable 建索引");
  command->footer(
      "Example 例:\n  wenlan index lib      (searches under way go on undisturbed "
      "不影響進行中的檢索)");
  command->add_option("ARCHIVE", arguments->archive, "The archive 庫")->required();
  command->add_flag("--json", arguments->json, "End with one JSON object");
  add_option_flags(*command, "index", arguments->options);
  command->callback([arguments, &context, &status] { status = index(*arguments, context); });
}

}  // namespace wenlan
