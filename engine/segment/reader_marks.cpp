// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/reader_marks.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include <opencv2/imgproc.hpp>

#include "engine/segment/mark_shapes.h"
#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

// Lengths in pitches.
constexpr double kNearest = .27, kFarthest = .62;  // from the middle of a column
constexpr double kPastEnds = .15;                  // of a line
constexpr double kRuleHalf = .035;                 // around the middle of a rule
constexpr double kMostStrokes = .08;  // share of a column's length where strokes stand as far aside
constexpr double kSameSize = .3;      // about the median of the marks
constexpr double kOneSize = .25;      // the same, of circles within the text
constexpr std::size_t kFewestCircles = 4, kFewestOthers = 8, kFewestInText = 5, kFewestRed = 3;
constexpr double kLeftOfMiddle = -.08;  // pitches
constexpr double kMostOnLeft = .2;      // of those that are not
constexpr double kMostOfASize = .6;
constexpr double kSmall = .15;       // pitches: boxes that are parts of characters are larger
constexpr double kMoreThanLeft = 3;  // times as many on the right

constexpr double kRedPitch = 96;  // pixels of the picture that is looked at
constexpr int kLeastRed = 25;     // grey levels

// Something of the shape of a mark, and where it stands about the nearest column.
struct Candidate {
  MarkShape shape;
  double aside = 0;       // pitches to the right of the middle of its line; < 0 to the left
  bool by_itself = true;  // where the line has no strokes

  int size() const { return std::max(shape.box.width, shape.box.height); }
  bool is_beside() const {
    return by_itself && std::abs(aside) >= kNearest && std::abs(aside) <= kFarthest;
  }
};

// Keeps those about as large as most.
std::vector<Candidate> of_one_size(std::vector<Candidate> candidates, double spread) {
  std::vector<double> sizes;
  for (const auto& candidate : candidates) sizes.push_back(candidate.size());
  if (sizes.empty()) return {};
  const double usual = median(std::move(sizes));
  std::erase_if(candidates, [&](const Candidate& candidate) {
    return std::abs(candidate.size() - usual) > std::max(1., spread * usual);
  });
  return candidates;
}

class BlackMarks {
 public:
  BlackMarks(const InkPicture& picture, const MarkedText& text)
      : text_(text), scale_(picture.scale), ink_(picture.ink.clone()) {
    wipe_rules();
  }

  std::vector<DraftMark> find() {
    std::vector<Candidate> all;
    for (const auto& shape : find_mark_shapes(ink_, text_.pitch * scale_))
      if (const auto* line = line_at(shape)) all.push_back({shape, aside_of(shape, *line)});
    judge_strokes(all);
    std::vector<DraftMark> marks;
    for (const MarkKind kind : {MarkKind::circle, MarkKind::dot, MarkKind::tick})
      for (const auto& candidate : marks_among(all, kind)) marks.push_back(found(candidate));
    return marks;
  }

 private:
  // Marks touch the rules between columns and lie on them: a rule goes, row by row, but where other
  // ink meets it.
  void wipe_rules() {
    const int half = std::max(1, static_cast<int>(std::lround(kRuleHalf * text_.pitch * scale_)));
    for (const auto& rule : text_.rules)
      for (int y = 0; y < ink_.rows; ++y) {
        const int x = on_ink(rule.u, y / scale_).x;
        if (x - half < 1 || x + half + 1 >= ink_.cols) continue;
        if (ink_(y, x - half - 1) == 0 && ink_(y, x + half + 1) == 0)
          ink_(cv::Rect(x - half, y, 2 * half + 1, 1)) = 0;
      }
  }

  cv::Point on_ink(double u, double y) const {
    return {static_cast<int>(std::lround(text_.straightening.from_upright(u, y) * scale_)),
            static_cast<int>(std::lround(y * scale_))};
  }

  std::pair<double, double> upright_center(const MarkShape& shape) const {
    const double x = (shape.box.x + shape.box.width / 2.) / scale_;
    const double y = (shape.box.y + shape.box.height / 2.) / scale_;
    return {text_.straightening.to_upright(x, y), y};
  }

  double aside_of(const MarkShape& shape, const UprightLine& line) const {
    return (upright_center(shape).first - line.center) / text_.pitch;
  }

  // The nearest line that runs past it.
  const UprightLine* line_at(const MarkShape& shape) const {
    const auto [u, y] = upright_center(shape);
    const UprightLine* nearest = nullptr;
    double least = kFarthest * text_.pitch;
    for (const auto& line : text_.lines) {
      const double past = kPastEnds * text_.pitch;
      if (y < line.top - past || y > line.bottom + past) continue;
      if (std::abs(u - line.center) > least) continue;
      least = std::abs(u - line.center);
      nearest = &line;
    }
    return nearest;
  }

