// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/turned_blocks.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <numeric>
#include <utility>

#include <opencv2/core.hpp>

#include "engine/segment/detect_lines.h"
#include "engine/segment/printed_rules.h"
#include "engine/segment/sheet_pieces.h"
#include "engine/segment/weighted.h"
#include "engine/segment/white_strips.h"

namespace wenlan {
namespace {

constexpr double kSurelyLong = 6;    // length over width of a line that runs as the page does
constexpr double kSurelyDown = 1.5;  // height over width
constexpr double kLikeSize = 1.6;
constexpr std::size_t kFewestPieces = 4;
constexpr double kMostLines = .15;      // of the area of a block, lines of the page
constexpr double kLeastOtherwise = .1;  // of the area of its pieces
// In sizes of a character.
constexpr double kClose = .9;           // between two pieces of one block
constexpr double kTouching = .3;        // between lines seen crosswise, less than between lines
constexpr double kOverlap = .35;        // outlines reach into each other
constexpr double kRoom = .7;            // around a block, for what was passed over
constexpr double kBeside = .5;          // of the narrower line
constexpr double kFewestInBlock = 3.5;  // characters along both sides

using Indices = std::vector<std::size_t>;

double size_of(const Extent& extent) {
  return std::min(extent.width(), extent.height());
}

Extent exchanged(const Extent& extent) {
  return {extent.top, extent.left, extent.bottom, extent.right};
}

double area_of(const Extent& extent) {
  return extent.width() * extent.height();
}

double shared_area(const Extent& a, const Extent& b) {
  return std::max(0., shared_across(a, b)) * std::max(0., shared_down(a, b));
}

// Groups of those of `count` things that `are_together` is true of, each from the lowest index.
template <typename Together>
std::vector<Indices> groups_of(std::size_t count, const Together& are_together) {
  std::vector<std::size_t> root(count);
  std::iota(root.begin(), root.end(), std::size_t{0});
  const auto find = [&](std::size_t i) {
    while (root[i] != i) i = root[i] = root[root[i]];
    return i;
  };
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = i + 1; j < count; ++j)
      if (are_together(i, j)) root[find(j)] = find(i);
  std::vector<Indices> groups(count);
  for (std::size_t i = 0; i < count; ++i) groups[find(i)].push_back(i);
  std::erase_if(groups, [](const Indices& group) { return group.empty(); });
  return groups;
}

// The lines in a frame in which those of the page run across.
class PageLines {
 public:
  PageLines(const std::vector<DetectedLine>& lines, bool vertical) {
    for (const auto& line : lines) {
      const auto box = bounding_box(line.outline);
      const Extent extent{box.x, box.y, box.right(), box.bottom()};
      extents_.push_back(vertical ? exchanged(extent) : extent);
    }
    // Columns of small notes touch each other as rows do that are columns seen crosswise.
    if (!vertical) find_crosswise();
  }

  std::vector<PrintedBlock> blocks() const {
    const auto groups = groups_of(
        extents_.size(), [&](std::size_t i, std::size_t j) { return are_of_one_block(i, j); });
    std::vector<PrintedBlock> blocks;
    for (const Indices& group : groups) {
      if (group.size() < kFewestPieces) continue;
      const PrintedBlock block = block_of(group);
      if (std::min(block.area.width(), block.area.height()) < kFewestInBlock * block.size ||
          lines_over(block.area) > kMostLines * area_of(block.area) || is_whole(group))
        continue;
      blocks.push_back(block);
    }
    return blocks;
  }

  // Does most of the line stand in the area?
  bool stands_in(std::size_t line, const Extent& area) const {
    return shared_area(extents_[line], area) > kBeside * area_of(extents_[line]);
  }

 private:
  bool is_sure(std::size_t i) const {
    return extents_[i].width() > kSurelyLong * extents_[i].height() &&
           (crosswise_.empty() || !crosswise_[i]);
  }

  void find_crosswise() {
    crosswise_.assign(extents_.size(), false);
    const auto stacks = groups_of(extents_.size(), [&](std::size_t i, std::size_t j) {
      return touches_below(extents_[i], extents_[j]) || touches_below(extents_[j], extents_[i]);
    });
    for (const Indices& stack : stacks)
      if (stack.size() >= kFewestPieces)
        for (const auto i : stack) crosswise_[i] = true;
  }

