// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample_archive.h"

#include <fstream>
#include <stdexcept>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <stdlib.h>

#include "engine/base/file.h"
#include "engine/base/utf8.h"
#include "engine/formats/page_xml.h"
#include "index/build/archive_pages.h"

namespace wenlan {
namespace {

namespace fs = std::filesystem;

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(to_sentence(result.error()));
  if constexpr (!std::is_void_v<T>) return *std::move(result);
}

// A column of characters down `box`, or without a place when it is empty.
void add_column(Page& page, Stream stream, std::string_view text, Box<ScanSpace> box) {
  Transcript& transcript = page.transcript;
  const auto number = static_cast<std::uint32_t>(page.layout.lines.size());
  if (number > 0) transcript.text += '\n';
  const auto begin = static_cast<std::uint32_t>(transcript.text.size());
  const auto characters = code_points_with_bytes(text);
  const float step = box.height / static_cast<float>(characters.size());
  std::uint32_t at = begin;
  float top = box.y;
  for (const auto& character : characters) {
    const auto length = static_cast<std::uint32_t>(character.bytes.size());
    if (!box.empty())
      transcript.glyphs.push_back({{at, length}, number, {box.x, top, box.width, step}, 0.9F, {}});
    at += length;
    top += step;
  }
  transcript.text += text;
  transcript.lines.push_back({{begin, at - begin}, 0.9F});
  Line line{.id = "l" + std::to_string(number + 1), .region = "r1", .stream = stream};
  line.column = static_cast<int>(number);
  if (!box.empty()) line.outline = outline_of(box);
  page.layout.lines.push_back(std::move(line));
}

Page gazetteer_page() {
  Page page{.id = "0001", .scan = {"scans/a.png", 0, "", {600, 800}}};
  page.layout.regions = {{"r1", RegionKind::text, outline_of(Box<ScanSpace>{100, 100, 400, 600})}};
  add_column(page, Stream::main, "𠀀王安石知鄞縣", {400, 100, 80, 600});
  add_column(page, Stream::main, "乾隆元年重修", {300, 100, 80, 600});
  add_column(page, Stream::running_title, "鄞縣志卷二 五", {20, 100, 60, 600});
  page.layout.marks = {{"m1", MarkKind::circle, Ink::red, {375, 355, 10, 10}, "l2"}};
  page.entities = {{"e1", EntityKind::person, {4, 9}, "王安石", 0.9F, {}}};
  return page;
}

Page blank_page() {
  Page page{.id = "0002", .scan = {"scans/b.jpg", 0, "", {300, 400}}};
  page.layout.kind = PageKind::blank;
  return page;
}

Page text_page() {
  Page page{.id = "0001"};
  page.layout.regions = {{.id = "r1"}};
  add_column(page, Stream::main, "太史公曰余讀春秋古文", {});
  return page;
}

// Stored so that it stands upright only when turned by a quarter to the right (EXIF 6).
std::string jpeg_on_its_side(const cv::Mat& upright) {
  cv::Mat stored;
  cv::rotate(upright, stored, cv::ROTATE_90_COUNTERCLOCKWISE);
  std::vector<uchar> jpeg;
  cv::imencode(".jpg", stored, jpeg);
  const std::string exif(
      "\xFF\xE1\x00\x22"
      "Exif\0\0MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0",
      36);
  std::string bytes(jpeg.begin(), jpeg.end());
  bytes.insert(2, exif);
  return bytes;
}

cv::Mat paper(int width, int height) {
  return {height, width, CV_8UC3, cv::Scalar(210, 230, 240)};
}

std::string png_with_square() {
  cv::Mat scan = paper(600, 800);
  cv::rectangle(scan, cv::Rect(200, 300, 100, 100), cv::Scalar(0, 0, 0), cv::FILLED);
  std::vector<uchar> png;
  cv::imencode(".png", scan, png);
  return {png.begin(), png.end()};
}

void keep_page(const Archive& archive, const std::string& book, const Page& page) {
  must(write_file_atomically(archive.page_file(book, page.id), to_page_xml(page)));
}

}  // namespace

SampleArchive::SampleArchive() {
  std::string name = (fs::temp_directory_path() / "wenlan-http-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
  folder_ = name;
  archive_ = std::make_unique<Archive>(must(Archive::create(folder_ / "lib", "sample")));
  BookRecord gazetteer{.id = "gazetteer", .title = "鄞縣志"};
  gazetteer.dynasty = "清";
  must(archive_->keep(gazetteer));
  must(write_file_atomically(archive_->scans_folder("gazetteer") / "a.png", png_with_square()));
  must(write_file_atomically(archive_->scans_folder("gazetteer") / "b.jpg",
                             jpeg_on_its_side(paper(300, 400))));
  must(archive_->keep("gazetteer",
                      ScanList{{.file = "scans/a.png", .name = "a.png"},
                               {.file = "scans/b.jpg", .name = "b.jpg", .first_page = 2}}));
  keep_page(*archive_, "gazetteer", gazetteer_page());
  keep_page(*archive_, "gazetteer", blank_page());
  must(archive_->keep(BookRecord{.id = "史記", .title = "史記"}));
  must(archive_->keep("史記",
                      ScanList{{.file = "scans/t.txt", .name = "t.txt", .kind = ScanKind::text}}));
  keep_page(*archive_, "史記", text_page());
}

SampleArchive::~SampleArchive() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void SampleArchive::build_index() const {
  auto pages = must(ArchivePages::open(*archive_));
  must(wenlan::build_index(
      pages, archive_->index_folder(), archive_->knowledge_file(), IndexOptions{}, {}, {}));
}

void SampleArchive::add_large_book() const {
  cv::Mat scan = paper(6400, 6500);
  cv::rectangle(scan, cv::Rect(6000, 100, 100, 100), cv::Scalar(0, 0, 0), cv::FILLED);
  must(archive_->keep(BookRecord{.id = "large", .title = "large"}));
  must(write_file_atomically(archive_->scans_folder("large") / "a.jpg", jpeg_on_its_side(scan)));
  must(archive_->keep("large", ScanList{{.file = "scans/a.jpg", .name = "a.jpg"}}));
  keep_page(*archive_, "large", Page{.id = "0001", .scan = {"scans/a.jpg", 0, "", {6400, 6500}}});
}

const ServedSample& served_sample() {
  static const ServedSample& served = [&]() -> const ServedSample& {
    static ServedSample made;
    made.sample.build_index();
    made.server = std::make_unique<ArchiveServer>(
        must(ArchiveServer::start(made.sample.archive(), {.port = 0})));
    made.port = made.server->port();
    return made;
  }();
  return served;
}

}  // namespace wenlan
