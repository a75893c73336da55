// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/find_layout.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <opencv2/core.hpp>

#include "engine/base/stop.h"
#include "engine/segment/character_rows.h"
#include "engine/segment/detect_lines.h"
#include "engine/segment/gloss_columns.h"
#include "engine/segment/horizontal_part.h"
#include "engine/segment/layout_builder.h"
#include "engine/segment/level_blocks.h"
#include "engine/segment/lineage_table.h"
#include "engine/segment/newsprint.h"
#include "engine/segment/newsprint_signs.h"
#include "engine/segment/page_kind.h"
#include "engine/segment/place_marks.h"
#include "engine/segment/reader_marks.h"
#include "engine/segment/red_notes.h"
#include "engine/segment/row_over_columns.h"
#include "engine/segment/seals.h"
#include "engine/segment/turned_blocks.h"
#include "engine/segment/vertical_part.h"
#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr float kStampConfidence = .8F;  // of clouds of specks: stamps nearly always
constexpr double kPitchOfLine = 1.2;     // from column to column, in widths of a line
constexpr double kFewestRows = 20;       // characters along a page
constexpr double kLongColumn = .5;       // of the longest
constexpr double kLongerThanWide = 1.5;
constexpr double kFlat = .8;         // height over width: below it a line is a row
constexpr double kSurelyFlat = 2.2;  // width over height

Box<CleanSpace> box_of(const DetectedLine& line) {
  return bounding_box(line.outline);
}

bool is_vertical_page(const std::vector<DetectedLine>& lines) {
  double vertical = 0, horizontal = 0;
  for (const auto& line : lines) {
    const auto box = box_of(line);
    if (box.height > kLongerThanWide * box.width) vertical += box.area();
    if (box.width > kLongerThanWide * box.height) horizontal += box.area();
  }
  return vertical >= horizontal;
}

// The parts of the page a column cannot cross: the two halves of a spread, right half first.
std::vector<VerticalPart> vertical_parts(const std::vector<DetectedLine>& lines,
                                         const CleanPage& page,
                                         const std::optional<BookGrid>& book) {
  const double width = page.pixels.cols;
  const double fold = page.report.gutter_x.value_or(0);
  std::optional<double> pitch;
  if (book) pitch = book->pitch / page.placement.scan_per_clean();
  std::vector<VerticalPart> parts;
  if (fold > 0) {
    parts.push_back({{}, {}, fold, width, pitch, Spine::left});
    parts.push_back({{}, {}, 0, fold, pitch, Spine::right});
  } else {
    parts.push_back({{}, {}, 0, width, pitch});
  }
  for (const auto& line : lines) {
    const auto box = box_of(line);
    VerticalPart& part = box.center().x >= fold ? parts.front() : parts.back();
    if (box.height < kFlat * box.width) {
      part.rows.push_back(line);
      // Hardly wider than high: a character or two, or nothing.
      if (box.width < kSurelyFlat * box.height)
        part.rows.back().confidence = std::min(line.confidence, .9F * kDoubtfulLine);
      continue;
    }
    FoundLine found = cut_across(line.outline, line.confidence);
    found.kind = line.kind;
    if (!found.slices.empty()) part.lines.push_back(std::move(found));
  }
  return parts;
}

// The pitch that lines of black ink suggest; without lines, and where these are large as on covers,
// that of a page of usual print.
double likely_pitch(const CleanPage& page, const std::vector<DetectedLine>& lines) {
  const double pitch = kPitchOfLine * usual_width(lines);
  const double largest = std::max(page.pixels.cols, page.pixels.rows) / kFewestRows;
  return pitch > 0 ? std::min(pitch, largest) : largest;
}

// Where most columns begin that are long.
double top_of_columns(const std::vector<DetectedLine>& lines) {
  double longest = 0;
  for (const auto& line : lines) longest = std::max<double>(longest, box_of(line).height);
  std::vector<double> tops;
  for (const auto& line : lines)
    if (box_of(line).height > kLongColumn * longest) tops.push_back(box_of(line).y);
  return median(std::move(tops));
}

// What is in red: remarks first, then seals, all after the text. Gives the seals.
Result<std::vector<FoundSeal>> add_red(const CleanPage& page,
                                       const std::vector<DetectedLine>& lines,
                                       const LineDetector& detector,
                                       const SegmentOptions& options,
                                       LayoutBuilder& builder) {
  const double pitch = likely_pitch(page, lines);
  const auto seals = find_seals(page.red_ink, pitch);
  if (options.red_notes && !lines.empty() && is_vertical_page(lines) &&
      has_red_writing(page.red_ink, seals, pitch)) {
    const cv::Mat red = only_red(page);
    const auto red_lines = detect_lines(red, detector, options.detector_side);
    if (!red_lines) return fail(red_lines);
    add_red_notes(*red_lines, red, seals, {top_of_columns(lines), pitch}, builder);
  }
  for (const auto& seal : seals)
    builder.add_figure(RegionKind::seal, seal.outline, seal.confidence);
  for (const auto& stamp : page.stamps)
    builder.add_figure(RegionKind::seal, outline_of(stamp), kStampConfidence);
  return seals;
}