  static bool touches_below(const Extent& upper, const Extent& lower) {
    const double low = std::min(upper.height(), lower.height());
    const double high = std::max(upper.height(), lower.height());
    const double gap = lower.top - upper.bottom;
    return lower.middle() > upper.middle() && gap < kTouching * low && gap > -kOverlap * low &&
           high < kLikeSize * low &&
           shared_across(upper, lower) > kBeside * std::min(upper.width(), lower.width());
  }

  bool are_of_one_block(std::size_t i, std::size_t j) const {
    if (is_sure(i) || is_sure(j)) return false;
    const Extent &a = extents_[i], &b = extents_[j];
    const double small = std::min(size_of(a), size_of(b));
    return std::max(size_of(a), size_of(b)) < kLikeSize * small &&
           shared_across(a, b) > -kClose * small && shared_down(a, b) > -kClose * small;
  }

  PrintedBlock block_of(const Indices& group) const {
    PrintedBlock block{extents_[group.front()], {}, 0};
    std::vector<double> sizes;
    for (const auto i : group) {
      block.area = united(block.area, extents_[i]);
      sizes.push_back(size_of(extents_[i]));
    }
    block.size = median(std::move(sizes));
    block.room = room_around(block);
    return block;
  }

  // Do nearly all pieces of the block run down, as its lines are thought to? Then these were found.
  bool is_whole(const Indices& group) const {
    double all = 0, otherwise = 0;
    for (const auto i : group) {
      all += area_of(extents_[i]);
      if (extents_[i].height() < kSurelyDown * extents_[i].width())
        otherwise += area_of(extents_[i]);
    }
    return otherwise < kLeastOtherwise * all;
  }

  double lines_over(const Extent& area) const {
    double over = 0;
    for (std::size_t i = 0; i < extents_.size(); ++i)
      if (is_sure(i)) over += shared_area(extents_[i], area);
    return over;
  }

  // As far as no other line stands there.
  Extent room_around(const PrintedBlock& block) const {
    const Extent& area = block.area;
    const double reach = kRoom * block.size, slack = kOverlap * block.size;
    Extent room{area.left - reach, area.top - reach, area.right + reach, area.bottom + reach};
    for (std::size_t i = 0; i < extents_.size(); ++i) {
      const Extent& other = extents_[i];
      if (stands_in(i, area) || shared_area(other, room) <= 0) continue;
      if (other.bottom < area.top + slack) room.top = std::max(room.top, other.bottom);
      if (other.top > area.bottom - slack) room.bottom = std::min(room.bottom, other.top);
      if (other.right < area.left + slack) room.left = std::max(room.left, other.right);
      if (other.left > area.right - slack) room.right = std::min(room.right, other.left);
    }
    return room;
  }

  std::vector<Extent> extents_;
  std::vector<bool> crosswise_;
};

float usual_confidence(const std::vector<DetectedLine>& lines, const std::vector<bool>& which) {
  std::vector<double> values;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (which[i]) values.push_back(lines[i].confidence);
  return static_cast<float>(median(std::move(values)));
}

}  // namespace

std::vector<DetectedLine> turn_blocks(std::vector<DetectedLine> lines,
                                      const cv::Mat& pixels,
                                      bool vertical) {
  const PageLines page(lines, vertical);
  const auto blocks = page.blocks();
  if (blocks.empty()) return lines;
  const InkPicture picture = ink_of_print(pixels, usual_width(lines));
  cv::Mat1b ink = picture.strong;
  if (vertical) cv::transpose(picture.strong, ink);
  std::vector<bool> out(lines.size());
  std::vector<DetectedLine> turned;
  for (const PrintedBlock& block : blocks) {
    const auto columns = columns_by_white(ink, picture.scale, block);
    if (columns.empty()) continue;
    std::vector<bool> within(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) within[i] = page.stands_in(i, block.area);
    const float confidence = usual_confidence(lines, within);
    for (const Extent& column : columns)
      turned.push_back({outline_of(vertical ? exchanged(column) : column), confidence});
    std::transform(within.begin(), within.end(), out.begin(), out.begin(), std::logical_or<>());
  }
  std::vector<DetectedLine> all;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (!out[i]) all.push_back(std::move(lines[i]));
  std::move(turned.begin(), turned.end(), std::back_inserter(all));
  return all;
}

}  // namespace wenlan
