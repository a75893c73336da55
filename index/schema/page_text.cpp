// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/schema/page_text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <map>
#include <type_traits>

#include "engine/page/running_title.h"

namespace wenlan {
namespace {

static_assert(std::endian::native == std::endian::little, "index files are little-endian");

// Whole pixels in 8 bytes.
struct PackedBox {
  std::array<std::uint16_t, 4> edges;  // left, top, width, height
};

struct PackedLine {
  std::uint32_t begin;
  std::uint32_t length;
  std::uint16_t region;
  std::uint8_t stream;
  std::uint8_t unused;
  PackedBox box;
};
static_assert(sizeof(PackedLine) == 20);

struct PackedGlyph {
  std::uint32_t begin;
  std::uint16_t length;
  PackedBox box;
  std::uint16_t unused;
};
static_assert(sizeof(PackedGlyph) == 16);

struct Header {
  std::uint32_t id_size;
  std::uint32_t leaf_size;
  std::uint32_t text_size;
  std::uint32_t lines;
  std::uint32_t glyphs;
  std::uint32_t shift;  // boxes are stored divided by 2^shift
};

Box<ScanSpace> whole_pixels(const Box<ScanSpace>& box) {
  if (box.empty()) return {};
  const float left = std::floor(std::max(box.x, 0.0F) + 0.5F);
  const float top = std::floor(std::max(box.y, 0.0F) + 0.5F);
  return {left,
          top,
          std::max(1.0F, std::floor(box.right() + 0.5F) - left),
          std::max(1.0F, std::floor(box.bottom() + 0.5F) - top)};
}

PackedBox packed(const Box<ScanSpace>& box, std::uint32_t shift) {
  const auto pack = [shift](float value) {
    const auto whole = static_cast<std::uint32_t>(std::clamp(value, 0.0F, 4.0e9F));
    return static_cast<std::uint16_t>(std::min<std::uint32_t>(whole >> shift, 0xFFFF));
  };
  return {{pack(box.x), pack(box.y), pack(box.width), pack(box.height)}};
}

Box<ScanSpace> unpacked(const PackedBox& box, std::uint32_t shift) {
  const auto unpack = [shift](std::uint16_t value) {
    return static_cast<float>(std::uint32_t{value} << shift);
  };
  return {unpack(box.edges[0]), unpack(box.edges[1]), unpack(box.edges[2]), unpack(box.edges[3])};
}

std::uint32_t shift_for(const PageText& text) {
  float most = 0;
  const auto look = [&most](const Box<ScanSpace>& box) {
    most = std::max({most, box.right(), box.bottom()});
  };
  for (const auto& line : text.lines) look(line.box);
  for (const auto& glyph : text.glyphs) look(glyph.box);
  std::uint32_t shift = 0;
  while (most > 65535.0F && shift < 15) {
    most /= 2;
    ++shift;
  }
  return shift;
}

template <class T>
void append(std::string& bytes, const T& value) {
  static_assert(std::is_trivially_copyable_v<T>);
  bytes.append(reinterpret_cast<const char*>(&value), sizeof(T));
}

// Takes values off the front of some bytes; `ok` turns false at the first that is not there.
class Taker {
 public:
  explicit Taker(std::string_view bytes) : bytes_(bytes) {}
  template <class T>
  T take() {
    T value{};
    if (const std::string_view raw = take_bytes(sizeof(T)); raw.size() == sizeof(T))
      std::memcpy(&value, raw.data(), sizeof(T));
    return value;
  }
  std::string_view take_bytes(std::size_t size) {
    if (size > bytes_.size()) {
      ok = false;
      return {};
    }
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }
  std::size_t left() const { return bytes_.size(); }
  bool ok = true;

 private:
  std::string_view bytes_;
};

}  // namespace

PageText page_text_of(const Page& page) {
  PageText text{page.id, leaf_label(running_titles_of(page)), page.transcript.text, {}, {}};
  std::map<std::string, std::uint16_t> regions;
  for (std::size_t at = 0; at < page.transcript.lines.size() && at < page.layout.lines.size();
       ++at) {
    const Line& line = page.layout.lines[at];
    const auto region =
        regions.emplace(line.region, static_cast<std::uint16_t>(regions.size())).first->second;
    text.lines.push_back({page.transcript.lines[at].span,
                          line.stream,
                          region,
                          whole_pixels(bounding_box(line.outline))});
  }
  for (const Glyph& glyph : page.transcript.glyphs)
    text.glyphs.push_back({glyph.span, whole_pixels(glyph.box)});
  return text;
}

std::string to_bytes(const PageText& text) {
  const std::uint32_t shift = shift_for(text);
  std::string bytes;
  const auto size = [](const auto& of) { return static_cast<std::uint32_t>(of.size()); };
  append(bytes,
         Header{size(text.id),
                size(text.leaf),
                size(text.text),
                size(text.lines),
                size(text.glyphs),
                shift});
  bytes += text.id;
  bytes += text.leaf;
  bytes += text.text;
  for (const PageTextLine& line : text.lines)
    append(bytes,
           PackedLine{line.span.begin,
                      line.span.length,
                      line.region,
                      static_cast<std::uint8_t>(line.stream),
                      0,
                      packed(line.box, shift)});
  for (const PageTextGlyph& glyph : text.glyphs)
    append(bytes,
           PackedGlyph{glyph.span.begin,
                       static_cast<std::uint16_t>(std::min(glyph.span.length, 0xFFFFU)),
                       packed(glyph.box, shift),
                       0});
  return bytes;
}

Result<PageText> page_text_from_bytes(std::string_view bytes) {
  Taker from(bytes);
  const auto header = from.take<Header>();
  PageText text;
  text.id = from.take_bytes(header.id_size);
  text.leaf = from.take_bytes(header.leaf_size);
  text.text = from.take_bytes(header.text_size);
  const std::uint64_t rest = std::uint64_t{header.lines} * sizeof(PackedLine) +
                             std::uint64_t{header.glyphs} * sizeof(PackedGlyph);
  if (!from.ok || from.left() != rest || header.shift > 15)
    return fail(ErrorCode::bad_document, {}, "the index holds a damaged page");
  text.lines.reserve(header.lines);
  for (std::uint32_t i = 0; i < header.lines; ++i) {
    const auto line = from.take<PackedLine>();
    text.lines.push_back({{line.begin, line.length},
                          static_cast<Stream>(line.stream),
                          line.region,
                          unpacked(line.box, header.shift)});
  }
  text.glyphs.reserve(header.glyphs);
  for (std::uint32_t i = 0; i < header.glyphs; ++i) {
    const auto glyph = from.take<PackedGlyph>();
    text.glyphs.push_back({{glyph.begin, glyph.length}, unpacked(glyph.box, header.shift)});
  }
  return text;
}

}  // namespace wenlan
