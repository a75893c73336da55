// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/archive/scan_list.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "engine/base/utf8.h"

namespace wenlan {
namespace {

using Json = nlohmann::json;

std::string percent_encoded(std::string_view bytes) {
  std::string encoded;
  for (const auto& [piece, code_point] : code_points_with_bytes(bytes)) {
    if (code_point && *code_point >= 0x20 && *code_point != U'%' && *code_point != 0x7F) {
      encoded += piece;
      continue;
    }
    for (const char byte : piece)
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
  }
  return encoded;
}

std::string percent_decoded(std::string_view encoded) {
  std::string bytes;
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    if (encoded[i] == '%' && i + 2 < encoded.size()) {
      bytes += static_cast<char>(std::stoi(std::string(encoded.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      bytes += encoded[i];
    }
  }
  return bytes;
}

ScanEntry entry_from(const Json& json) {
  const std::string kind = json.at("kind");
  if (kind != "image" && kind != "text")
    throw std::invalid_argument("kind is neither image nor text");
  return {.file = percent_decoded(json.at("file").get<std::string>()),
          .name = json.at("name"),
          .sha256 = json.at("sha256"),
          .kind = kind == "text" ? ScanKind::text : ScanKind::image,
          .first_page = json.at("first_page"),
          .frames = json.at("frames")};
}

}  // namespace

std::string to_json(const ScanList& scans) {
  Json list = Json::array();
  for (const ScanEntry& scan : scans)
    list.push_back({{"file", percent_encoded(scan.file.native())},
                    {"name", scan.name},
                    {"sha256", scan.sha256},
                    {"kind", scan.kind == ScanKind::text ? "text" : "image"},
                    {"first_page", scan.first_page},
                    {"frames", scan.frames}});
  return list.dump(1) + "\n";
}

Result<ScanList> scan_list_from_json(std::string_view json) {
  try {
    ScanList scans;
    for (const Json& entry : Json::parse(json)) scans.push_back(entry_from(entry));
    return scans;
  } catch (
      const std::exception& error) {  // Json::exception, std::invalid_argument of stoi and ours
    return fail(ErrorCode::bad_document, "scans.json", error.what());
  }
}

std::string page_id_of(int number) {
  return fmt::format("{:04}", number);
}

std::vector<PageSlot> page_slots(const ScanList& scans) {
  std::vector<PageSlot> slots;
  for (const ScanEntry& scan : scans)
    for (int frame = 0; frame < scan.frames; ++frame)
      slots.push_back({page_id_of(scan.first_page + frame), &scan, frame});
  return slots;
}

}  // namespace wenlan
