// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/text_book.h"

#include <fmt/format.h>

#include "engine/base/file.h"
#include "engine/base/utf8.h"

namespace wenlan {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string without_control_characters(std::string_view line) {
  std::string kept;
  for (const char32_t character : to_code_points(line))
    if (character >= 0x20 && character != 0x7F && character != U'\uFEFF')
      kept += to_utf8(character);
  return kept;
}

Result<void> check_utf8(const std::string& name, std::string_view text) {
  std::size_t line = 1;
  for (const auto& [bytes, code_point] : code_points_with_bytes(text)) {
    if (!code_point)
      return fail(ErrorCode::damaged_file, name, fmt::format("line {} is not UTF-8", line));
    line += *code_point == U'\n' ? 1 : 0;
  }
  return {};
}

void append_line(Page& page, const std::string& text) {
  const std::size_t number = page.layout.lines.size() + 1;
  page.layout.lines.push_back({.id = fmt::format("l{}", number),
                               .region = "r1",
                               .mode = WritingMode::horizontal_ltr,
                               .column = static_cast<int>(number) - 1});
  if (number > 1) page.transcript.text += '\n';
  const auto begin = static_cast<std::uint32_t>(page.transcript.text.size());
  page.transcript.text += text;
  page.transcript.lines.push_back({.span = {begin, static_cast<std::uint32_t>(text.size())}});
}

Page page_of(std::string_view text) {
  Page page;
  page.layout.regions.push_back({.id = "r1", .mode = WritingMode::horizontal_ltr});
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string line = without_control_characters(text.substr(0, end));
    if (!line.empty()) append_line(page, line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (page.layout.lines.empty()) page.layout.kind = PageKind::blank;
  return page;
}

}  // namespace

std::vector<std::string_view> cut_into_pages(std::string_view text) {
  std::vector<std::string_view> pages;
  for (std::size_t end = text.find('\f'); end != std::string_view::npos; end = text.find('\f')) {
    pages.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  if (pages.empty() || text.find_first_not_of("\r\n\t ") != std::string_view::npos)
    pages.push_back(text);
  return pages;
}

Result<int> count_text_pages(const std::filesystem::path& file) {
  const auto text = read_file(file);
  if (!text) return fail(text);
  if (text->empty()) return fail(ErrorCode::empty_file, printable_name(file));
  return static_cast<int>(cut_into_pages(*text).size());
}

TextBook::TextBook(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)) {
  std::string_view whole = text_;
  if (whole.starts_with(kByteOrderMark)) whole.remove_prefix(kByteOrderMark.size());
  pages_ = cut_into_pages(whole);
}

Result<std::unique_ptr<const TextBook>> TextBook::open(const std::filesystem::path& file) {
  auto text = read_file(file);
  if (!text) return fail(text);
  if (text->empty()) return fail(ErrorCode::empty_file, printable_name(file));
  return std::unique_ptr<const TextBook>(new TextBook(printable_name(file), *std::move(text)));
}

Result<Page> TextBook::page(int frame) const {
  if (frame < 0 || static_cast<std::size_t>(frame) >= pages_.size())
    return fail(ErrorCode::not_found, name_, fmt::format("page {}", frame + 1));
  const std::string_view text = pages_[static_cast<std::size_t>(frame)];
  if (auto checked = check_utf8(name_, text); !checked) return fail(checked);
  return page_of(to_nfc(text));
}

}  // namespace wenlan
