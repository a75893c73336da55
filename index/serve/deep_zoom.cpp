// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/serve/deep_zoom.h"

#include <charconv>
#include <cmath>

#include "engine/formats/xml_writer.h"

namespace wenlan {
namespace {

// Where a tile begins and ends along one side of its level.
struct Extent {
  int begin = 0;
  int end = 0;
};

std::optional<Extent> extent_of(int number, int length) {
  if (number < 0 || number > (length - 1) / kTileSide) return std::nullopt;
  const int begin = number * kTileSide;
  return Extent{std::max(0, begin - kTileOverlap),
                std::min(length, begin + kTileSide + kTileOverlap)};
}

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || rest != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

}  // namespace

int highest_level(Size<ScanSpace> size) {
  int level = 0;
  while ((1 << level) < std::max(size.width, size.height) && level < 30) ++level;
  return level;
}

std::optional<Tile> tile_at(Size<ScanSpace> size, int level, int column, int row) {
  const int highest = highest_level(size);
  if (level < 0 || level > highest || size.width < 1 || size.height < 1) return std::nullopt;
  const double detail = std::ldexp(1., level - highest);
  const auto across = extent_of(column, static_cast<int>(std::ceil(size.width * detail)));
  const auto down = extent_of(row, static_cast<int>(std::ceil(size.height * detail)));
  if (!across || !down) return std::nullopt;
  const auto in_scan = [&](int at) { return static_cast<float>(at / detail); };
  const Box<ScanSpace> part{in_scan(across->begin),
                            in_scan(down->begin),
                            in_scan(across->end - across->begin),
                            in_scan(down->end - down->begin)};
  return Tile{part, across->end - across->begin, down->end - down->begin, detail};
}

std::optional<TilePosition> parse_tile_name(std::string_view name) {
  if (!name.ends_with(".jpg")) return std::nullopt;
  name.remove_suffix(4);
  const std::size_t stroke = name.find('_');
  if (stroke == std::string_view::npos) return std::nullopt;
  const auto column = whole_number(name.substr(0, stroke));
  const auto row = whole_number(name.substr(stroke + 1));
  if (!column || !row) return std::nullopt;
  return TilePosition{*column, *row};
}

std::string deep_zoom_description(Size<ScanSpace> size) {
  XmlWriter xml;
  xml.open("Image");
  xml.attribute("xmlns", "http://schemas.microsoft.com/deepzoom/2008");
  xml.attribute("Format", "jpg");
  xml.attribute("Overlap", kTileOverlap);
  xml.attribute("TileSize", kTileSide);
  xml.open("Size");
  xml.attribute("Width", size.width);
  xml.attribute("Height", size.height);
  return xml.finish();
}

}  // namespace wenlan
