// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged files never crash a reader: it reads them, or says what is wrong.
#include <random>

#include <gtest/gtest.h>

#include "engine/formats/alto.h"
#include "engine/formats/page_xml.h"
#include "sample_pages.h"

namespace wenlan {
namespace {

using Reader = Result<Page> (*)(std::string_view);

std::string damaged(std::string bytes, std::mt19937& random) {
  static constexpr std::string_view kNasty[] = {
      "-1", "99999999999999999999", "nan", "1e400", "\xff", "<", "&#0;", "]]>", "\"", "", "{", "0"};
  const int changes = 1 + static_cast<int>(random() % 4);
  for (int i = 0; i < changes && !bytes.empty(); ++i) {
    const std::size_t at = random() % bytes.size();
    const std::size_t length = std::min<std::size_t>(random() % 12, bytes.size() - at);
    if (random() % 8 == 0)
      bytes.resize(at);
    else
      bytes.replace(at, length, kNasty[random() % std::size(kNasty)]);
  }
  return bytes;
}

void expect_answers(Reader read, const std::string& good, int rounds) {
  std::mt19937 random(7);
  for (int i = 0; i < rounds; ++i) {
    const std::string bytes = damaged(good, random);
    const auto page = read(bytes);
    if (!page) {
      EXPECT_EQ(page.error().code, ErrorCode::bad_document);
      continue;
    }
    EXPECT_EQ(page->transcript.lines.size() * page->layout.lines.size() == 0,
              page->transcript.lines.empty());
    for (const Glyph& glyph : page->transcript.glyphs)
      EXPECT_LE(glyph.span.end(), page->transcript.text.size());
    to_page_xml(*page);
  }
}

TEST(DamagedPageXml, NeverCrashes) {
  for (const auto& [name, page] : every_page())
    expect_answers(from_page_xml, to_page_xml(page), 300);
}

TEST(DamagedAlto, NeverCrashes) {
  for (const auto& [name, page] : every_page()) expect_answers(from_alto, to_alto(page), 300);
}

}  // namespace
}  // namespace wenlan
