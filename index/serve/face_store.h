// SPDX-License-Identifier: GPL-3.0-or-later
// Typefaces for rare characters, cut out of installed fonts one character at a time.
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <string>

#include "engine/base/result.h"
#include "engine/page/names.h"

namespace wenlan {

enum class FaceStyle { song, kai };
inline constexpr NameTable<FaceStyle, 2> kFaceStyles{{
    {FaceStyle::song, "song"},  // 宋體
    {FaceStyle::kai, "kai"},    // 楷體
}};

// A font that may be asked for rare characters.
struct RareFont {
  FaceStyle style;
  const char* file;     // below the folder of fonts
  const char* package;  // of Debian that installs it
};

// Of each style, the first that has a character draws it. HanaMin has nearly all of Extensions B to
// F, and stands in for kai as well.
inline constexpr std::array<RareFont, 8> kRareFonts{{
    {FaceStyle::song, "truetype/cns11643/TW-Sung-98_1.ttf", "fonts-cns11643-sung"},
    {FaceStyle::song, "truetype/cns11643/TW-Sung-Ext-B-98_1.ttf", "fonts-cns11643-sung"},
    {FaceStyle::song, "truetype/hanazono/HanaMinA.ttf", "fonts-hanazono"},
    {FaceStyle::song, "truetype/hanazono/HanaMinB.ttf", "fonts-hanazono"},
    {FaceStyle::kai, "truetype/cns11643/TW-Kai-98_1.ttf", "fonts-cns11643-kai"},
    {FaceStyle::kai, "truetype/cns11643/TW-Kai-Ext-B-98_1.ttf", "fonts-cns11643-kai"},
    {FaceStyle::kai, "truetype/hanazono/HanaMinA.ttf", "fonts-hanazono"},
    {FaceStyle::kai, "truetype/hanazono/HanaMinB.ttf", "fonts-hanazono"},
}};
inline constexpr const char* kFontsFolder = "/usr/share/fonts";

// Fonts are opened when first needed and stay open, mapped and not copied. All members are safe to
// call from many threads.
class FaceStore {
 public:
  explicit FaceStore(const std::filesystem::path& fonts_folder = kFontsFolder);
  ~FaceStore();

  // A TrueType font that holds this character alone. Fails with not_found when no installed font
  // has it.
  Result<std::string> face_of(FaceStyle style, char32_t character) const;

 private:
  class State;
  std::unique_ptr<State> state_;
};

}  // namespace wenlan
