// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_pages.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <unistd.h>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

namespace fs = std::filesystem;

// Lays `text` down the box, one glyph a character, and puts line and text into the page.
void add_line(Page& page, Line line, std::string_view text, Box<ScanSpace> box) {
  Transcript& transcript = page.transcript;
  if (!transcript.lines.empty()) transcript.text += '\n';
  const auto begin = static_cast<std::uint32_t>(transcript.text.size());
  const auto number = static_cast<std::uint32_t>(page.layout.lines.size());
  if (!box.empty()) line.outline = outline_of(box);
  const auto pieces = code_points_with_bytes(text);
  const auto count = static_cast<float>(pieces.size());
  std::uint32_t at = begin;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const auto length = static_cast<std::uint32_t>(pieces[i].bytes.size());
    const auto place = static_cast<float>(i);
    Box<ScanSpace> cell = box;
    if (is_vertical(line.mode))
      cell = {box.x, box.y + place * box.height / count, box.width, box.height / count};
    else
      cell = {box.x + place * box.width / count, box.y, box.width / count, box.height};
    if (!box.empty() && pieces[i].bytes != " ")
      transcript.glyphs.push_back({{at, length}, number, cell, 0.875F, {}});
    at += length;
  }
  transcript.text += text;
  transcript.lines.push_back({{begin, at - begin}, 0.9375F});
  page.layout.lines.push_back(std::move(line));
}

Line line_of(std::string id, std::string region, Stream stream, int column) {
  return {.id = std::move(id), .region = std::move(region), .stream = stream, .column = column};
}

Line note_of(std::string id, int column, int segment, NoteHalf half) {
  Line line = line_of(std::move(id), "r1", Stream::note, column);
  line.note_segment = segment;
  line.note_half = half;
  return line;
}

TextSpan span_of(const Page& page, std::string_view words) {
  return {static_cast<std::uint32_t>(page.transcript.text.find(words)),
          static_cast<std::uint32_t>(words.size())};
}

}  // namespace

Page woodblock_page() {
  Page page{
      .id = "0003",
      .scan = {"scans/01 甲.tif", 2, std::string(64, 'a'), {1200, 1600}},
      .placement = Placement::from_scan_to_clean({0.9998, 0.0175, -3.25, -0.0175, 0.9998, 7})};
  page.layout.regions = {
      {"r1", RegionKind::text, outline_of(Box<ScanSpace>{100, 200, 1000, 1300})},
      {"r2", RegionKind::head_margin, outline_of(Box<ScanSpace>{100, 20, 1000, 150})},
      {"r3", RegionKind::fold_strip, outline_of(Box<ScanSpace>{10, 200, 60, 1300})},
      {"r4", RegionKind::seal, outline_of(Box<ScanSpace>{800, 1200, 200, 200})},
      {"r5", RegionKind::illustration, outline_of(Box<ScanSpace>{100, 900, 300, 300})},
      {"r6", RegionKind::seal, {{100, 1300}, {250, 1310}, {240, 1460}, {90, 1450}}}};
  page.layout.regions[1].confidence = 0.75F;
  page.layout.regions[0].pitch = 52.5F;
  add_line(page, line_of("l1", "r1", Stream::main, 0), "天地玄黃", {900, 210, 100, 600});
  add_line(page, note_of("l2", 0, 0, NoteHalf::right), "上注", {950, 820, 50, 300});
  add_line(page, note_of("l3", 0, 0, NoteHalf::left), "下〓", {900, 820, 50, 300});
  add_line(page, note_of("l4", 1, 0, NoteHalf::right), "續", {850, 210, 50, 100});
  add_line(page, note_of("l5", 1, 0, NoteHalf::left), "終", {800, 210, 50, 100});
  add_line(page, line_of("l6", "r1", Stream::main, 1), "乾隆元年", {800, 320, 100, 600});
  add_line(page, line_of("l7", "r1", Stream::main, 2), "王安", {700, 210, 100, 300});
  add_line(page, line_of("l8", "r1", Stream::main, 3), "石𠀀", {600, 210, 100, 300});
  add_line(page, line_of("l9", "r2", Stream::head_note, 4), "眉批", {500, 30, 80, 120});
  add_line(page, line_of("l10", "r3", Stream::running_title, 5), "卷一", {12, 220, 50, 120});
  add_line(page, line_of("l11", "r4", Stream::seal, 6), "之印", {810, 1210, 80, 180});
  page.layout.lines[8].ink = Ink::red;
  page.transcript.glyphs[0].alternatives = {{"夭", 0.0625F}, {"夫", 0.03125F}};
  page.transcript.glyphs[7].alternatives = {// of 〓, which is written for what was hardly read
                                            {"注", 0.0625F},
                                            {"汪", 0.05F},
                                            {"住", 0.04F},
                                            {"主", 0.03F},
                                            {"往", 0.02F},
                                            {"柱", 0.01F}};
  page.entities = {{"e1",
                    EntityKind::date,
                    span_of(page, "乾隆元年"),
                    "1736",
                    0.5F,
                    CalendarDate{"清", "乾隆", 1, 0, false, 0, "", "1736-02-12", "1737-01-30"}},
                   {"e2", EntityKind::person, span_of(page, "王安\n石"), "王安石", 0.9F}};
  page.layout.links = {{LinkKind::child_of, "l7", "l6"}, {LinkKind::child_of, "l8", "l6"}};
  page.layout.marks = {{"m1", MarkKind::circle, Ink::red, {998, 300, 20, 20}, "l1"},
                       {"m2", MarkKind::dot, Ink::black, {998, 402, 12, 13}, "l1"},
                       {"m3", MarkKind::tick, Ink::black, {40, 40, 12, 20}, ""}};
  page.quality = {0.03125F};
  page.steps = {{"clean", "1", "0123456789abcdef", ""},
                {"recognise", "2", "fedcba9876543210", "rec 0123456789ab"}};
  return page;
}