// The pitch of the columns as laid out, on the clean page.
double pitch_of(const Layout& layout,
                const CleanPage& page,
                const std::vector<DetectedLine>& lines) {
  std::vector<double> pitches;
  for (const auto& region : layout.regions)
    if (region.pitch > 0) pitches.push_back(region.pitch / page.placement.scan_per_clean());
  return pitches.empty() ? likely_pitch(page, lines) : median(std::move(pitches));
}

// Black ones are found with the columns; those in red are looked for here.
void add_marks(const CleanPage& page,
               const std::vector<FoundSeal>& seals,
               double pitch,
               LayoutBuilder& builder,
               Layout& layout) {
  builder.add_marks(find_red_marks(page.red_ink, seals, pitch));
  place_marks(builder.marks(), page.placement, pitch, layout);
}

// The lines of black ink, each kind of page in its own way.
PageKind lay_out_black(const CleanPage& page,
                       const std::vector<DetectedLine>& lines,
                       SegmentOptions options,
                       const std::optional<BookGrid>& book,
                       LayoutBuilder& builder) {
  if (is_vertical_page(lines) && (is_newsprint(lines) || has_level_block(lines))) {
    lay_out_newsprint(lines, page.without_red, builder);
    return PageKind::text;
  }
  if (is_vertical_page(lines) && is_lineage_table(lines, page.pixels)) {
    lay_out_lineage_table(lines, page.pixels, builder);
    return PageKind::table;
  }
  const PageKind kind = kind_of_page(lines, page.without_red, is_vertical_page(lines));
  if (!is_vertical_page(lines)) {
    lay_out_horizontal(lines, builder);
    return kind;
  }
  if (kind == PageKind::picture) options.find_uncovered_ink = false;  // it is the drawing
  for (auto& part : vertical_parts(lines, page, book))
    lay_out_vertical(std::move(part), page.without_red, options, builder);
  return kind;
}

// Rows that are columns of glosses by their ink are told by it; else they stay rows.
Result<std::vector<DetectedLine>> black_lines(const cv::Mat& pixels,
                                              const LineDetector& detector,
                                              const SegmentOptions& options) {
  auto lines = detect_lines(pixels, detector, options.detector_side);
  if (lines && options.mixed_columns && (!is_vertical_page(*lines) || is_newsprint(*lines)))
    if (auto columns = gloss_columns_instead(*lines, pixels)) return *std::move(columns);
  return lines;
}

// Blocks that run otherwise than the page, and headlines found in pieces, put right.
std::vector<DetectedLine> lines_by_blocks(std::vector<DetectedLine> lines, const cv::Mat& pixels) {
  const bool vertical = is_vertical_page(lines);
  lines = turn_blocks(std::move(lines), pixels, vertical);
  if (!is_vertical_page(lines)) return lines;
  return join_character_rows(free_row_over_columns(std::move(lines), pixels));
}

Result<Layout> laid_out(const CleanPage& page,
                        const LineDetector& detector,
                        const SegmentOptions& options,
                        const std::stop_token& stop,
                        const std::optional<BookGrid>& book,
                        LayoutBuilder& builder) {
  if (const auto going = unless_stopped(stop); !going) return fail(going);
  if (page.report.blank) {
    if (const auto red = add_red(page, {}, detector, options, builder); !red) return fail(red);
    return builder.take(PageKind::blank);
  }
  auto lines = black_lines(page.without_red, detector, options);
  if (!lines) return fail(lines);
  lines = lines_by_blocks(*std::move(lines), page.without_red);
  if (const auto going = unless_stopped(stop); !going) return fail(going);
  const PageKind kind = lay_out_black(page, *lines, options, book, builder);
  const auto seals = add_red(page, *lines, detector, options, builder);
  if (!seals) return fail(seals);
  Layout layout = builder.take(kind);
  if (options.reader_marks && is_vertical_page(*lines))
    add_marks(page, *seals, pitch_of(layout, page, *lines), builder, layout);
  if (kind == PageKind::picture) make_labels(layout);
  return layout;
}

}  // namespace

Result<Layout> find_layout(const CleanPage& page,
                           const LineDetector& detector,
                           const SegmentOptions& options,
                           std::stop_token stop,
                           const std::optional<BookGrid>& book,
                           LayoutTrace* trace) {
  try {
    LayoutBuilder builder(page.placement);
    auto layout = laid_out(page, detector, options, stop, book, builder);
    if (trace != nullptr) *trace = std::move(builder.trace());
    return layout;
  } catch (const cv::Exception& error) {
    return fail(ErrorCode::internal, "find_layout", error.what());
  }
}

}  // namespace wenlan
