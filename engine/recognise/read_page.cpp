// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/recognise/read_page.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <opencv2/core.hpp>

#include "engine/base/stop.h"
#include "engine/quality/expected_cer.h"
#include "engine/recognise/assemble_transcript.h"
#include "engine/recognise/ink_contrast.h"
#include "engine/recognise/read_line.h"
#include "engine/recognise/row_directions.h"
#include "engine/recognise/settle_doubtful.h"
#include "engine/recognise/written_forms.h"

namespace wenlan {
namespace {

bool is_text(const Line& line) {
  return line.stream == Stream::main || line.stream == Stream::note;
}

// A network gives a row from the left; Tesseract gives Uyghur as it is read already.
void order_from_right(ReadLine& row) {
  if (!row.glyphs.empty() && row.glyphs.front().begin < row.glyphs.back().begin)
    std::reverse(row.glyphs.begin(), row.glyphs.end());
}

// The page as each ink is read from: black text is better read without the red over it, red alone
// without the black.
struct Pictures {
  const CleanPage& page;
  cv::Mat red;  // empty when no line needs it

  const cv::Mat& of(const Line& line) const {
    if (line.ink == Ink::red && !red.empty()) return red;
    return is_text(line) && !page.without_red.empty() ? page.without_red : page.pixels;
  }
};

Pictures pictures_for(const Layout& layout, const CleanPage& page) {
  const bool any_red = std::any_of(layout.lines.begin(), layout.lines.end(), [](const Line& line) {
    return line.ink == Ink::red;
  });
  return {page, any_red ? only_red(page) : cv::Mat()};
}

// One for each line of the layout; `contrasts` of the glyphs, for lines of the text.
struct Readings {
  std::vector<LineReading> lines;
  std::vector<std::vector<float>> contrasts;
};

Result<void> read_one(const Pictures& pictures,
                      const Line& line,
                      const Recognisers& recognisers,
                      Readings& readings) {
  auto read = read_line(pictures.of(line),
                        pictures.page.placement.to_clean(line.outline),
                        is_vertical(line.mode),
                        recognisers);
  if (!read) return fail(read);
  readings.contrasts.emplace_back();
  if (line.mode == WritingMode::horizontal_rtl) order_from_right(read->text);
  if (is_text(line) && !read->crop.image.pixels.empty())
    readings.contrasts.back() = ink_contrasts(read->crop.image, read->text);
  readings.lines.push_back({std::move(read->text), read->crop.place});
  return {};
}

// Writing that shines through is no writing of this page. Seals and remarks may be paler than the
// text and are not judged by it.
void clear_show_through(const Layout& layout, Readings& readings, const RecogniseOptions& options) {
  std::vector<ReadLine*> lines;
  std::vector<std::vector<float>> contrasts;
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    if (!is_text(layout.lines[i])) continue;
    lines.push_back(&readings.lines[i].text);
    contrasts.push_back(std::move(readings.contrasts[i]));
  }
  drop_pale(lines, contrasts, static_cast<float>(options.pale_below));
}

std::string why_left_out(const ReadLine& read) {
  if (read.glyphs.empty()) return "nothing read";
  return "read badly, " + std::to_string(std::lround(100 * mean_confidence(read))) + " %";
}

// Regions whose lines are all gone; figures never had any.
void drop_emptied(Layout& layout, const std::set<std::string>& had_lines) {
  std::set<std::string> hold_lines;
  for (const Line& line : layout.lines) hold_lines.insert(line.region);
  std::erase_if(layout.regions, [&](const Region& region) {
    return had_lines.contains(region.id) && !hold_lines.contains(region.id);
  });
}

// Links of lines that are gone; marks beside one stand alone now.
void drop_dangling_links(Layout& layout) {
  std::set<std::string> ids;
  for (const Line& line : layout.lines) ids.insert(line.id);
  std::erase_if(layout.links, [&](const LineLink& link) {
    return !ids.contains(link.from) || !ids.contains(link.to);
  });
  for (Mark& mark : layout.marks)
    if (!ids.contains(mark.line)) mark.line.clear();
}

// Takes out what held no writing, in the layout and among the readings alike; gives what it took.
std::vector<LineLeftOut> settle(Layout& layout,
                                std::vector<LineReading>& readings,
                                const RecogniseOptions& options) {
  std::vector<LineLeftOut> left_out;
  std::vector<const ReadLine*> texts;
  for (const LineReading& reading : readings) texts.push_back(&reading.text);
  const std::vector<Fate> fates =
      settle_doubtful(layout, texts, static_cast<float>(options.doubtful_bar));
  std::size_t kept = 0;
  std::set<std::string> had_lines;
  for (const Line& line : layout.lines) had_lines.insert(line.region);
  for (std::size_t i = 0; i < fates.size(); ++i) {
    if (fates[i] == Fate::drop) {
      left_out.push_back({layout.lines[i].outline, why_left_out(readings[i].text)});
      continue;
    }
    Line& line = layout.lines[i];
    line.confidence = std::max(line.confidence, kDoubtfulLine);
    if (fates[i] == Fate::running_title) {
      line.stream = Stream::running_title;
      line.note_segment.reset();
      line.note_half.reset();
    }
    if (kept != i) {
      layout.lines[kept] = std::move(layout.lines[i]);
      readings[kept] = std::move(readings[i]);
    }
    ++kept;
  }
  layout.lines.resize(kept);
  drop_dangling_links(layout);
  readings.resize(kept);
  drop_emptied(layout, had_lines);
  return left_out;
}

}  // namespace

Result<Reading> read_page(const CleanPage& page,
                          Layout layout,
                          const Recognisers& recognisers,
                          const RecogniseOptions& options,
                          std::stop_token stop) {
  try {
    const Pictures pictures = pictures_for(layout, page);
    Readings readings;
    for (const Line& line : layout.lines) {
      if (const auto go_on = unless_stopped(stop); !go_on) return fail(go_on);
      if (const auto read = read_one(pictures, line, recognisers, readings); !read)
        return fail(read);
    }
    clear_show_through(layout, readings, options);
    auto left_out = settle(layout, readings.lines, options);
    settle_row_directions(layout, readings.lines);
    settle_written_forms(readings.lines);
    Transcript transcript = assemble_transcript(readings.lines, page.placement, options);
    const Quality quality = estimate_quality(layout, transcript);
    return Reading{std::move(layout), std::move(transcript), quality, std::move(left_out)};
  } catch (const cv::Exception& error) {
    return fail(ErrorCode::internal, {}, error.what());
  }
}

}  // namespace wenlan
