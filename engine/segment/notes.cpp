// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/notes.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <numeric>

namespace wenlan {
namespace {

constexpr double kTinyWidth = .75;  // of the border between half and main lines
constexpr double kStepWidth = 1.3;  // of that border: the widest that steps aside from its line
// Lengths in pitches.
constexpr double kApart = .28;        // centers of two lines side by side, at least
constexpr double kSharedHeight = .4;  // of the shorter line
constexpr double kWidestNote = .8;
constexpr double kCentered = .1;
constexpr double kMuchLonger = 2;  // a main line beside specks is so much longer than they
constexpr double kOffCenter = .08;
constexpr double kOffBesideRows = .2;  // the same where a double row stops or begins
constexpr double kSteppedAside = .17;  // from the main line above
constexpr double kLoneHeight = 1.5, kLoneOff = .19;
constexpr double kLoneWidth = 1.15;  // of the border between half and main lines
constexpr double kLongestStep = 4;
constexpr double kTouching = .5;   // gap between two lines that follow each other
constexpr double kSameNote = 1.2;  // gap between pieces of one note with no main between
constexpr double kSameRow = .12;   // across, of pieces of one row
constexpr double kRowTail = 1;     // what one row of a note may be longer than the other

bool are_partners(const UprightLine& a, const UprightLine& b, const Grid& grid) {
  // What may be a speck makes no note of a main line.
  if (a.doubtful != b.doubtful && (a.doubtful ? b : a).width_as_seen() > grid.half_border)
    return false;
  const double pitch = grid.pitch;
  return std::abs(a.center - b.center) > kApart * pitch &&
         overlap_along(a, b) > kSharedHeight * std::min(a.height(), b.height());
}

// One column, its lines in order of height.
class ColumnReader {
 public:
  ColumnReader(std::span<const UprightLine> lines, const Column& column, const Grid& grid)
      : lines_(lines), column_(column), grid_(grid), count_(column.lines.size()) {
    find_partners();
  }

  std::vector<PlacedLine> read(bool notes_expected) {
    is_note_.resize(count_);
    for (std::size_t i = 0; i < count_; ++i) is_note_[i] = notes_expected && looks_like_note(i);
    return in_order(segments());
  }

 private:
  const UprightLine& line(std::size_t i) const { return lines_[column_.lines[i]]; }
  double off_center(std::size_t i) const { return line(i).center - column_.center(); }

  void find_partners() {
    partners_.resize(count_);
    for (std::size_t i = 0; i < count_; ++i)
      for (std::size_t j = 0; j < i; ++j) {
        if (!are_partners(line(i), line(j), grid_) || is_speck_beside_text(i, j)) continue;
        partners_[i].push_back(j);
        partners_[j].push_back(i);
      }
  }

  // Half lines stand off the middle of their column.
  bool is_speck_beside_text(std::size_t i, std::size_t j) const {
    if (line(i).doubtful == line(j).doubtful) return false;
    return std::abs(off_center(line(i).doubtful ? j : i)) < kCentered * grid_.pitch;
  }

  bool looks_like_note(std::size_t i) const {
    const double width = line(i).width_as_seen();
    const double off = std::abs(off_center(i)) / grid_.pitch;
    if (!partners_[i].empty() && line(i).width < kWidestNote * grid_.pitch)
      return !is_main_beside_specks(i);
    if (touches_double_row(i)) return width < grid_.half_border && off > kOffBesideRows;
    if (width < grid_.half_border && off > kOffCenter) return true;
    if (is_lone_half(i)) return true;
    return width < kTinyWidth * grid_.half_border || steps_aside(i);
  }

  // The last character of a note in the next column: outlines of single characters are wide.
  bool is_lone_half(std::size_t i) const {
    return count_ == 1 && line(i).height() < kLoneHeight * grid_.pitch &&
           line(i).width_as_seen() < kLoneWidth * grid_.half_border &&
           std::abs(off_center(i)) > kLoneOff * grid_.pitch;
  }

  // Rows of a note are of one length: what stands alone above or below them is no row.
  bool touches_double_row(std::size_t i) const {
    for (std::size_t j = 0; j < count_; ++j)
      if (!partners_[j].empty() && std::abs(gap_between(i, j)) < kTouching * grid_.pitch)
        return true;
    return false;
  }

  // A note of a single row: short, right below a main line and not in line with it.
  bool steps_aside(std::size_t i) const {
    if (line(i).width_as_seen() > kStepWidth * grid_.half_border ||
        line(i).height() > kLongestStep * grid_.pitch)
      return false;
    for (std::size_t j = 0; j < count_; ++j)
      if (line(j).middle() < line(i).top && std::abs(gap_between(i, j)) < kTouching * grid_.pitch &&
          std::abs(off_center(j)) < kCentered * grid_.pitch &&
          std::abs(line(i).center - line(j).center) > kSteppedAside * grid_.pitch)
        return true;
    return false;
  }

  double gap_between(std::size_t i, std::size_t j) const {
    return -overlap_along(line(i), line(j));
  }

  bool is_main_beside_specks(std::size_t i) const {
    double longest = 0;
    for (const auto j : partners_[i]) longest = std::max(longest, line(j).height());
    return line(i).width_as_seen() > grid_.half_border &&
           std::abs(off_center(i)) < kCentered * grid_.pitch &&
           line(i).height() > kMuchLonger * longest;
  }

  // Lines side by side, or a line alone.
  struct Group {
    std::vector<std::size_t> members;
    double top, bottom;
    bool doubled() const { return members.size() > 1; }
  };