  // The columns alone, without what may be marks.
  void judge_strokes(std::vector<Candidate>& all) {
    for (const auto& candidate : all)
      if (std::abs(candidate.aside) >= kNearest) ink_(candidate.shape.box) = 0;
    for (auto& candidate : all)
      candidate.by_itself =
          std::abs(candidate.aside) >= kNearest && strokes_along(candidate.shape) <= kMostStrokes;
  }

  // Share of its line's length that is inked as far aside as the mark stands.
  double strokes_along(const MarkShape& shape) const {
    const auto* line = line_at(shape);
    const double u = upright_center(shape).first;
    int rows = 0, inked = 0;
    for (double y = line->top; y < line->bottom; y += 1 / scale_) {
      const cv::Point at = on_ink(u, y);
      if (!cv::Rect({}, ink_.size()).contains(at)) continue;
      ++rows;
      inked += ink_(at) != 0;
    }
    return static_cast<double>(inked) / std::max(1, rows);
  }

  std::vector<Candidate> marks_among(const std::vector<Candidate>& all, MarkKind kind) const {
    std::vector<Candidate> right, left, anywhere;
    for (const auto& candidate : all) {
      if (candidate.shape.kind != kind) continue;
      anywhere.push_back(candidate);
      if (candidate.is_beside()) (candidate.aside > 0 ? right : left).push_back(candidate);
    }
    if (kind == MarkKind::circle)
      if (auto circles = within_text(anywhere); !circles.empty()) return circles;
    right = of_one_size(std::move(right), kSameSize);
    const std::size_t fewest = kind == MarkKind::circle ? kFewestCircles : kFewestOthers;
    const bool enough =
        right.size() >= fewest &&
        static_cast<double>(right.size()) >= kMoreThanLeft * static_cast<double>(left.size());
    return enough ? right : std::vector<Candidate>{};
  }

  // Small circles printed at the end of clauses: nearly all circles of the text are of that size,
  // and hardly one stands on the left, as boxes that are parts of characters do.
  std::vector<Candidate> within_text(const std::vector<Candidate>& circles) const {
    std::vector<Candidate> even = of_one_size(circles, kOneSize);
    std::erase_if(even, [&](const Candidate& circle) {
      return circle.size() > kSmall * text_.pitch * scale_;
    });
    const std::size_t of_a_size = even.size();
    std::erase_if(even, [](const Candidate& circle) { return circle.aside < kLeftOfMiddle; });
    const auto inside = std::count_if(
        even.begin(), even.end(), [](const Candidate& circle) { return !circle.is_beside(); });
    const bool are_marks =
        even.size() >= kFewestInText && 2 * inside >= std::ssize(even) &&
        static_cast<double>(of_a_size - even.size()) <=
            kMostOnLeft * static_cast<double>(even.size()) &&
        static_cast<double>(of_a_size) >= kMostOfASize * static_cast<double>(circles.size());
    return are_marks ? even : std::vector<Candidate>{};
  }

  DraftMark found(const Candidate& candidate) const {
    const cv::Rect& box = candidate.shape.box;
    return {{static_cast<float>(box.x / scale_),
             static_cast<float>(box.y / scale_),
             static_cast<float>(box.width / scale_),
             static_cast<float>(box.height / scale_)},
            candidate.shape.kind,
            Ink::black};
  }

  const MarkedText& text_;
  double scale_;
  cv::Mat1b ink_;
};

}  // namespace

std::vector<DraftMark> find_black_marks(const InkPicture& picture, const MarkedText& text) {
  if (text.pitch <= 0 || text.lines.empty()) return {};
  return BlackMarks(picture, text).find();
}

std::vector<DraftMark> find_red_marks(const cv::Mat& red_ink,
                                      std::span<const FoundSeal> seals,
                                      double pitch) {
  if (red_ink.empty() || pitch <= 0) return {};
  const double scale = std::min(1., kRedPitch / pitch);
  cv::Mat1b ink = red_beside_seals(red_ink, seals, scale, kLeastRed);
  // Rules in black cut what they cross.
  cv::morphologyEx(ink, ink, cv::MORPH_CLOSE, cv::Mat1b(1, 3, uchar{1}));
  std::vector<DraftMark> marks;
  for (const auto& [box, kind] : find_mark_shapes(ink, pitch * scale))
    marks.push_back({{static_cast<float>(box.x / scale),
                      static_cast<float>(box.y / scale),
                      static_cast<float>(box.width / scale),
                      static_cast<float>(box.height / scale)},
                     kind,
                     Ink::red});
  return marks.size() >= kFewestRed ? marks : std::vector<DraftMark>{};
}

}  // namespace wenlan
