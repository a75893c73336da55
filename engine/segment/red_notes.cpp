// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/red_notes.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

// Lengths in pitches.
constexpr double kReducedPitch = 24;  // pixels of the picture that is looked at
constexpr double kStrokeGap = .06;    // within a character
constexpr double kLeastCharacter = .3, kMostCharacter = 1.6;
constexpr int kLeastStrength = 25;       // grey levels
constexpr std::size_t kFewest = 5;       // things of that size that may be writing
constexpr double kLeastWidth = .22;      // of a line
constexpr double kColumn = .8;           // least height over width
constexpr double kOnSeal = .4;           // share of a line that lies on a seal
constexpr double kTogether = .12;        // between columns of one remark
constexpr double kReachesIntoText = .4;  // what a head note may
constexpr double kPartWithin = .6;       // about the top of the text
constexpr double kLeastGap = .04;
constexpr int kBare = 200;  // grey level of the red ink made dark
constexpr float kDoubtful = .4F;

Box<CleanSpace> box_of(const DetectedLine& line) {
  return bounding_box(line.outline);
}

bool lies_on_seal(const Box<CleanSpace>& box, std::span<const FoundSeal> seals) {
  return std::any_of(seals.begin(), seals.end(), [&](const FoundSeal& seal) {
    return intersected(box, bounding_box(seal.outline)).area() > kOnSeal * box.area();
  });
}

// The middle of the widest stretch without ink between two heights, if there is one as wide as
// `least`.
std::optional<double> gap_in(const cv::Mat& ink, cv::Rect window, double least) {
  window &= cv::Rect({}, ink.size());
  if (window.empty()) return std::nullopt;
  cv::Mat darkest;
  cv::reduce(ink(window).reshape(1, window.height), darkest, 1, cv::REDUCE_MIN);
  int best = 0, middle = 0, run = 0;
  for (int y = 0; y < darkest.rows; ++y) {
    run = darkest.at<std::uint8_t>(y) > kBare ? run + 1 : 0;
    if (run > best) {
      best = run;
      middle = y - run / 2;
    }
  }
  if (best < least) return std::nullopt;
  return window.y + middle;
}

// A head note and the side note right below it are seen as one line: parts it where the text
// begins.
std::vector<DetectedLine> parted_at_the_top(const std::vector<DetectedLine>& lines,
                                            const cv::Mat& ink,
                                            const TextExtent& text) {
  std::vector<DetectedLine> parts;
  for (const auto& line : lines) {
    const auto box = box_of(line);
    const double reach = kPartWithin * text.pitch;
    const bool crosses = box.y < text.top - 2 * reach && box.bottom() > text.top + 2 * reach;
    const cv::Rect window(static_cast<int>(box.x),
                          static_cast<int>(text.top - reach),
                          static_cast<int>(box.width),
                          static_cast<int>(2 * reach));
    const auto gap = crosses ? gap_in(ink, window, kLeastGap * text.pitch) : std::nullopt;
    if (!gap) {
      parts.push_back(line);
      continue;
    }
    const auto at = static_cast<float>(*gap);
    parts.push_back(
        {outline_of(Box<CleanSpace>{box.x, box.y, box.width, at - box.y}), line.confidence});
    parts.push_back(
        {outline_of(Box<CleanSpace>{box.x, at, box.width, box.bottom() - at}), line.confidence});
  }
  return parts;
}

std::vector<DetectedLine> columns_among(const std::vector<DetectedLine>& lines,
                                        std::span<const FoundSeal> seals,
                                        double pitch) {
  std::vector<DetectedLine> columns;
  for (const auto& line : lines) {
    const auto box = box_of(line);
    if (box.width < kLeastWidth * pitch || box.height < kColumn * box.width) continue;
    if (!lies_on_seal(box, seals)) columns.push_back(line);
  }
  std::sort(columns.begin(), columns.end(), [](const auto& a, const auto& b) {
    const auto one = box_of(a), other = box_of(b);
    return std::pair(-one.center().x, one.y) < std::pair(-other.center().x, other.y);
  });
  return columns;
}

