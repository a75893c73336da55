// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/white_strips.h"

#include <algorithm>
#include <numeric>

#include <opencv2/core.hpp>

#include "engine/segment/ruling_lines.h"
#include "engine/segment/sheet_ink.h"

namespace wenlan {
namespace {

constexpr double kMoreWhite = 1.5;        // down over across
constexpr double kLeastWhite = .15;       // of the width of the block
constexpr double kOfOneCharacter = .75;   // of the columns, at least
constexpr std::size_t kFewestStrips = 2;  // columns
// In sizes of a character.
constexpr double kBetween = .12;  // white between two columns, at least
constexpr double kNarrow = .6;    // of a character in two parts
constexpr double kWhole = 1.25;   // of the two together
constexpr double kWidest = 1.6;
constexpr double kThinnest = .4;
constexpr double kSpeck = .1;    // squared: smaller spots are dirt
constexpr double kRule = .13;    // ink as thin beyond the block is a rule
constexpr double kAround = .25;  // outlines stop short of the ink
constexpr double kBeyond = .9;   // from one character to the next of one column, at most

class WhiteCut {
 public:
  WhiteCut(const cv::Mat1b& ink, double scale, const PrintedBlock& block)
      : scale_(scale), block_(block) {
    const double speck = kSpeck * block.size * scale;
    const cv::Rect room(cv::Point2d(block.room.left, block.room.top) * scale,
                        cv::Point2d(block.room.right, block.room.bottom) * scale);
    const cv::Rect seen = room & cv::Rect({0, 0}, ink.size());
    ink_.create(ink.size());
    ink_.setTo(0);
    if (!seen.empty()) without_specks(ink(seen).clone(), speck * speck).copyTo(ink_(seen));
    cv::transpose(ink_, turned_);
  }

  bool is_of_columns() const {
    const double down = length_of(blanks_across(ink_, scale_, block_.area)) / block_.area.width();
    const double across = length_of(blanks_down(block_.area)) / block_.area.height();
    return down > kLeastWhite && down > kMoreWhite * across;
  }

  // Parted by white, characters of two parts joined again.
  std::vector<Extent> strips() const {
    const Extent& area = block_.area;
    const double around = kAround * block_.size;
    const Extent wide{std::max(block_.room.left, area.left - around),
                      area.top,
                      std::min(block_.room.right, area.right + around),
                      area.bottom};
    std::vector<Extent> strips;
    double from = wide.left;
    const auto add = [&](double to) {
      const Extent strip{from, area.top, to, area.bottom};
      if (strip.width() < kRule * block_.size) return;
      if (!strips.empty() && to - strips.back().left < kWhole * block_.size &&
          std::min(strip.width(), strips.back().width()) < kNarrow * block_.size)
        strips.back().right = to;
      else
        strips.push_back(strip);
    };
    for (const Stretch& blank : blanks_across(ink_, scale_, wide)) {
      if (blank.length() < kBetween * block_.size) continue;
      add(blank.from);
      from = blank.to;
    }
    add(wide.right);
    return strips;
  }

  // The strip as far as its ink goes, beyond the block too: what was passed over stands there.
  Extent on_ink(const Extent& strip) const {
    const Extent tall{strip.left, block_.room.top, strip.right, block_.room.bottom};
    std::vector<Stretch> runs;  // of ink, from the top
    double from = tall.top;
    for (const Stretch& blank : blanks_down(tall)) {
      if (blank.from > from) runs.push_back({from, blank.from});
      from = blank.to;
    }
    if (tall.bottom > from) runs.push_back({from, tall.bottom});
    std::erase_if(runs, [&](const Stretch& run) {
      const bool beyond = run.from < block_.area.top || run.to > block_.area.bottom;
      return beyond && run.length() < kRule * block_.size;
    });
    Extent found{strip.left, block_.area.bottom, strip.right, block_.area.top};  // nothing yet
    for (const Stretch& run : runs) {
      const bool upper = run.to<block_.area.top, lower = run.from> block_.area.bottom;
      if (upper || lower) continue;
      found.top = std::min(found.top, run.from);
      found.bottom = std::max(found.bottom, run.to);
    }
    for (auto run = runs.rbegin(); run != runs.rend(); ++run)
      if (run->to <= found.top && found.top - run->to < kBeyond * block_.size)
        found.top = run->from;
    for (const Stretch& run : runs)
      if (run.from >= found.bottom && run.from - found.bottom < kBeyond * block_.size)
        found.bottom = run.to;
    return found;
  }

 private:
  static double length_of(const std::vector<Stretch>& stretches) {
    return std::accumulate(stretches.begin(), stretches.end(), 0., [](double sum, auto& stretch) {
      return sum + stretch.length();
    });
  }

  // Stretches along the height of the strip without ink over its whole width, from the top.
  std::vector<Stretch> blanks_down(const Extent& strip) const {
    return blanks_across(turned_, scale_, {strip.top, strip.left, strip.bottom, strip.right});
  }

  double scale_;
  const PrintedBlock& block_;
  cv::Mat1b ink_, turned_;  // of the room, without specks; with x and y exchanged
};

}  // namespace

std::vector<Extent> columns_by_white(const cv::Mat1b& ink,
                                     double scale,
                                     const PrintedBlock& block) {
  const WhiteCut cut(ink, scale, block);
  if (!cut.is_of_columns()) return {};
  const auto strips = cut.strips();
  const auto of_one = std::count_if(strips.begin(), strips.end(), [&](const Extent& strip) {
    return strip.width() < kWidest * block.size && strip.width() > kThinnest * block.size;
  });
  if (strips.size() < kFewestStrips ||
      static_cast<double>(of_one) < kOfOneCharacter * static_cast<double>(strips.size()))
    return {};
  std::vector<Extent> columns;
  for (const Extent& strip : strips)
    if (const Extent column = cut.on_ink(strip); column.height() > 0) columns.push_back(column);
  return columns;
}

}  // namespace wenlan
