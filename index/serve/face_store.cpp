// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/serve/face_store.h"

#include <mutex>
#include <vector>

#include <fmt/format.h>
#include <hb-subset.h>
#include <hb.h>

namespace wenlan {
namespace {

namespace fs = std::filesystem;

// What HarfBuzz hands out is given back by a function of its own for each kind of thing.
template <auto give_back>
struct GiveBack {
  template <class Thing>
  void operator()(Thing* thing) const {
    give_back(thing);
  }
};
using Blob = std::unique_ptr<hb_blob_t, GiveBack<hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, GiveBack<hb_face_destroy>>;
using Font = std::unique_ptr<hb_font_t, GiveBack<hb_font_destroy>>;
using SubsetInput = std::unique_ptr<hb_subset_input_t, GiveBack<hb_subset_input_destroy>>;

// One character needs none of the layout rules, and they are most of the work.
constexpr hb_tag_t kNotNeeded[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F')};

// A font that cannot be opened has no characters.
Font font_of(const fs::path& file) {
  const Blob blob(hb_blob_create_from_file_or_fail(file.c_str()));
  if (!blob) return {};
  const Face face(hb_face_create(blob.get(), 0));
  return Font(hb_font_create(face.get()));
}

std::string subset_of(hb_face_t* face, char32_t character) {
  const SubsetInput input(hb_subset_input_create_or_fail());
  if (!input) return {};
  hb_set_add(hb_subset_input_unicode_set(input.get()), character);
  for (const hb_tag_t table : kNotNeeded)
    hb_set_add(hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG), table);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  const Face subset(hb_subset_or_fail(face, input.get()));
  if (!subset) return {};
  const Blob bytes(hb_face_reference_blob(subset.get()));
  unsigned length = 0;
  const char* data = hb_blob_get_data(bytes.get(), &length);
  return {data, length};
}

}  // namespace

class FaceStore::State {
 public:
  explicit State(fs::path folder) : folder_(std::move(folder)) {}

  Result<std::string> face_of(FaceStyle style, char32_t character) {
    const std::scoped_lock lock(mutex_);
    for (std::size_t i = 0; i < kRareFonts.size(); ++i) {
      if (kRareFonts[i].style != style || !has(i, character)) continue;
      if (auto face = subset_of(hb_font_get_face(fonts_[i].get()), character); !face.empty())
        return face;
    }
    return fail(ErrorCode::not_found, fmt::format("U+{:04X}", std::uint32_t{character}));
  }

 private:
  bool has(std::size_t number, char32_t character) {
    if (!tried_[number]) {
      tried_[number] = true;
      fonts_[number] = font_of(folder_ / kRareFonts[number].file);
    }
    hb_codepoint_t glyph = 0;
    return fonts_[number] != nullptr &&
           hb_font_get_nominal_glyph(fonts_[number].get(), character, &glyph) != 0;
  }

  fs::path folder_;
  std::mutex mutex_;  // one at a time: a cut takes a millisecond or so, and is asked for once
  std::array<Font, kRareFonts.size()> fonts_;
  std::array<bool, kRareFonts.size()> tried_{};
};

FaceStore::FaceStore(const fs::path& fonts_folder)
    : state_(std::make_unique<State>(fonts_folder)) {}
FaceStore::~FaceStore() = default;

Result<std::string> FaceStore::face_of(FaceStyle style, char32_t character) const {
  return state_->face_of(style, character);
}

}  // namespace wenlan
