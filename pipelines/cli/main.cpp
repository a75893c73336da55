// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "engine/nn/network_session.h"
#include "pipelines/cli/commands.h"
#include "pipelines/cli/context.h"
#include "pipelines/cli/stop_signals.h"

namespace {

constexpr const char* kVersion = "wenlan 0.1.0";

constexpr const char* kFooter = R"(Examples 例:
  wenlan read leaf.jpg                                  one image in, text out 一圖得文
  wenlan init lib && wenlan add lib scans/              a library of your scans 建庫入藏
  wenlan run lib && wenlan index lib                    read and index it 辨識、索引
  wenlan search lib 欽定四庫                             find a phrase 檢索
  wenlan serve lib                                      http://localhost:8080)";

// A wrong command line is status 2, help and version are 0.
int exit_status_of(const CLI::App& program, const CLI::ParseError& error) {
  return program.exit(error) == 0 ? 0 : 2;
}

// Begins with the program's path, whatever it was called by.
std::vector<std::string> words_of(int count, char** arguments) {
  std::vector<std::string> words(arguments, arguments + count);
  words.front() = std::filesystem::read_symlink("/proc/self/exe").string();
  return words;
}

}  // namespace

int main(int argument_count, char** arguments) {
  using namespace wenlan;
  Context context(language_of_environment(), default_models_folder());
  context.set_this_command(words_of(argument_count, arguments));
  request_stop_on_signals(context.stop_source());

  CLI::App program{
      "Wenlan 文瀾: from scans of old books to text that can be searched 古籍掃描、辨識、檢索",
      "wenlan"};
  program.footer(kFooter);
  program.set_version_flag("--version", [] {
    return std::string(kVersion) + "\nOpenVINO " + network_runtime_version() +
           ", nn.precision auto: " + native_precision();
  });
  program.require_subcommand(1);
  program.fallthrough();
  program.option_defaults()->always_capture_default(false);
  program.add_option_function<std::string>(
      "--models",
      [&](const std::string& folder) { context.set_models(folder); },
      "Folder of manifest.json, fetched/ and tagger/ 模型資料夾");
  program
      .add_option_function<std::string>(
          "--lang",
          [&](const std::string& word) {
            context.set_language(word == "zh" ? Language::chinese : Language::english);
          },
          "Language of messages: en or zh 訊息語言")
      ->check(CLI::IsMember({"en", "zh"}));

  int status = 0;
  for (const auto add : {add_init_command,
                         add_add_command,
                         add_run_command,
                         add_index_command,
                         add_search_command,
                         add_serve_command,
                         add_read_command,
                         add_order_command,
                         add_export_command,
                         add_report_command,
                         add_evaluate_command,
                         add_ledger_command,
                         add_doctor_command})
    add(program, context, status);
  try {
    program.parse(argument_count, arguments);
  } catch (const CLI::ParseError& error) {
    return exit_status_of(program, error);
  }
  std::cout.flush();
  if (!std::cout) return context.tell({ErrorCode::io_failed, "standard output", {}});
  return status;
}
