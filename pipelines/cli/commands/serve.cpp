// SPDX-License-Identifier: GPL-3.0-or-later
#include <condition_variable>
#include <iostream>
#include <mutex>

#include <CLI/CLI.hpp>

#include "index/serve/archive_server.h"
#include "pipelines/cli/commands.h"
#include "pipelines/cli/context.h"
#include "pipelines/cli/option_flags.h"

namespace wenlan {
namespace {

struct Arguments {
  std::string archive, web;
  ServeOptions options;
};

void wait_for(const std::stop_token& stop) {
  std::mutex mutex;
  std::unique_lock lock(mutex);
  std::condition_variable_any stopped;
  stopped.wait(lock, stop, [&] { return stop.stop_requested(); });
}

int serve(const Arguments& arguments, const Context& context) {
  const auto archive = Archive::open(arguments.archive);
  if (!archive) return context.tell(archive.error());
  const auto site =
      arguments.web.empty() ? std::nullopt : std::optional<std::filesystem::path>(arguments.web);
  auto server = ArchiveServer::start(
      *archive, arguments.options, site, [&](const Error& fault) { context.warn(fault); });
  if (!server) return context.tell(server.error());
  std::cout << context.say("serving on ", "網站：") << server->address()
            << context.say("  (Ctrl-C ends it)", "（按 Ctrl-C 結束）") << std::endl;
  wait_for(context.stop());
  server->stop();
  return 0;
}

}  // namespace

void add_serve_command(CLI::App& program, const Context& context, int& status) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command = program.add_subcommand("serve", "The search site and its HTTP API 網站");
  command->footer(
      "Examples 例:\n  wenlan serve lib\n  wenlan serve lib --port 9000 --address 0.0.0.0");
  command->add_option("ARCHIVE", arguments->archive, "The archive 庫")->required();
  command->add_option("--web", arguments->web, "Serve the site from this folder, for work on it")
      ->check(CLI::ExistingDirectory);
  add_plain_flags(*command, arguments->options);
  command->callback([arguments, &context, &status] { status = serve(*arguments, context); });
}

}  // namespace wenlan
