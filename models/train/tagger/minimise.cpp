// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/train/tagger/minimise.h"

#include <cmath>
#include <cstddef>
#include <deque>
#include <numeric>

namespace wenlan {
namespace {

using Vector = std::vector<double>;

double dot(const Vector& a, const Vector& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

struct Point {
  Vector weights, gradient;  // gradient without the L1 term
  double value = 0;          // with it
};

struct Curvature {
  Vector step, change;
  double scale = 0;  // 1 / step . change
};

void evaluate(const Loss& loss, const MinimiseOptions& options, Point& point) {
  point.value = loss(point.weights, point.gradient);
  for (std::size_t i = 0; i < point.weights.size(); ++i) {
    const double weight = point.weights[i];
    point.value += options.l1 * std::abs(weight) + options.l2 * weight * weight / 2;
    point.gradient[i] += options.l2 * weight;
  }
}

// The steepest way down counting the L1 term, which has a corner at nought.
Vector downhill(const Point& point, double l1) {
  Vector way(point.weights.size());
  for (std::size_t i = 0; i < way.size(); ++i) {
    const double slope = point.gradient[i];
    if (point.weights[i] > 0 || (point.weights[i] == 0 && slope < -l1))
      way[i] = -(slope + l1);
    else if (point.weights[i] < 0 || slope > l1)
      way[i] = -(slope - l1);
  }
  return way;
}

// The two-loop recursion: the way down bent by what earlier steps say of the curvature.
Vector bent(Vector way, const std::deque<Curvature>& history) {
  std::vector<double> shares;
  for (auto past = history.rbegin(); past != history.rend(); ++past) {
    shares.push_back(past->scale * dot(past->step, way));
    for (std::size_t i = 0; i < way.size(); ++i) way[i] -= shares.back() * past->change[i];
  }
  if (!history.empty()) {
    const Curvature& last = history.back();
    const double factor = 1 / (last.scale * dot(last.change, last.change));
    for (double& value : way) value *= factor;
  }
  for (const Curvature& past : history) {
    const double share = shares.back() - past.scale * dot(past.change, way);
    shares.pop_back();
    for (std::size_t i = 0; i < way.size(); ++i) way[i] += share * past.step[i];
  }
  return way;
}

// The point `length` along `way`, weights that would change their sign stopped at nought.
void move(const Point& from, const Vector& steepest, const Vector& way, double length, Point& to) {
  for (std::size_t i = 0; i < way.size(); ++i) {
    const double side = from.weights[i] != 0 ? from.weights[i] : steepest[i];
    const double moved = from.weights[i] + length * way[i];
    to.weights[i] = moved * side > 0 ? moved : 0;
  }
}

}  // namespace

std::vector<double> minimised(const Loss& loss,
                              std::size_t size,
                              const MinimiseOptions& options,
                              const Watch& watch) {
  Point now{Vector(size), Vector(size), 0}, next = now;
  evaluate(loss, options, now);
  std::deque<Curvature> history;
  for (int round = 1; round <= options.rounds; ++round) {
    const Vector steepest = downhill(now, options.l1);
    Vector way = bent(steepest, history);
    for (std::size_t i = 0; i < size; ++i)
      if (way[i] * steepest[i] <= 0) way[i] = 0;
    double length = history.empty() ? 1 / std::sqrt(dot(steepest, steepest) + 1e-12) : 1;
    bool found = false;
    for (int attempt = 0; attempt < 20 && !found; ++attempt, length /= 2) {
      move(now, steepest, way, length, next);
      evaluate(loss, options, next);
      double promised = 0;
      for (std::size_t i = 0; i < size; ++i)
        promised += steepest[i] * (next.weights[i] - now.weights[i]);
      found = next.value <= now.value - 1e-4 * promised;
    }
    if (!found) break;
    Curvature curvature{Vector(size), Vector(size), 0};
    for (std::size_t i = 0; i < size; ++i) {
      curvature.step[i] = next.weights[i] - now.weights[i];
      curvature.change[i] = next.gradient[i] - now.gradient[i];
    }
    const double bend = dot(curvature.step, curvature.change);
    if (bend > 1e-12) {
      curvature.scale = 1 / bend;
      history.push_back(std::move(curvature));
      if (history.size() > static_cast<std::size_t>(options.memory)) history.pop_front();
    }
    std::swap(now, next);
    watch(round, now.value, now.weights);
  }
  return now.weights;
}

}  // namespace wenlan