// Side by side with hardly a gap: columns of one remark.
bool are_together(const Box<CleanSpace>& a, const Box<CleanSpace>& b, double pitch) {
  const double aside = std::max(a.x, b.x) - std::min(a.right(), b.right());
  const double shared = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
  return aside < kTogether * pitch && shared > .5 * std::min(a.height, b.height);
}

// The remark each column belongs to, by the number of its first column.
std::vector<std::size_t> remarks_of(const std::vector<DetectedLine>& columns, double pitch) {
  std::vector<std::size_t> remark(columns.size());
  std::iota(remark.begin(), remark.end(), std::size_t{0});
  for (std::size_t i = 0; i < columns.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (remark[i] != remark[j] && are_together(box_of(columns[i]), box_of(columns[j]), pitch)) {
        const auto [kept, gone] = std::minmax(remark[i], remark[j]);
        std::replace(remark.begin(), remark.end(), std::size_t{gone}, std::size_t{kept});
      }
  return remark;
}

DraftLine drafted(const DetectedLine& column, Stream stream, int number) {
  DraftLine line;
  line.outline = column.outline;
  line.stream = stream;
  line.column = number;
  line.confidence = std::min(kDoubtful, column.confidence);
  line.ink = Ink::red;
  return line;
}

}  // namespace

bool has_red_writing(const cv::Mat& red_ink, std::span<const FoundSeal> seals, double pitch) {
  if (red_ink.empty() || pitch <= 0) return false;
  const double scale = std::min(1., kReducedPitch / pitch);
  const double p = pitch * scale;
  cv::Mat1b ink = red_beside_seals(red_ink, seals, scale, kLeastStrength);
  const int gap = 2 * static_cast<int>(std::lround(kStrokeGap * p / 2)) + 1;
  cv::morphologyEx(ink, ink, cv::MORPH_CLOSE, cv::Mat1b(gap, gap, uchar{1}));
  cv::Mat1i labels;
  cv::Mat stats, centers;
  const int count = cv::connectedComponentsWithStats(ink, labels, stats, centers, 8);
  std::size_t characters = 0;
  for (int i = 1; i < count; ++i) {
    const int* stat = stats.ptr<int>(i);
    const double longer = std::max(stat[cv::CC_STAT_WIDTH], stat[cv::CC_STAT_HEIGHT]);
    // Columns of joined writing are long and not thin: several characters.
    const double shorter = std::min(stat[cv::CC_STAT_WIDTH], stat[cv::CC_STAT_HEIGHT]);
    if (longer < kLeastCharacter * p || shorter > kMostCharacter * p) continue;
    if (longer <= kMostCharacter * p)
      ++characters;
    else if (shorter >= kLeastWidth * p)
      characters += static_cast<std::size_t>(longer / shorter);
  }
  return characters >= kFewest;
}

void add_red_notes(const std::vector<DetectedLine>& lines,
                   const cv::Mat& only_red,
                   std::span<const FoundSeal> seals,
                   const TextExtent& text,
                   LayoutBuilder& builder) {
  const auto columns = columns_among(parted_at_the_top(lines, only_red, text), seals, text.pitch);
  const auto remarks = remarks_of(columns, text.pitch);
  for (std::size_t first = 0; first < columns.size(); ++first) {
    std::vector<DraftLine> drafts;
    bool above = true;
    for (std::size_t i = first; i < columns.size(); ++i)
      above &= remarks[i] != first ||
               box_of(columns[i]).bottom() < text.top + kReachesIntoText * text.pitch;
    for (std::size_t i = first; i < columns.size(); ++i)
      if (remarks[i] == first)
        drafts.push_back(drafted(columns[i],
                                 above ? Stream::head_note : Stream::side_note,
                                 static_cast<int>(drafts.size())));
    builder.add_region(
        above ? RegionKind::head_margin : RegionKind::text, WritingMode::vertical_rl, drafts);
  }
}

}  // namespace wenlan
