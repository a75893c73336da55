// SPDX-License-Identifier: GPL-3.0-or-later
// Writes XML from the outside in. It alone escapes and closes, so what comes out is well-formed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

namespace wenlan {

// Characters XML 1.0 cannot hold, and bytes that are not UTF-8, become U+FFFD.
std::string as_xml_characters(std::string_view bytes);

class XmlWriter {
 public:
  // `prolog` stands before the root element, verbatim.
  explicit XmlWriter(std::string_view prolog = kDeclaration);

  // An element on a line of its own, indented.
  void open(std::string_view name);
  // An element right after what stands before it, for text where white space counts.
  void open_inline(std::string_view name);
  // Only between open and the first content of that element.
  void attribute(std::string_view name, std::string_view value);
  template <class Number>
    requires std::is_arithmetic_v<Number>
  void attribute(std::string_view name, Number value) {
    attribute(name, fmt::format("{}", value));
  }
  void text(std::string_view text);
  // Closes the innermost open element.
  void close();
  // open, text, close.
  void element(std::string_view name, std::string_view text);

  // The document, with every element closed. The writer is spent.
  std::string finish();

  static constexpr std::string_view kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

 private:
  struct Element {
    std::string name;
    bool closes_on_own_line = false;  // it has children that stand on lines of their own
  };
  void end_start_tag();
  void start_tag(std::string_view name);

  std::string out_;
  std::vector<Element> elements_;
  bool in_start_tag_ = false;
};

}  // namespace wenlan
