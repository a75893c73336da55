// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/explain_layout.h"

#include <algorithm>
#include <array>
#include <string>

#include <opencv2/imgproc.hpp>

namespace wenlan {
namespace {

constexpr int kHighest = 2000;
constexpr double kInk = .25;  // of a filled line
constexpr int kDot = 12;      // pixels from dot to dot along the edge of a column

// Blue, green, red.
const cv::Scalar kRuleColour{40, 170, 40}, kColumnColour{230, 150, 60}, kRegionColour{200, 60, 60},
    kDoubtColour{0, 0, 255}, kLeftOutColour{110, 110, 110};

// Of circles, dots and ticks.
const std::array<cv::Scalar, kMarkKinds.size()> kMarkColours{
    {{255, 0, 255}, {0, 140, 255}, {255, 160, 0}}};

cv::Scalar colour_of(const Line& line) {
  switch (line.stream) {
    case Stream::main:
      return {60, 160, 30};
    case Stream::note:
      return line.note_half == NoteHalf::right  ? cv::Scalar{220, 120, 0}
             : line.note_half == NoteHalf::left ? cv::Scalar{200, 0, 160}
                                                : cv::Scalar{160, 160, 0};
    case Stream::running_title:
      return {0, 120, 230};
    case Stream::head_note:
    case Stream::side_note:
      return {0, 200, 200};
    default:
      return {80, 80, 80};
  }
}

class Explanation {
 public:
  explicit Explanation(const CleanPage& page)
      : placement_(page.placement),
        scale_(std::min(1., double{kHighest} / std::max(1, page.pixels.rows))) {
    cv::resize(page.pixels, picture_, {}, scale_, scale_, cv::INTER_AREA);
  }

  void draw_trace(const LayoutTrace& trace) {
    for (const auto& rule : trace.rules)
      cv::polylines(picture_, std::vector{corners(rule)}, false, kRuleColour, 2);
    for (const auto& column : trace.columns) dot(corners(column));
  }

  void draw_lines(const Layout& layout) {
    cv::Mat filled = picture_.clone();
    for (const auto& line : layout.lines) {
      const auto points = corners(placement_.to_clean(line.outline));
      if (points.size() > 2) cv::fillPoly(filled, std::vector{points}, colour_of(line));
    }
    cv::addWeighted(filled, kInk, picture_, 1 - kInk, 0, picture_);
    for (const auto& region : layout.regions) frame(region.outline, kRegionColour, 3);
    for (const auto& line : layout.lines) {
      const bool doubtful = line.confidence < kDoubtfulLine;
      frame(line.outline, doubtful ? kDoubtColour : colour_of(line), doubtful ? 3 : 1);
    }
  }

  // Each in the colour of what it is.
  void draw_marks(const Layout& layout) {
    for (const auto& mark : layout.marks)
      frame(outline_of(mark.box), kMarkColours[static_cast<std::size_t>(mark.kind)], 2);
  }

  void draw_order(const Layout& layout) {
    for (std::size_t i = 0; i < layout.lines.size(); ++i) {
      const cv::Point at = middle_of(layout.lines[i]);
      if (i > 0) cv::line(picture_, middle_of(layout.lines[i - 1]), at, {180, 180, 255}, 1);
      write(std::to_string(i + 1), at, kDoubtColour);
    }
  }

  void draw_left_out(const LayoutTrace& trace) {
    for (const auto& left : trace.left_out) {
      const auto points = corners(left.outline);
      if (points.size() < 3) continue;
      cv::polylines(picture_, std::vector{points}, true, kLeftOutColour, 2);
      const cv::Rect box = cv::boundingRect(points);
      cv::line(picture_, box.tl(), box.br(), kLeftOutColour, 1);
      write(left.why, {box.x, box.y + box.height / 2}, kLeftOutColour);
    }
  }

  cv::Mat take() { return std::move(picture_); }

 private:
  std::vector<cv::Point> corners(const Polygon<CleanSpace>& outline) const {
    std::vector<cv::Point> points;
    for (const auto& point : outline)
      points.emplace_back(static_cast<int>(point.x * scale_), static_cast<int>(point.y * scale_));
    return points;
  }

  cv::Point middle_of(const Line& line) const {
    const auto center = bounding_box(placement_.to_clean(line.outline)).center();
    return {static_cast<int>(center.x * scale_), static_cast<int>(center.y * scale_)};
  }

  void frame(const Polygon<ScanSpace>& outline, const cv::Scalar& colour, int thickness) {
    const auto points = corners(placement_.to_clean(outline));
    if (points.size() > 2) cv::polylines(picture_, std::vector{points}, true, colour, thickness);
  }

  void dot(const std::vector<cv::Point>& outline) {
    for (std::size_t i = 0; i < outline.size(); ++i) {
      const cv::Point from = outline[i], to = outline[(i + 1) % outline.size()];
      const int dots = static_cast<int>(cv::norm(to - from)) / kDot;
      for (int n = 0; n < dots; ++n)
        cv::circle(picture_, from + (to - from) * n / dots, 2, kColumnColour, cv::FILLED);
    }
  }

  void write(const std::string& text, const cv::Point& at, const cv::Scalar& colour) {
    cv::putText(picture_, text, at, cv::FONT_HERSHEY_SIMPLEX, .6, {255, 255, 255}, 4);
    cv::putText(picture_, text, at, cv::FONT_HERSHEY_SIMPLEX, .6, colour, 2);
  }

  const Placement& placement_;
  double scale_;
  cv::Mat picture_;
};

}  // namespace

cv::Mat explain_layout(const CleanPage& page, const Layout& layout, const LayoutTrace& trace) {
  Explanation explanation(page);
  explanation.draw_trace(trace);
  explanation.draw_lines(layout);
  explanation.draw_marks(layout);
  explanation.draw_order(layout);
  explanation.draw_left_out(trace);
  return explanation.take();
}

}  // namespace wenlan
