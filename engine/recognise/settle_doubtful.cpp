// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/settle_doubtful.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "engine/base/utf8.h"
#include "engine/page/running_title.h"

namespace wenlan {
namespace {

constexpr float kLeafNumberBar = .4F;

struct ColumnLook {
  bool certain = false;  // holds a line that is not doubtful
  float sum = 0;         // of the doubtful lines' glyph confidences
  int glyphs = 0;

  float mean() const { return glyphs == 0 ? 0 : sum / static_cast<float>(glyphs); }
};

// A leaf number: often cut in half at the fold, so read with less certainty than text.
bool is_leaf_number(const Line& line, const ReadLine& read) {
  std::u32string characters;
  for (const ReadGlyph& glyph : read.glyphs) characters += to_code_points(glyph.text);
  return line.stream == Stream::running_title && number_of(characters) &&
         mean_confidence(read) >= kLeafNumberBar;
}

bool is_han_alone(const ReadLine& line) {
  return std::all_of(line.glyphs.begin(), line.glyphs.end(), [](const ReadGlyph& glyph) {
    const std::u32string code_points = to_code_points(glyph.text);
    return std::all_of(code_points.begin(), code_points.end(), is_han);
  });
}

}  // namespace

std::vector<Fate> settle_doubtful(const Layout& layout,
                                  const std::vector<const ReadLine*>& readings,
                                  float bar) {
  // Column numbers are counted within a region.
  std::map<std::pair<std::string, int>, ColumnLook> columns;
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    const Line& line = layout.lines[i];
    ColumnLook& column = columns[{line.region, line.column}];
    if (line.confidence >= kDoubtfulLine) {
      column.certain = true;
      continue;
    }
    for (const ReadGlyph& glyph : readings[i]->glyphs) column.sum += glyph.confidence;
    column.glyphs += static_cast<int>(readings[i]->glyphs.size());
  }
  std::vector<Fate> fates;
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    const Line& line = layout.lines[i];
    const ReadLine& read = *readings[i];
    const ColumnLook& column = columns[{line.region, line.column}];
    if (read.glyphs.empty())
      fates.push_back(Fate::drop);
    else if (line.confidence >= kDoubtfulLine || is_leaf_number(line, read))
      fates.push_back(Fate::keep);
    else if (column.certain || line.ink == Ink::red)
      fates.push_back(mean_confidence(read) >= bar && is_han_alone(read) ? Fate::keep : Fate::drop);
    else
      fates.push_back(column.mean() >= bar ? Fate::keep : Fate::running_title);
  }
  return fates;
}

}  // namespace wenlan
