// SPDX-License-Identifier: GPL-3.0-or-later
// Small books made in a test, as a source of pages for the index.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/base/utf8.h"
#include "index/build/build_index.h"

namespace wenlan::testing {

struct ListedBook {
  IndexedBook record;
  std::vector<Page> pages;
};

class ListedPages : public PageSource {
 public:
  explicit ListedPages(std::vector<ListedBook> books) : books_(std::move(books)) {}
  Result<std::optional<IndexedBook>> next_book() override {
    page_ = 0;
    if (book_ == books_.size()) return std::optional<IndexedBook>();
    return std::optional(books_[book_++].record);
  }
  Result<std::optional<Page>> next_page() override {
    const auto& pages = books_[book_ - 1].pages;
    if (page_ == pages.size()) return std::optional<Page>();
    return std::optional(pages[page_++]);
  }
  std::int64_t page_count() const override { return 0; }

 private:
  std::vector<ListedBook> books_;
  std::size_t book_ = 0;
  std::size_t page_ = 0;
};

struct ListedLine {
  Stream stream = Stream::main;
  std::string text;
  std::string region = "r1";
};

// A page of columns 100 pixels wide from the right of a page 2000 wide, characters 50 high, each
// with a box; without boxes when `boxes` is false (as for plain text).
inline Page page_of(const std::string& id,
                    const std::vector<ListedLine>& lines,
                    bool boxes = true) {
  Page page;
  page.id = id;
  for (std::uint32_t at = 0; at < lines.size(); ++at) {
    const float left = 1900 - 100 * static_cast<float>(at);
    if (at > 0) page.transcript.text += '\n';
    const auto begin = static_cast<std::uint32_t>(page.transcript.text.size());
    float top = 0;
    for (const auto& [bytes, code_point] : code_points_with_bytes(lines[at].text)) {
      if (boxes)
        page.transcript.glyphs.push_back({{static_cast<std::uint32_t>(page.transcript.text.size()),
                                           static_cast<std::uint32_t>(bytes.size())},
                                          at,
                                          {left, top, 80, 50},
                                          1,
                                          {}});
      page.transcript.text += bytes;
      top += 50;
    }
    const auto end = static_cast<std::uint32_t>(page.transcript.text.size());
    page.transcript.lines.push_back({{begin, end - begin}, 1});
    Line line;
    line.id = "l" + std::to_string(at + 1);
    line.region = lines[at].region;
    line.stream = lines[at].stream;
    line.column = static_cast<int>(at);
    if (boxes) line.outline = outline_of(Box<ScanSpace>{left, 0, 80, top});
    page.layout.lines.push_back(std::move(line));
  }
  return page;
}

// A plain text page of one line.
inline Page text_page(const std::string& id, const std::string& text) {
  return page_of(id, {{Stream::main, text}}, false);
}

}  // namespace wenlan::testing
