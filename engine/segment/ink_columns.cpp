// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/ink_columns.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <opencv2/core.hpp>

namespace wenlan {
namespace {

constexpr double kFewestColumns = 6, kMostColumns = 60;  // across the text
constexpr double kPitchStep = 1.0025;
constexpr double kLane = .08;         // pitches that a lane is wide
constexpr double kWidePitch = .1;     // of one e times as large: half the lanes are white too
constexpr double kMostLaneInk = .12;  // of that of the columns
constexpr double kLeastMiddleInk =
    .7;  // of that of the columns: less is a lane, with a column at either side
constexpr double kStray = .12;     // pitches that a lane may stand off the grid
constexpr double kBareRow = .004;  // of the width of the text
constexpr double kBetweenRegisters = .5, kLowestRegister = 2;  // pitches
constexpr double kSpeck = .02, kLeastInk = .3;                 // pitches: of a row, of a column
constexpr double kSlice = .5;                                  // pitches

struct Stretch {
  int begin, end;
  int length() const { return end - begin; }
};

// A stretch of the upright ink and what its columns of pixels hold, summed up from the left.
struct Band {
  Stretch rows;
  std::vector<double> ink_before;

  double between(double from, double to) const { return before(to) - before(from); }

 private:
  double before(double x) const {
    const double last = static_cast<double>(ink_before.size() - 1);
    const double at = std::clamp(x, 0., last);
    const auto whole = static_cast<std::size_t>(at);
    const double rest = at - static_cast<double>(whole);
    return rest > 0 ? ink_before[whole] * (1 - rest) + ink_before[whole + 1] * rest
                    : ink_before[whole];
  }
};

struct Lattice {
  double pitch = 0, cost = std::numeric_limits<double>::max(), lane_ink = 1;
};

class Finder {
 public:
  Finder(const InkPicture& ink, const Straightening& straightening, const Box<CleanSpace>& text)
      : straightening_(straightening), scale_(ink.scale), text_(text) {
    make_upright(ink);
  }

  std::optional<InkColumns> find() {
    if (upright_.empty()) return std::nullopt;
    const auto rows = inked_rows();
    // Which white parts registers depends on the pitch, and the pitch on the registers.
    bands_ = {band_of({0, upright_.rows})};
    Lattice best = best_lattice();
    if (!(best.pitch > 0)) return std::nullopt;
    bands_.clear();
    for (const auto& stretch : registers_of(rows, best.pitch)) bands_.push_back(band_of(stretch));
    if (bands_.empty()) return std::nullopt;
    best = best_lattice();
    if (best.lane_ink > kMostLaneInk || middle_ink(best.pitch) < kLeastMiddleInk)
      return std::nullopt;
    InkColumns found{best.pitch / scale_, best.lane_ink, {}};
    for (const auto& band : bands_) add_columns(band, best.pitch, found.lines);
    return found;
  }

 private:
  // The ink of the text in the straightened frame, without rules.
  void make_upright(const InkPicture& ink) {
    const double expected = text_.width / kFewestColumns;
    cv::Mat1b writing = ink.strong.clone();
    writing.setTo(0, rule_ink(ink, std::min<double>(expected, text_.width / 25)));
    top_ = std::max(0, static_cast<int>(text_.y * scale_));
    const int bottom = std::min(writing.rows, static_cast<int>(text_.bottom() * scale_));
    left_ = text_.x;
    const int width = static_cast<int>(text_.width * scale_);
    if (bottom - top_ < 8 || width < 8) return;
    upright_ = cv::Mat1b(bottom - top_, width, uchar{0});
    for (int row = 0; row < upright_.rows; ++row) {
      const double x = straightening_.from_upright(left_, y_at(row)) * scale_;
      const int from = static_cast<int>(std::lround(x));
      const int begin = std::max(0, -from), end = std::min(width, writing.cols - from);
      if (begin < end)
        writing.row(top_ + row)
            .colRange(from + begin, from + end)
            .copyTo(upright_.row(row).colRange(begin, end));
    }
  }

  double y_at(double row) const { return (top_ + row) / scale_; }
  double u_at(double x) const { return left_ + x / scale_; }

  std::vector<int> inked_rows() const {
    std::vector<int> ink(upright_.rows);
    for (int row = 0; row < upright_.rows; ++row) ink[row] = cv::countNonZero(upright_.row(row));
    return ink;
  }

  std::vector<Stretch> registers_of(const std::vector<int>& ink, double pitch) const {
    std::vector<Stretch> stretches;
    const double least = std::max(1., kBareRow * upright_.cols);
    for (int row = 0; row < upright_.rows; ++row) {
      if (ink[row] <= least) continue;
      if (stretches.empty() || row - stretches.back().end > kBetweenRegisters * pitch)
        stretches.push_back({row, row + 1});
      stretches.back().end = row + 1;
    }
    std::erase_if(stretches,
                  [&](const Stretch& all) { return all.length() < kLowestRegister * pitch; });
    return stretches;
  }

