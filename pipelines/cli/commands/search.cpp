// SPDX-License-Identifier: GPL-3.0-or-later
#include <iostream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "index/archive/archive.h"
#include "index/query/answer_json.h"
#include "index/query/searcher.h"
#include "pipelines/cli/commands.h"
#include "pipelines/cli/context.h"
#include "pipelines/cli/option_flags.h"

namespace wenlan {
namespace {

struct Arguments {
  std::string archive;
  SearchRequest request;
  std::string book, person, place, office, dynasty;
  bool json = false;
};

std::optional<std::string> given(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

std::string place_of(const SearchMatch& match) {
  std::string places;
  for (const MatchPiece& piece : match.pieces)
    places += fmt::format(" {}[{:.0f},{:.0f},{:.0f},{:.0f}]",
                          piece.page,
                          piece.box.x,
                          piece.box.y,
                          piece.box.width,
                          piece.box.height);
  return places;
}

void print(const SearchAnswer& answer, const Context& context) {
  std::cout << fmt::format(
                   fmt::runtime(context.say("{} pages ({:.1f} ms)", "{} 葉（{:.1f} 毫秒）")),
                   answer.total,
                   answer.took_ms)
            << '\n';
  for (const SearchHit& hit : answer.hits) {
    std::cout << fmt::format("\n{} · {}{}{}\n  {}\n",
                             hit.title,
                             hit.page,
                             hit.leaf.empty() ? "" : " · ",
                             hit.leaf,
                             hit.snippet);
    for (const SearchMatch& match : hit.matches)
      std::cout << "  " << match.text << place_of(match) << '\n';
  }
}

int search(Arguments& arguments, const Context& context) {
  const auto archive = Archive::open(arguments.archive);
  if (!archive) return context.tell(archive.error());
  const auto searcher = Searcher::open(archive->index_folder());
  if (!searcher) return context.tell(searcher.error());
  SearchRequest& request = arguments.request;
  request.book = given(arguments.book);
  request.person = given(arguments.person);
  request.place = given(arguments.place);
  request.office = given(arguments.office);
  request.dynasty = given(arguments.dynasty);
  const auto answer = searcher->search(request);
  if (!answer) return context.tell(answer.error());
  if (arguments.json)
    std::cout << to_json(*answer) << '\n';
  else
    print(*answer, context);
  return 0;
}

}  // namespace

void add_search_command(CLI::App& program, const Context& context, int& status) {
  auto arguments = std::make_shared<Arguments>();
  SearchRequest& request = arguments->request;
  CLI::App* command =
      program.add_subcommand("search", "Find a phrase and where it stands on the scans 檢索");
  command->footer(
      "Examples 例:\n  wenlan search lib 欽定四庫\n  wenlan search lib '西湖 AND 堤' --in note\n"
      "A bare run of characters is a phrase; punctuation and line ends do not matter. "
      "連續漢字為一詞組，標點、換行不計。");
  command->add_option("ARCHIVE", arguments->archive, "The archive 庫")->required();
  command->add_option("QUERY", request.query, "Phrase, or phrases with AND OR NOT ( ) 檢索詞")
      ->required();
  command->add_option("--limit", request.limit, "Hits to show 顯示筆數")
      ->check(CLI::Range(0, 1000))
      ->capture_default_str();
  command->add_option("--offset", request.offset, "Hits to leave out before the first 略過筆數")
      ->check(CLI::Range(0, 1'000'000'000))
      ->capture_default_str();
  add_choice(
      *command, "--in", request.in, kStreamChoices, "Main text, notes or both 正文、小注或全部");
  add_choice(*command,
             "--variants",
             request.variants,
             kSwitch,
             "Also other written forms of each character 含異體字");
  command->add_flag("--fuzzy", request.fuzzy, "Also phrases with one character wrong 容一字之差");
  command->add_option("--book", arguments->book, "Only this book 只查此書");
  command->add_option("--person", arguments->person, "Only pages with this subject (id) 人物");
  command->add_option("--place", arguments->place, "The same for a place 地名");
  command->add_option("--office", arguments->office, "The same for an office 職官");
  command->add_option("--dynasty", arguments->dynasty, "Only books of this dynasty 朝代");
  command->add_flag("--json", arguments->json, "One JSON object");
  command->callback([arguments, &context, &status] { status = search(*arguments, context); });
}

}  // namespace wenlan
