// SPDX-License-Identifier: GPL-3.0-or-later
// Points, boxes and outlines. The type says in which picture they lie, so frames cannot be mixed.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

namespace wenlan {

// Pixels of the scan as stored, after the file's own EXIF orientation, x right, y down, origin at
// the outer corner of the first pixel. Everything that is kept is in this frame.
struct ScanSpace {};
// Pixels of the cleaned picture of one page (CleanPage::pixels).
struct CleanSpace {};

template <class Space>
struct Point {
  float x{}, y{};
  bool operator==(const Point&) const = default;
};

template <class Space>
struct Size {
  int width{}, height{};
  bool operator==(const Size&) const = default;
};

template <class Space>
struct Box {
  float x{}, y{}, width{}, height{};

  float right() const { return x + width; }
  float bottom() const { return y + height; }
  float area() const { return width * height; }
  bool empty() const { return width <= 0 || height <= 0; }
  Point<Space> center() const { return {x + width / 2, y + height / 2}; }
  bool operator==(const Box&) const = default;
};

// Corners in order along the border; at least three, unless the thing has no place (text-only
// pages).
template <class Space>
using Polygon = std::vector<Point<Space>>;

// The smallest box around all points; an empty box when there are none.
template <class Space>
Box<Space> bounding_box(const Polygon<Space>& outline) {
  if (outline.empty()) return {};
  auto [left, right] =
      std::minmax_element(outline.begin(), outline.end(), [](auto a, auto b) { return a.x < b.x; });
  auto [top, bottom] =
      std::minmax_element(outline.begin(), outline.end(), [](auto a, auto b) { return a.y < b.y; });
  return {left->x, top->y, right->x - left->x, bottom->y - top->y};
}

// The smallest box that holds both; an empty box adds nothing.
template <class Space>
Box<Space> united(const Box<Space>& a, const Box<Space>& b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  const float left = std::min(a.x, b.x);
  const float top = std::min(a.y, b.y);
  return {left, top, std::max(a.right(), b.right()) - left, std::max(a.bottom(), b.bottom()) - top};
}

// What both share; empty when they do not meet.
template <class Space>
Box<Space> intersected(const Box<Space>& a, const Box<Space>& b) {
  const float left = std::max(a.x, b.x);
  const float top = std::max(a.y, b.y);
  const Box<Space> shared{
      left, top, std::min(a.right(), b.right()) - left, std::min(a.bottom(), b.bottom()) - top};
  return shared.empty() ? Box<Space>{} : shared;
}

// Corners clockwise from the top left.
template <class Space>
Polygon<Space> outline_of(const Box<Space>& box) {
  return {{box.x, box.y}, {box.right(), box.y}, {box.right(), box.bottom()}, {box.x, box.bottom()}};
}

}  // namespace wenlan