  Band band_of(Stretch rows) const {
    Band band{rows, {0}};
    cv::Mat1i sums;
    cv::reduce(upright_.rowRange(rows.begin, rows.end), sums, 0, cv::REDUCE_SUM, CV_32S);
    for (int x = 0; x < sums.cols; ++x)
      band.ink_before.push_back(band.ink_before.back() + sums(0, x) / 255.);
    return band;
  }

  double ink_of_all() const {
    double all = 0;
    for (const auto& band : bands_) all += band.ink_before.back();
    return all;
  }

  static double half_lane(double pitch) { return std::max(.5, kLane * pitch / 2); }

  // Ink of strips as wide as lanes, a pitch from each other.
  double strips_at(const Band& band, double first, double pitch) const {
    const double half = half_lane(pitch);
    double sum = 0;
    for (double x = std::fmod(first, pitch); x < upright_.cols; x += pitch)
      sum += band.between(x - half, x + half);
    return sum;
  }

  // That of the middles between lanes, over that of as much of the columns: characters as wide as
  // the column cross them.
  double middle_ink(double pitch) const {
    double middles = 0;
    for (const auto& band : bands_)
      middles += strips_at(band, place_of(band, pitch).first + pitch / 2, pitch);
    return middles / (ink_of_all() * std::max(1 / pitch, kLane));
  }

  // Ink of the lanes of a band, at the place of the grid where they hold least of it.
  std::pair<double, double> place_of(const Band& band, double pitch) const {
    double least = std::numeric_limits<double>::max(), place = 0;
    for (double at = 0; at < pitch; at += 1) {
      const double sum = strips_at(band, at, pitch);
      if (sum >= least) continue;
      least = sum;
      place = at;
    }
    return {place, least};
  }

  Lattice best_lattice() const {
    Lattice best;
    const double all = ink_of_all();
    if (!(all > 0)) return best;
    for (double pitch = upright_.cols / kMostColumns; pitch < upright_.cols / kFewestColumns;
         pitch *= kPitchStep) {
      double lanes = 0;
      for (const auto& band : bands_) lanes += place_of(band, pitch).second;
      const double ink = lanes / (all * std::max(1 / pitch, kLane));
      const double cost = ink + kWidePitch * std::log(pitch);
      if (cost < best.cost) best = {pitch, cost, ink};
    }
    return best;
  }

  void add_columns(const Band& band, double pitch, std::vector<FoundLine>& lines) const {
    std::vector<double> lanes;
    for (double x = place_of(band, pitch).first - pitch; x < upright_.cols + pitch; x += pitch)
      lanes.push_back(whitest_near(band, x, pitch));
    for (std::size_t i = 0; i + 1 < lanes.size(); ++i)
      add_column(band, lanes[i], lanes[i + 1], pitch, lines);
  }

  double whitest_near(const Band& band, double x, double pitch) const {
    const double half = half_lane(pitch);
    double best = x, least = std::numeric_limits<double>::max();
    for (double off = 0; off <= kStray * pitch; off += .5)
      for (const double at : {x - off, x + off}) {
        const double ink = band.between(at - half, at + half);
        if (ink >= least) continue;
        least = ink;
        best = at;
      }
    return best;
  }

  void add_column(const Band& band,
                  double left,
                  double right,
                  double pitch,
                  std::vector<FoundLine>& lines) const {
    const int from = std::max(0, static_cast<int>(std::lround(left)));
    const int to = std::min(upright_.cols, static_cast<int>(std::lround(right)));
    if (to - from < pitch / 2) return;
    int first = -1, last = -1, inked = 0;
    for (int row = band.rows.begin; row < band.rows.end; ++row) {
      if (cv::countNonZero(upright_.row(row).colRange(from, to)) <= kSpeck * pitch) continue;
      if (first < 0) first = row;
      last = row;
      ++inked;
    }
    if (inked < kLeastInk * pitch) return;
    const double top = y_at(first), bottom = y_at(last + 1);
    const int count = 2 + static_cast<int>((bottom - top) * scale_ / (kSlice * pitch));
    const double middle = (from + to) / 2.,
                 half = std::min(to - from, static_cast<int>(pitch)) / 2.;
    FoundLine line;
    for (int slice = 0; slice < count; ++slice) {
      const double y = top + (bottom - top) * slice / (count - 1);
      line.slices.push_back({y,
                             straightening_.from_upright(u_at(middle - half), y),
                             straightening_.from_upright(u_at(middle + half), y)});
    }
    lines.push_back(std::move(line));
  }

  const Straightening& straightening_;
  double scale_;
  Box<CleanSpace> text_;
  double left_ = 0;
  int top_ = 0;
  cv::Mat1b upright_;
  std::vector<Band> bands_;
};

}  // namespace

std::optional<InkColumns> find_ink_columns(const InkPicture& ink,
                                           const Straightening& straightening,
                                           const Box<CleanSpace>& text) {
  return Finder(ink, straightening, text).find();
}

}  // namespace wenlan
