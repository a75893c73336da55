// SPDX-License-Identifier: GPL-3.0-or-later
// The formats a page is written in, by name.
#pragma once

#include <string>
#include <string_view>

#include "engine/formats/plain_text.h"
#include "engine/page/names.h"
#include "engine/page/page.h"

namespace wenlan {

enum class Format { page, alto, hocr, txt, json };
inline constexpr NameTable<Format, 5> kFormats{{
    {Format::page, "page"},
    {Format::alto, "alto"},
    {Format::hocr, "hocr"},
    {Format::txt, "txt"},
    {Format::json, "json"},
}};

// The page in that format; `notes` concerns txt alone.
std::string written_as(Format format, const Page& page, NoteStyle notes = NoteStyle::inlined);

// The ending of such a file with its dot: ".xml", ".alto.xml", ".hocr", ".txt", ".json".
std::string_view ending_of(Format format);

}  // namespace wenlan
