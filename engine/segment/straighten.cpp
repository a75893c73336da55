// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/straighten.h"

#include <cmath>
#include <limits>

#include <opencv2/core.hpp>

#include "engine/page/layout.h"
#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr int kRounds = 8;
constexpr double kLongEnough = 3.5;  // height in widths of a line that shows the tilt

// One slice of a long line, relative to the means of its line.
struct Sample {
  double shear, keystone, curl, x;
  std::size_t line;
};

void set_frame(Straightening& frame, std::span<const FoundLine> lines) {
  double left = std::numeric_limits<double>::max(), right = -left, top = left, bottom = -left;
  for (const auto& line : lines) {
    left = std::min(left, line.slices.front().left);
    right = std::max(right, line.slices.front().right);
    top = std::min(top, line.top());
    bottom = std::max(bottom, line.bottom());
  }
  frame.center = (left + right) / 2;
  frame.middle = (top + bottom) / 2;
  frame.unit = std::max(1., bottom - top);
}

std::vector<Sample> samples_of(const FoundLine& line, std::size_t index, const Straightening& f) {
  std::vector<Sample> samples;
  Sample mean{0, 0, 0, 0, index};
  for (const auto& slice : line.slices) {
    const double d = (slice.y - f.middle) / f.unit;
    const double x = (slice.center() - f.center) / f.unit;
    samples.push_back({d, d * x, d * d, x, index});
    mean.shear += d;
    mean.keystone += d * x;
    mean.curl += d * d;
    mean.x += x;
  }
  const double count = static_cast<double>(samples.size());
  for (auto& s : samples) {
    s.shear -= mean.shear / count;
    s.keystone -= mean.keystone / count;
    s.curl -= mean.curl / count;
    s.x -= mean.x / count;
  }
  return samples;
}

double residual(const Sample& s, const Straightening& f) {
  return s.x - f.shear * s.shear - f.keystone * s.keystone - f.curl * s.curl;
}

void solve(Straightening& f, const std::vector<Sample>& samples, double scale, bool curved) {
  // A weak pull to zero keeps keystone and curl out unless the lines really show them.
  cv::Matx33d normal = cv::Matx33d::diag({1e-6, curved ? 2e-3 : 1e9, curved ? 2e-3 : 1e9});
  cv::Vec3d right{0, 0, 0};
  for (const auto& s : samples) {
    const double r = residual(s, f) / scale;
    const double weight = 1 / (1 + r * r);
    const cv::Vec3d row{s.shear, s.keystone, s.curl};
    normal += weight * (row * row.t());
    right += weight * s.x * row;
  }
  const cv::Vec3d answer = normal.solve(right, cv::DECOMP_CHOLESKY);
  f.shear = answer[0];
  f.keystone = answer[1];
  f.curl = answer[2];
}

}  // namespace

double Straightening::to_upright(double x, double y) const {
  const double d = (y - middle) / unit;
  return x - (shear * d + keystone * d * (x - center) / unit + curl * d * d) * unit;
}

double Straightening::from_upright(double u, double y) const {
  const double d = (y - middle) / unit;
  return (u + (shear * d + curl * d * d) * unit - keystone * d * center) / (1 - keystone * d);
}

Straightening fit_straightening(std::span<const FoundLine> lines, bool curved) {
  Straightening frame;
  if (lines.empty()) return frame;
  set_frame(frame, lines);
  std::vector<Sample> samples;
  int long_lines = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].height() < kLongEnough * median_width(lines[i])) continue;
    ++long_lines;
    const auto more = samples_of(lines[i], i, frame);
    samples.insert(samples.end(), more.begin(), more.end());
  }
  if (long_lines < 3) return frame;
  double scale = .02;
  for (int round = 0; round < kRounds; ++round) {
    solve(frame, samples, scale, curved);
    std::vector<double> sizes;
    for (const auto& s : samples) sizes.push_back(std::abs(residual(s, frame)));
    scale = std::max(1e-4, 2 * median(std::move(sizes)));
  }
  return frame;
}

UprightLine upright(const FoundLine& line, const Straightening& straightening) {
  std::vector<double> centers, widths;
  for (const auto& slice : line.slices) {
    const double left = straightening.to_upright(slice.left, slice.y);
    const double right = straightening.to_upright(slice.right, slice.y);
    centers.push_back((left + right) / 2);
    widths.push_back(right - left);
  }
  return {line.top(),
          line.bottom(),
          median(std::move(centers)),
          median(std::move(widths)),
          line.confidence < kDoubtfulLine,
          line.kind};
}

std::vector<UprightLine> upright(std::span<const FoundLine> lines, const Straightening& s) {
  std::vector<UprightLine> strips;
  for (const auto& line : lines) strips.push_back(upright(line, s));
  return strips;
}

}  // namespace wenlan
