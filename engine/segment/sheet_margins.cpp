// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/segment/sheet_margins.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/page/layout.h"
#include "engine/segment/sheet_ink.h"
#include "engine/segment/weighted.h"

namespace wenlan {
namespace {

constexpr double kLongRule = .6;    // of the height of the sheet, and of a rule
constexpr double kOneColumn = 2.5;  // units: width of what is set beside the frame
constexpr double kSpeck = 1.5;
constexpr double kPale = .1;  // of the share that is dark in usual writing

class Margins {
 public:
  explicit Margins(SheetPieces& sheet) : sheet_(sheet) {}

  // A single column outside the frame of the sheet, as rates and mottoes are set, is no article.
  std::vector<Piece> taken() {
    std::vector<Piece> margins;
    for (const bool right : {true, false}) {
      const auto margin = margin_at(right);
      for (auto i = margin.rbegin(); i != margin.rend(); ++i) {
        margins.push_back(std::move(sheet_.pieces[*i]));
        sheet_.pieces.erase(sheet_.pieces.begin() + static_cast<std::ptrdiff_t>(*i));
      }
    }
    std::sort(margins.begin(), margins.end(), [&](const Piece& a, const Piece& b) {
      return a.extent.left > b.extent.right ||
             (b.extent.left <= a.extent.right && a.extent.top < b.extent.top);
    });
    return margins;
  }

 private:
  // What stands beyond the outermost long rule, if that is one column as long as the rule.
  std::vector<std::size_t> margin_at(bool right) const {
    Extent sheet = sheet_.pieces.empty() ? Extent{} : sheet_.pieces.front().extent;
    for (const auto& piece : sheet_.pieces) sheet = united(sheet, piece.extent);
    std::vector<std::size_t> margin;
    for (const auto& rule : sheet_.rules.upright) {
      if (rule.height() < kLongRule * sheet.height()) continue;
      std::vector<std::size_t> beyond;
      for (std::size_t i = 0; i < sheet_.pieces.size(); ++i)
        if (right ? sheet_.pieces[i].extent.left > rule.center()
                  : sheet_.pieces[i].extent.right < rule.center())
          beyond.push_back(i);
      if (is_one_column(beyond, kLongRule * rule.height()) &&
          (margin.empty() || beyond.size() < margin.size()))
        margin = std::move(beyond);
    }
    return margin;
  }

  bool is_one_column(const std::vector<std::size_t>& members, double least) const {
    std::optional<Extent> all;  // without specks
    for (const auto i : members) {
      const Extent& extent = sheet_.pieces[i].extent;
      if (std::max(extent.width(), extent.height()) < kSpeck * sheet_.unit) continue;
      all = all ? united(*all, extent) : extent;
    }
    return all && all->height() > least && all->width() < kOneColumn * sheet_.unit;
  }

  SheetPieces& sheet_;
};

}  // namespace

std::vector<Piece> take_show_through(SheetPieces& sheet) {
  std::vector<double> shares;
  for (const auto& piece : sheet.pieces) shares.push_back(dark_share(sheet.ink, piece.extent));
  if (shares.empty()) return {};
  const double least = kPale * median(std::move(shares));
  const auto pale =
      std::stable_partition(sheet.pieces.begin(), sheet.pieces.end(), [&](const Piece& piece) {
        return dark_share(sheet.ink, piece.extent) >= least;
      });
  std::vector<Piece> taken(pale, sheet.pieces.end());
  for (auto& piece : taken) piece.confidence = std::min(piece.confidence, .9F * kDoubtfulLine);
  sheet.pieces.erase(pale, sheet.pieces.end());
  return taken;
}

std::vector<Piece> take_margins(SheetPieces& sheet) {
  return Margins(sheet).taken();
}

}  // namespace wenlan
