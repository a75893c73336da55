// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/drawn/segment/drawn_page.h"

#include <map>
#include <vector>

namespace wenlan {
namespace {

constexpr double kCellWidth = 30, kCellHeight = 55;  // a column is 60 wide: characters are squares
constexpr double kInset = 2;

struct Cells {
  int left = 1 << 20, right = -1, top = 1 << 20, bottom = -1;
};

std::map<char, Cells> cells_of(std::string_view picture) {
  std::map<char, Cells> letters;
  int x = 0, y = 0;
  for (const char c : picture) {
    if (c == '\n') {
      x = 0;
      ++y;
      continue;
    }
    if (c != ' ' && c != '.') {
      auto& cells = letters[c];
      cells.left = std::min(cells.left, x);
      cells.right = std::max(cells.right, x + 1);
      cells.top = std::min(cells.top, y);
      cells.bottom = std::max(cells.bottom, y + 1);
    }
    ++x;
  }
  return letters;
}

class Reader {
 public:
  explicit Reader(std::string letters) : letters_(std::move(letters)) {}

  std::string read(const Block& block) {
    for (const auto& line : block.lines) add(line);
    close_note();
    return text_;
  }

 private:
  void add(const BlockLine& line) {
    if (line.note_segment != segment_ || line.column != column_) close_note();
    if (line.band != band_ && band_ >= 0)
      text_ += " | ";
    else if (line.column != column_ && column_ >= 0)
      text_ += ' ';
    band_ = line.band;
    column_ = line.column;
    if (line.note_segment) {
      if (!segment_) text_ += '(';
      if (line.half == NoteHalf::left && !left_begun_) {
        text_ += '/';
        left_begun_ = true;
      }
    }
    segment_ = line.note_segment;
    text_ += letters_[line.line];
  }

  void close_note() {
    if (segment_) text_ += ')';
    segment_.reset();
    left_begun_ = false;
  }

  std::string letters_;
  std::string text_;
  std::optional<int> segment_;
  bool left_begun_ = false;
  int column_ = -1;
  int band_ = -1;
};

}  // namespace

std::string read_drawn(std::string_view picture, const BlockEvidence& evidence) {
  std::vector<UprightLine> lines;
  std::string letters;
  for (const auto& [letter, cells] : cells_of(picture)) {
    letters += letter;
    lines.push_back({cells.top * kCellHeight + kInset,
                     cells.bottom * kCellHeight - kInset,
                     (cells.left + cells.right) * kCellWidth / 2,
                     (cells.right - cells.left) * kCellWidth - 2 * kInset});
  }
  return Reader(letters).read(lay_out_block(lines, evidence, {}));
}

}  // namespace wenlan
