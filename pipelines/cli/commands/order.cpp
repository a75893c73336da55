// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "engine/base/file.h"
#include "engine/formats/page_xml.h"
#include "engine/segment/order_lines.h"
#include "pipelines/cli/commands.h"
#include "pipelines/cli/context.h"
#include "pipelines/cli/option_flags.h"

namespace wenlan {
namespace {

struct Arguments {
  std::string page;
  bool json = false;
  SegmentOptions segment;
};

int order(const Arguments& arguments, const Context& context) {
  const auto bytes = read_file(arguments.page);
  if (!bytes) return context.tell(bytes.error());
  const auto page = from_page_xml(*bytes);
  if (!page)
    return context.tell({page.error().code, printable_name(arguments.page), page.error().detail});
  std::vector<UnorderedLine> lines;
  for (const Line& line : page->layout.lines) lines.push_back({line.id, line.outline});
  nlohmann::json ordered = nlohmann::json::array();
  for (const OrderedLine& line : order_lines(lines, page->scan.size, arguments.segment)) {
    const std::string stream(name_in(kStreams, line.stream));
    if (arguments.json)
      ordered.push_back({{"id", line.id}, {"stream", stream}});
    else
      std::cout << line.id << '\t' << stream << '\n';
  }
  if (arguments.json) std::cout << nlohmann::json{{"lines", std::move(ordered)}} << '\n';
  return 0;
}

}  // namespace

void add_order_command(CLI::App& program, const Context& context, int& status) {
  auto arguments = std::make_shared<Arguments>();
  CLI::App* command =
      program.add_subcommand("order", "Put the lines of a PAGE file in reading order 排閱讀順序");
  command->footer("Example 例:\n  wenlan order page.xml --json");
  command->add_option("PAGE", arguments->page, "PAGE XML file")->required();
  command->add_flag("--json", arguments->json, "One JSON object");
  add_option_flags(*command, "segment", arguments->segment);
  command->callback([arguments, &context, &status] { status = order(*arguments, context); });
}

}  // namespace wenlan
