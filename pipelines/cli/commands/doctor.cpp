// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/doctor.h"

#include <algorithm>
#include <iostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "engine/page/names.h"
#include "pipelines/cli/commands.h"
#include "pipelines/cli/context.h"

namespace wenlan {
namespace {

struct Arguments {
  std::string archive;
  bool json = false;
};

constexpr NameTable<Health, 3> kHealthNames{
    {{Health::good, "good"}, {Health::warning, "warning"}, {Health::bad, "bad"}}};
constexpr NameTable<Health, 3> kHealthMarks{
    {{Health::good, "ok  "}, {Health::warning, "warn"}, {Health::bad, "BAD "}}};

int doctor(const Arguments& arguments, const Context& context) {
  const auto findings =
      examine(context.models(),
              arguments.archive.empty() ? std::nullopt
                                        : std::optional<std::filesystem::path>(arguments.archive));
  nlohmann::json list = nlohmann::json::array();
  for (const Finding& finding : findings) {
    const std::string mend(context.say(finding.mend_english, finding.mend_chinese));
    if (arguments.json)
      list.push_back({{"health", name_in(kHealthNames, finding.health)},
                      {"what", finding.what},
                      {"found", finding.found},
                      {"mend", mend}});
    else
      std::cout << name_in(kHealthMarks, finding.health) << "  " << finding.what << ": "
                << finding.found << (mend.empty() ? "" : " → ") << mend << '\n';
  }
  const bool bad = std::any_of(
      findings.begin(), findings.end(), [](const Finding& f) { return f.health == Health::bad; });
  if (arguments.json)
    std::cout << nlohmann::json{{"findings", std::move(list)}, {"good", !bad}} << '\n';
  return bad ? 1 : 0;
}

}  // namespace

void add_doctor_command(CLI::App& program, const Context& context, int& status) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      program.add_subcommand("doctor", "Check models, fonts, disk, limits and libraries 體檢");
  command->footer("Examples 例:\n  wenlan doctor\n  wenlan doctor lib --json");
  command->add_option(
      "ARCHIVE", arguments->archive, "Also check the disk it lies on 並檢查此庫所在磁碟");
  command->add_flag("--json", arguments->json, "One JSON object");
  command->callback([arguments, &context, &status] { status = doctor(*arguments, context); });
}

}  // namespace wenlan