  // The number of its segment for each line; main lines are segments of their own.
  std::vector<std::size_t> segments() const {
    std::vector<std::size_t> root(count_);
    std::iota(root.begin(), root.end(), 0);
    const std::function<std::size_t(std::size_t)> find = [&](std::size_t i) {
      return root[i] == i ? i : root[i] = find(root[i]);
    };
    for (std::size_t i = 0; i < count_; ++i)
      for (const auto j : partners_[i])
        if (is_note_[i] && is_note_[j]) root[find(i)] = find(j);
    for (std::size_t i = 0; i < count_; ++i) root[i] = find(i);
    const auto groups = groups_of(root);
    for (std::size_t g = 0; g + 1 < groups.size(); ++g)
      if (runs_on(groups, g)) root[find(groups[g].members[0])] = find(groups[g + 1].members[0]);
    for (std::size_t i = 0; i < count_; ++i) root[i] = find(i);
    return root;
  }

  // From top to bottom, main lines too.
  std::vector<Group> groups_of(const std::vector<std::size_t>& root) const {
    std::vector<Group> groups;
    std::map<std::size_t, std::size_t> at;
    for (std::size_t i = 0; i < count_; ++i) {
      const auto [where, fresh] = at.try_emplace(root[i], groups.size());
      if (fresh) groups.push_back({{}, line(i).top, line(i).bottom});
      Group& group = groups[where->second];
      group.members.push_back(i);
      group.bottom = std::max(group.bottom, line(i).bottom);
    }
    return groups;
  }

  // Is the group after this one more of the same note?
  bool runs_on(const std::vector<Group>& groups, std::size_t g) const {
    const Group &above = groups[g], &below = groups[g + 1];
    if (!is_note_[above.members[0]] || !is_note_[below.members[0]]) return false;
    if (below.top - above.bottom > kSameNote * grid_.pitch) return false;
    if (above.doubled() && below.doubled()) return true;
    if (!above.doubled() && !below.doubled()) return in_row(above.members[0], below);
    const bool head = below.doubled();
    const std::size_t alone = head ? above.members[0] : below.members[0];
    if (line(alone).height() > kRowTail * grid_.pitch) return false;
    if (!in_row(alone, head ? below : above)) return false;
    // Between two double rows it parts them.
    const std::size_t beyond = head ? g - 1 : g + 2;
    return beyond >= groups.size() || !groups[beyond].doubled();
  }

  bool in_row(std::size_t i, const Group& group) const {
    return std::any_of(group.members.begin(), group.members.end(), [&](auto j) {
      return std::abs(line(i).center - line(j).center) < kSameRow * grid_.pitch;
    });
  }

  std::vector<PlacedLine> in_order(const std::vector<std::size_t>& segment_of) const;
  NoteHalf half_of(std::size_t i, const std::vector<std::size_t>& segment_of) const;

  std::span<const UprightLine> lines_;
  const Column& column_;
  const Grid& grid_;
  std::size_t count_;
  std::vector<std::vector<std::size_t>> partners_;
  std::vector<bool> is_note_;
};

NoteHalf ColumnReader::half_of(std::size_t i, const std::vector<std::size_t>& segment_of) const {
  bool doubled = false;
  for (const auto j : partners_[i]) doubled = doubled || segment_of[j] == segment_of[i];
  if (!doubled && std::abs(off_center(i)) <= kOffCenter * grid_.pitch) return NoteHalf::single;
  if (doubled) {
    double beside = 0;
    for (const auto j : partners_[i]) beside += line(j).center;
    beside /= static_cast<double>(partners_[i].size());
    return line(i).center > beside ? NoteHalf::right : NoteHalf::left;
  }
  return off_center(i) > 0 ? NoteHalf::right : NoteHalf::left;
}

std::vector<PlacedLine> ColumnReader::in_order(const std::vector<std::size_t>& segment_of) const {
  struct Key {
    double top;
    std::size_t segment;
    int half;
    double own_top;
    std::size_t i;
    auto operator<=>(const Key&) const = default;
  };
  std::vector<double> top(count_, std::numeric_limits<double>::max());
  for (std::size_t i = 0; i < count_; ++i)
    top[segment_of[i]] = std::min(top[segment_of[i]], line(i).top);
  std::vector<Key> keys;
  for (std::size_t i = 0; i < count_; ++i) {
    const bool note = is_note_[i];
    const NoteHalf half = note ? half_of(i, segment_of) : NoteHalf::single;
    keys.push_back(
        {top[segment_of[i]], segment_of[i], half == NoteHalf::left, line(i).middle(), i});
  }
  std::sort(keys.begin(), keys.end());
  std::vector<PlacedLine> placed;
  int number = -1;
  for (std::size_t n = 0; n < keys.size(); ++n) {
    const std::size_t i = keys[n].i;
    if (!is_note_[i]) {
      placed.push_back({column_.lines[i], std::nullopt, std::nullopt});
      continue;
    }
    if (n == 0 || keys[n].segment != keys[n - 1].segment) ++number;
    placed.push_back({column_.lines[i], number, half_of(i, segment_of)});
  }
  return placed;
}

}  // namespace

std::vector<PlacedLine> read_column(std::span<const UprightLine> lines,
                                    const Column& column,
                                    const Grid& grid,
                                    bool notes_expected) {
  return ColumnReader(lines, column, grid).read(notes_expected);
}

bool has_double_rows(std::span<const UprightLine> lines,
                     std::span<const Column> columns,
                     const Grid& grid) {
  for (const auto& column : columns)
    for (std::size_t i = 0; i < column.lines.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        const auto& a = lines[column.lines[i]];
        const auto& b = lines[column.lines[j]];
        if (!a.doubtful && !b.doubtful && are_partners(a, b, grid) &&
            std::max(a.width, b.width) < kWidestNote * grid.pitch)
          return true;
      }
  return false;
}

}  // namespace wenlan
