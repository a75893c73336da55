// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "engine/base/file.h"
#include "index/archive/archive.h"
#include "pipelines/cli/commands.h"
#include "pipelines/cli/context.h"

namespace wenlan {

void add_init_command(CLI::App& program, const Context& context, int& status) {
  struct Arguments {
    std::string archive, name;
    bool json = false;
  };
  auto arguments =
      std::make_shared<Arguments>();  // shared with the callback, which outlives this call
  CLI::App* command = program.add_subcommand("init", "Make an archive 建庫");
  command->footer("Example 例:\n  wenlan init lib --name 浙江地方文獻");
  command->add_option("ARCHIVE", arguments->archive, "Folder to make 資料夾")->required();
  command->add_option("--name", arguments->name, "Name of the archive 庫名");
  command->add_flag("--json", arguments->json, "End with one JSON object");
  command->callback([arguments, &context, &status] {
    const std::filesystem::path root = arguments->archive;
    const auto archive = Archive::create(
        root, arguments->name.empty() ? printable_name(root.filename()) : arguments->name);
    if (!archive) {
      status = context.tell(archive.error());
      return;
    }
    if (arguments->json)
      std::cout << nlohmann::json{{"archive", printable_name(root)},
                                  {"name", archive->settings().name}}
                << '\n';
    else
      std::cout << context.say("archive ready: ", "庫已建立：") << printable_name(root) << '\n';
  });
}

}  // namespace wenlan
