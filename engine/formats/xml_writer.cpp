// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats/xml_writer.h"

#include <algorithm>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";

bool is_xml_character(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) ||
         (c >= 0xE000 && c <= 0xFFFD) || (c >= 0x10000 && c <= 0x10FFFF);
}

// Most of what is written: numbers, names, points.
bool needs_no_escape(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return c >= ' ' && c < 0x7F && c != '&' && c != '<' && c != '>' && c != '"';
  });
}

// Line ends and tabs of attributes, and carriage returns anywhere, would be changed by a reader
// unless they are written as references.
void append_escaped(std::string& out, std::string_view text, bool in_attribute) {
  if (needs_no_escape(text)) {
    out += text;
    return;
  }
  for (const auto& [bytes, code_point] : code_points_with_bytes(text)) {
    if (!code_point || !is_xml_character(*code_point)) {
      out += kReplacement;
      continue;
    }
    switch (*code_point) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += in_attribute ? "&quot;" : "\"";
        break;
      case '\r':
        out += "&#13;";
        break;
      case '\n':
        out += in_attribute ? "&#10;" : "\n";
        break;
      case '\t':
        out += in_attribute ? "&#9;" : "\t";
        break;
      default:
        out += bytes;
    }
  }
}

}  // namespace

std::string as_xml_characters(std::string_view bytes) {
  std::string kept;
  for (const auto& [piece, code_point] : code_points_with_bytes(bytes))
    kept += code_point && is_xml_character(*code_point) ? piece : kReplacement;
  return kept;
}

XmlWriter::XmlWriter(std::string_view prolog) : out_(prolog) {}

void XmlWriter::end_start_tag() {
  if (in_start_tag_) out_ += '>';
  in_start_tag_ = false;
}

void XmlWriter::start_tag(std::string_view name) {
  out_ += '<';
  out_ += name;
  elements_.push_back({std::string(name)});
  in_start_tag_ = true;
}

void XmlWriter::open(std::string_view name) {
  end_start_tag();
  if (!elements_.empty()) elements_.back().closes_on_own_line = true;
  out_ += '\n';
  out_.append(elements_.size(), ' ');
  start_tag(name);
}

void XmlWriter::open_inline(std::string_view name) {
  end_start_tag();
  start_tag(name);
}

void XmlWriter::attribute(std::string_view name, std::string_view value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_escaped(out_, value, true);
  out_ += '"';
}

void XmlWriter::text(std::string_view text) {
  end_start_tag();
  append_escaped(out_, text, false);
}

void XmlWriter::close() {
  const Element element = std::move(elements_.back());
  elements_.pop_back();
  if (in_start_tag_) {
    out_ += "/>";
    in_start_tag_ = false;
    return;
  }
  if (element.closes_on_own_line) {
    out_ += '\n';
    out_.append(elements_.size(), ' ');
  }
  out_ += "</";
  out_ += element.name;
  out_ += '>';
}

void XmlWriter::element(std::string_view name, std::string_view content) {
  open(name);
  text(content);
  close();
}

std::string XmlWriter::finish() {
  while (!elements_.empty()) close();
  out_ += '\n';
  return std::move(out_);
}

}  // namespace wenlan