Page horizontal_page() {
  const Bend bend{790, 590, {0.5, 0, 0, 12.25, 0, 0, 0, -3}, {0, -7.5, 0, 0, 0, 1e-3, 0, 0}};
  Page page{.id = "0001",
            .scan = {"p.png", 0, std::string(64, 'b'), {800, 600}},
            .placement = Placement::from_scan_to_clean({1, 0, -5, 0, 1, -5}, bend)};
  page.layout.regions = {{"r1",
                          RegionKind::headline,
                          outline_of(Box<ScanSpace>{50, 20, 700, 80}),
                          WritingMode::horizontal_ltr},
                         {"r2",
                          RegionKind::table,
                          outline_of(Box<ScanSpace>{50, 120, 700, 300}),
                          WritingMode::horizontal_ltr}};
  Line head = line_of("l1", "r1", Stream::main, 0);
  head.mode = WritingMode::horizontal_ltr;
  Line row = line_of("l2", "r2", Stream::main, 1);
  row.mode = WritingMode::horizontal_ltr;
  add_line(page, head, "Local history 地方文獻", {50, 20, 700, 80});
  add_line(page, row, "民國 二十年", {50, 120, 700, 60});
  return page;
}

Page text_only_page() {
  Page page{.id = "0007"};
  page.layout.regions = {{.id = "r1"}};
  add_line(page, line_of("l1", "r1", Stream::main, 0), "子曰學而時習之", {});
  add_line(page, note_of("l2", 0, 0, NoteHalf::single), "小注", {});
  add_line(page, line_of("l3", "r1", Stream::main, 1), "", {});
  add_line(page, line_of("l4", "r1", Stream::main, 2), "不亦說乎", {});
  return page;
}

Page blank_page() {
  Page page{.id = "0002", .scan = {"b.jpg", 0, std::string(64, 'c'), {1200, 1600}}};
  page.layout.kind = PageKind::blank;
  return page;
}

Page unrecognised_page() {
  Page page = woodblock_page();
  page.transcript = {};
  page.entities.clear();
  return page;
}

Page awkward_page() {
  Page page{.id = "葉 3{a:b;}", .scan = {"a & <b>\t\"c\".png", 0, "", {10, 10}}};
  page.layout.kind = PageKind::picture;
  page.layout.regions = {{"79725", RegionKind::text, {{-1.5F, 0.25F}, {3.1F, 4.2F}, {1e-3F, 1e6F}}},
                         {"l1", RegionKind::seal, {{0, 0}, {5, 5}}}};
  page.layout.regions[0].confidence = 0.1F;
  add_line(
      page, line_of("l1", "79725", Stream::main, 0), " 甲<&>\"'\\{};: ", {0.5F, 0.5F, 9, 9.7F});
  add_line(page, line_of("王 1", "l1", Stream::seal, 1), "乙  丙", {1, 1, 3, 6});
  add_line(page, line_of("l1_g1", "nowhere", Stream::side_note, -2), "丁", {2, 2, 1, 1});
  page.layout.lines[2].mode = WritingMode::vertical_lr;
  page.layout.lines[0].confidence = 1.F / 3;
  page.transcript.lines[0].confidence = 0.1F;
  page.entities = {{"e;1}", EntityKind::event, {0, 4}, " a;b}{c:d\\u0041\n ", 0.1F},
                   {"e2", EntityKind::office, {1, 3}, "", 1},
                   {"e3", EntityKind::book, {1, 23}, "over lines", 1}};
  page.layout.links = {{LinkKind::child_of, "王 1", "l1_g1"}};
  page.layout.marks = {{"r1", MarkKind::tick, Ink::red, {1.1F, -2, 0.3F, 1e-3F}, "王 1"}};
  page.quality = {0.1F};
  return page;
}

std::vector<NamedPage> every_page() {
  return {{"woodblock", woodblock_page()},
          {"horizontal", horizontal_page()},
          {"text_only", text_only_page()},
          {"blank", blank_page()},
          {"unrecognised", unrecognised_page()},
          {"awkward", awkward_page()},
          {"nothing", {}}};
}

bool can_validate(std::string_view schema) {
  return std::system("xmllint --version >/dev/null 2>&1") == 0 &&
         fs::exists(fs::path(WENLAN_SHARED_DIR) / "standards" / schema);
}

std::string faults_of(const std::string& document, std::string_view schema) {
  const fs::path standards = fs::path(WENLAN_SHARED_DIR) / "standards";
  const fs::path folder = fs::temp_directory_path() / fmt::format("wenlan-valid-{}", ::getpid());
  fs::create_directories(folder);
  std::ofstream(folder / "document.xml") << document;
  const std::string command =
      fmt::format("XML_CATALOG_FILES='{}' xmllint --nonet --noout --schema '{}' '{}' 2>'{}'",
                  (standards / "catalog.xml").string(),
                  (standards / schema).string(),
                  (folder / "document.xml").string(),
                  (folder / "faults").string());
  const bool valid = std::system(command.c_str()) == 0;
  std::ostringstream faults;
  faults << std::ifstream(folder / "faults").rdbuf();
  fs::remove_all(folder);
  return valid ? std::string() : faults.str();
}

}  // namespace wenlan
