// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats/custom_attribute.h"

#include <algorithm>
#include <charconv>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

constexpr std::string_view kBlank = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

std::string escaped(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    const bool at_end = i == 0 || i + 1 == value.size();
    const bool control = static_cast<unsigned char>(c) < 0x20;
    if (control || std::string_view("\\{};:").find(c) != std::string_view::npos ||
        (c == ' ' && at_end))
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
    else
      out += c;
  }
  return out;
}

// Four hexadecimal digits at text[at]; negative when they are none.
int hexadecimal_at(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return -1;
  int value = -1;
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + at + 4, value, 16);
  return error == std::errc() && end == text.data() + at + 4 ? value : -1;
}

std::string unescaped(std::string_view value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const int code = value.substr(i).starts_with("\\u") ? hexadecimal_at(value, i + 2) : -1;
    if (code < 0 || (code >= 0xD800 && code < 0xE000)) {
      out += value[i];
      continue;
    }
    out += to_utf8(static_cast<char32_t>(code));
    i += 5;
  }
  return out;
}

std::vector<std::pair<std::string, std::string>> parse_values(std::string_view text) {
  std::vector<std::pair<std::string, std::string>> values;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(';'), text.size());
    const std::string_view pair = text.substr(0, end);
    if (const std::size_t colon = pair.find(':'); colon != std::string_view::npos)
      values.emplace_back(trimmed(pair.substr(0, colon)),
                          unescaped(trimmed(pair.substr(colon + 1))));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return values;
}

}  // namespace

const std::string* CustomBlock::find(std::string_view key) const {
  const auto found = std::find_if(
      values.begin(), values.end(), [&](const auto& pair) { return pair.first == key; });
  return found == values.end() ? nullptr : &found->second;
}

std::string to_custom_attribute(const std::vector<CustomBlock>& blocks) {
  std::string out;
  for (const CustomBlock& block : blocks) {
    if (!out.empty()) out += ' ';
    out += block.name + " {";
    for (const auto& [key, value] : block.values) {
      if (out.back() != '{') out += ' ';
      out += key + ":" + escaped(value) + ";";
    }
    out += '}';
  }
  return out;
}

std::vector<CustomBlock> parse_custom_attribute(std::string_view text) {
  std::vector<CustomBlock> blocks;
  while (true) {
    const std::size_t open = text.find('{');
    const std::size_t close = text.find('}', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos) return blocks;
    blocks.push_back({std::string(trimmed(text.substr(0, open))),
                      parse_values(text.substr(open + 1, close - open - 1))});
    text.remove_prefix(close + 1);
  }
}

const CustomBlock* find_block(const std::vector<CustomBlock>& blocks, std::string_view name) {
  const auto found = std::find_if(
      blocks.begin(), blocks.end(), [&](const CustomBlock& block) { return block.name == name; });
  return found == blocks.end() ? nullptr : &*found;
}

}  // namespace wenlan
