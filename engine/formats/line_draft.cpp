// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/formats/line_draft.h"

#include <algorithm>
#include <map>

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

std::string in_nfc(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status) != 0 || nfc->isNormalizedUTF8(text, status) != 0) return text;
  std::string normal;
  nfc->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(normal);
  return U_FAILURE(status) != 0 ? text : normal;
}

std::string as_line_text(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return in_nfc(text);
}

// Byte offsets of a text's code points, and its end.
std::vector<std::uint32_t> offsets_of(std::string_view text) {
  std::vector<std::uint32_t> offsets;
  std::uint32_t at = 0;
  for (const auto& piece : code_points_with_bytes(text)) {
    offsets.push_back(at);
    at += static_cast<std::uint32_t>(piece.bytes.size());
  }
  offsets.push_back(at);
  return offsets;
}

// Collects what the drafts hold as spans of one text.
class Assembly {
 public:
  explicit Assembly(Page& page) : page_(page) {}

  void add(LineDraft&& draft) {
    Transcript& transcript = page_.transcript;
    if (!page_.layout.lines.empty()) transcript.text += '\n';
    const std::string text = as_line_text(std::move(draft.text));
    begin_ = static_cast<std::uint32_t>(transcript.text.size());
    offsets_ = offsets_of(text);
    transcript.text += text;
    transcript.lines.push_back({span(0, offsets_.size() - 1), draft.confidence});
    add_glyphs(std::move(draft.glyphs));
    for (EntityPiece& piece : draft.entities) add_entity(std::move(piece));
    page_.layout.lines.push_back(std::move(draft.line));
  }

  void finish() {
    std::stable_sort(entities_.begin(), entities_.end(), [](const auto& a, const auto& b) {
      return a.first < b.first;
    });
    for (auto& [order, entity] : entities_) page_.entities.push_back(std::move(entity));
  }

 private:
  TextSpan span(std::size_t first, std::size_t count) const {
    const std::size_t begin = std::min(first, offsets_.size() - 1);
    const std::size_t end = begin + std::min(count, offsets_.size() - 1 - begin);
    return {begin_ + offsets_[begin], offsets_[end] - offsets_[begin]};
  }

  void add_glyphs(std::vector<GlyphDraft> drafts) {
    std::size_t next = 0;
    const auto line = static_cast<std::uint32_t>(page_.layout.lines.size());
    for (GlyphDraft& draft : drafts) {
      const std::size_t begin = draft.offset.value_or(next);
      const std::size_t length = code_points_with_bytes(in_nfc(draft.text)).size();
      next = begin + length;
      page_.transcript.glyphs.push_back({.span = span(begin, length),
                                         .line = line,
                                         .box = draft.box,
                                         .confidence = draft.confidence,
                                         .alternatives = std::move(draft.alternatives)});
    }
  }

  void add_entity(EntityPiece&& piece) {
    piece.entity.span = span(piece.offset, piece.length);
    if (piece.continued) {
      const auto first = place_of_.find(piece.entity.id);
      if (first == place_of_.end()) return;
      TextSpan& whole = entities_[first->second].second.span;
      whole.length = std::max(whole.end(), piece.entity.span.end()) - whole.begin;
      return;
    }
    if (piece.entity.id.empty()) piece.entity.id = "e" + std::to_string(entities_.size() + 1);
    place_of_.emplace(piece.entity.id, entities_.size());
    entities_.emplace_back(piece.order.value_or(entities_.size()), std::move(piece.entity));
  }

  Page& page_;
  std::uint32_t begin_ = 0;  // of the line being added, in the page's text
  std::vector<std::uint32_t> offsets_;
  std::map<std::string, std::size_t> place_of_;
  std::vector<std::pair<std::size_t, Entity>> entities_;
};

// How much the shapes of lines speak for vertical writing: length standing less length lying.
double uprightness(const LineDraft& draft) {
  const Box<ScanSpace> box = bounding_box(draft.line.outline);
  return static_cast<double>(box.height) - static_cast<double>(box.width);
}

}  // namespace

void put_lines_into(Page& page, std::vector<LineDraft> drafts) {
  Assembly assembly(page);
  for (LineDraft& draft : drafts) assembly.add(std::move(draft));
  assembly.finish();
}

void derive_modes(Page& page, std::vector<LineDraft>& drafts) {
  std::map<std::string, double> upright;
  double upright_page = 0;
  for (const LineDraft& draft : drafts) {
    upright[draft.line.region] += uprightness(draft);
    upright_page += uprightness(draft);
  }
  const auto mode_of = [&](const std::string& region) {
    const auto found = upright.find(region);
    const double vote = found != upright.end() && found->second != 0 ? found->second : upright_page;
    return vote >= 0 ? WritingMode::vertical_rl : WritingMode::horizontal_ltr;
  };
  for (LineDraft& draft : drafts)
    if (!draft.mode_is_known) draft.line.mode = mode_of(draft.line.region);
  for (Region& region : page.layout.regions) region.mode = mode_of(region.id);
}

Polygon<ScanSpace> outline_around(const Polygon<ScanSpace>& baseline, std::size_t characters) {
  if (baseline.empty()) return {};
  const Box<ScanSpace> box = bounding_box(baseline);
  const float length = std::max(box.width, box.height);
  const float half =
      std::max(1.F, length / 2 / static_cast<float>(std::max<std::size_t>(characters, 2)));
  return outline_of(box.height > box.width
                        ? Box<ScanSpace>{box.x - half, box.y, box.width + 2 * half, box.height}
                        : Box<ScanSpace>{box.x, box.y - half, box.width, box.height + 2 * half});
}

}  // namespace wenlan
