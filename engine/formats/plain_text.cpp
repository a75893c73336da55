// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats/plain_text.h"

#include <optional>

#include "engine/formats/visit_page.h"

namespace wenlan {
namespace {

// The part of one note that stands in one column.
struct NotePiece {
  std::optional<int> segment;
  std::string right;  // or the whole of a note of one row
  std::string left;

  bool takes(const Line& line) const { return segment && segment == line.note_segment; }
  void add(const Line& line, std::string_view text) {
    (line.note_half == NoteHalf::left ? left : right) += text;
  }
  std::string text() const {
    if (right.empty() && left.empty()) return {};
    return "{{" + right + (left.empty() ? "" : "/" + left) + "}}";
  }
};

// Writes the lines of one column after the other.
class ColumnWriter {
 public:
  explicit ColumnWriter(NoteStyle notes) : notes_(notes) {}

  void add(const Line& line, std::string_view text) {
    if (column_ != line.column) end_column();
    column_ = line.column;
    if (line.stream == Stream::note) return add_note(line, text);
    end_note();
    if (notes_ != NoteStyle::only) row_ += text;
  }

  std::string finish() {
    end_column();
    return std::move(out_);
  }

 private:
  void add_note(const Line& line, std::string_view text) {
    if (notes_ == NoteStyle::drop) return;
    if (!note_ || !note_->takes(line)) {
      end_note();
      note_ = NotePiece{.segment = line.note_segment};
    }
    note_->add(line, text);
  }

  void end_note() {
    if (!note_) return;
    row_ += note_->text();
    note_.reset();
    if (notes_ == NoteStyle::only) end_row();
  }

  void end_row() {
    if (!row_.empty()) out_ += row_ + '\n';
    row_.clear();
  }

  void end_column() {
    end_note();
    end_row();
  }

  NoteStyle notes_;
  std::optional<int> column_;
  std::optional<NotePiece> note_;
  std::string row_;
  std::string out_;
};

}  // namespace

std::string to_plain_text(const Page& page, NoteStyle notes) {
  std::vector<const LineView*> in_order(page.layout.lines.size());
  const std::vector<RegionView> regions = regions_with_lines(page);
  for (const RegionView& region : regions)
    for (const LineView& line : region.lines) in_order[line.index] = &line;
  ColumnWriter writer(notes);
  for (const LineView* view : in_order)
    if (view->line->stream == Stream::main || view->line->stream == Stream::note)
      writer.add(*view->line, view->text);
  return writer.finish();
}

}  // namespace wenlan
