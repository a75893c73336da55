// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/clean/load_scan.h"

#include <map>

#include <gtest/gtest.h>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "drawn_page.h"
#include "encoded_picture.h"

namespace wenlan {
namespace {

// Wider than tall, each corner of another colour: no turn and no mirror looks like another.
cv::Mat coloured_corners() {
  cv::Mat picture(120, 180, CV_8UC3, cv::Scalar(230, 230, 230));
  picture(cv::Rect(0, 0, 90, 60)).setTo(cv::Scalar(200, 40, 40));
  picture(cv::Rect(90, 0, 90, 60)).setTo(cv::Scalar(40, 200, 40));
  picture(cv::Rect(0, 60, 90, 60)).setTo(cv::Scalar(40, 40, 200));
  return picture;
}

// Mean difference of a channel, 0..255; 255 when the sizes differ.
double difference(const cv::Mat& a, const cv::Mat& b) {
  if (a.size() != b.size() || a.type() != b.type()) return 255;
  return cv::norm(a, b, cv::NORM_L1) / double(a.total()) / a.channels();
}

ErrorCode error_of(const std::filesystem::path& file, const LoadOptions& options = {}) {
  const auto scan = load_scan(file, 0, options);
  EXPECT_FALSE(scan.has_value()) << file;
  return scan ? ErrorCode::internal : scan.error().code;
}

std::map<std::string, std::string> every_kind(const cv::Mat& picture) {
  return {{"JPEG", encoded_by_vips(picture, ".jpg[Q=95]")},
          {"progressive JPEG", encoded_by_vips(picture, ".jpg[Q=95,interlace]")},
          {"PNG", encoded_by_vips(picture, ".png")},
          {"interlaced PNG", encoded_by_vips(picture, ".png[interlace]")},
          {"TIFF", encoded_by_vips(picture, ".tif")},
          {"TIFF LZW", encoded_by_vips(picture, ".tif[compression=lzw]")},
          {"TIFF JPEG", encoded_by_vips(picture, ".tif[compression=jpeg,Q=95]")},
          {"tiled BigTIFF", encoded_by_vips(picture, ".tif[tile,bigtiff]")},
          {"JPEG 2000", encoded_by_vips(picture, ".jp2[lossless]")},
          {"WebP", encoded_by_vips(picture, ".webp[lossless]")},
          {"BMP", bmp(picture)},
          {"PDF", pdf_of_pages({picture}, 200)}};
}

TEST(LoadScan, ReadsEveryFormatByContentNotByName) {
  const TemporaryFolder folder;
  const cv::Mat picture = coloured_corners();
  for (const auto& [kind, bytes] : every_kind(picture)) {
    const auto scan = load_scan(folder.file("scan.txt", bytes), 0, {});
    ASSERT_TRUE(scan.has_value()) << kind << ": " << to_sentence(scan.error());
    EXPECT_EQ(scan->size, (Size<ScanSpace>{180, 120})) << kind;
    EXPECT_EQ(scan->scale, 1) << kind;
    EXPECT_LT(difference(scan->pixels, picture), 4) << kind;
  }
}

TEST(LoadScan, TruncatedFilesAreErrorsInEveryFormat) {
  const TemporaryFolder folder;
  for (const auto& [kind, bytes] : every_kind(drawn_page({400, 600}))) {
    for (const double share : {0.3, 0.7, 0.98}) {
      const auto cut = static_cast<std::size_t>(double(bytes.size()) * share);
      EXPECT_EQ(error_of(folder.file("scan", bytes.substr(0, cut))), ErrorCode::damaged_file)
          << kind << " cut at " << share;
    }
  }
}

TEST(LoadScan, TurnsAndMirrorsByExifOrientation) {
  const TemporaryFolder folder;
  const cv::Mat upright = coloured_corners();
  for (int orientation = 1; orientation <= 8; ++orientation) {
    const auto scan =
        load_scan(folder.file("o.jpg", jpeg_with_orientation(upright, orientation)), 0, {});
    ASSERT_TRUE(scan.has_value());
    EXPECT_EQ(scan->size, (Size<ScanSpace>{180, 120})) << orientation;
    EXPECT_LT(difference(scan->pixels, upright), 4) << orientation;
  }
}

TEST(LoadScan, BringsSixteenBitsAndCmykToEightBitColour) {
  const TemporaryFolder folder;
  const cv::Mat picture = coloured_corners();
  for (const std::string& bytes : {sixteen_bit(picture, ".png"), sixteen_bit(picture, ".tif")}) {
    const auto scan = load_scan(folder.file("deep", bytes), 0, {});
    ASSERT_TRUE(scan.has_value());
    EXPECT_LT(difference(scan->pixels, picture), 4);
  }
  const auto printed = load_scan(folder.file("cmyk.jpg", cmyk_jpeg(picture)), 0, {});
  ASSERT_TRUE(printed.has_value());
  // Printing inks cannot show these colours: near is all there is.
  EXPECT_LT(difference(printed->pixels, picture), 40);
}

TEST(LoadScan, LaysClearPixelsOnWhite) {
  const TemporaryFolder folder;
  const cv::Mat picture(60, 80, CV_8UC3, cv::Scalar(10, 20, 30));
  const auto scan = load_scan(folder.file("a.png", png_with_clear_left_half(picture)), 0, {});
  ASSERT_TRUE(scan.has_value());
  EXPECT_EQ(scan->pixels.at<cv::Vec3b>(30, 10), (cv::Vec3b{255, 255, 255}));
  EXPECT_EQ(scan->pixels.at<cv::Vec3b>(30, 70), (cv::Vec3b{10, 20, 30}));
}

TEST(LoadScan, TakesEachPageOfATiffAndOfAPdf) {
  const TemporaryFolder folder;
  std::vector<cv::Mat> pages;
  for (const int level : {200, 120, 40})
    pages.emplace_back(450, 300, CV_8UC3, cv::Scalar::all(level));
  for (const std::string& bytes : {tiff_of_pages(pages), pdf_of_pages(pages, 150)}) {
    const auto file = folder.file("book", bytes);
    ASSERT_EQ(count_frames(file).value_or(0), 3);
    for (int frame = 0; frame < 3; ++frame) {
      const auto scan = load_scan(file, frame, {});
      ASSERT_TRUE(scan.has_value());
      EXPECT_LT(difference(scan->pixels, pages[static_cast<std::size_t>(frame)]), 2);
    }
    EXPECT_EQ(load_scan(file, 3, {}).error().code, ErrorCode::not_found);
  }
}

TEST(LoadScan, AThumbnailInsideATiffIsNoPage) {
  const TemporaryFolder folder;
  const std::string pyramid =
      encoded_by_vips(drawn_page({1200, 1600}), ".tif[tile,pyramid,compression=deflate]");
  EXPECT_EQ(count_frames(folder.file("pyramid.tif", pyramid)).value_or(0), 1);
}

TEST(LoadScan, ATiffThatLostItsLastPagesStillGivesTheFirst) {
  const TemporaryFolder folder;
  std::vector<cv::Mat> pages(3, drawn_page({300, 400}));
  const std::string bytes = tiff_of_pages(pages);
  const auto file = folder.file("cut.tif", bytes.substr(0, bytes.size() / 2));
  EXPECT_TRUE(load_scan(file, 0, {}).has_value());
  const int frames = count_frames(file).value_or(0);
  ASSERT_GT(frames, 1);
  EXPECT_EQ(load_scan(file, frames - 1, {}).error().code, ErrorCode::damaged_file);
}

TEST(LoadScan, ReducesWhatIsLargerThanTheLimitAndSaysByHowMuch) {
  const TemporaryFolder folder;
  const cv::Mat page = drawn_page({1500, 2000});
  LoadOptions options;
  options.max_pixels = 1'000'000;
  for (const auto& [kind, bytes] : every_kind(page)) {
    const auto scan = load_scan(folder.file("large", bytes), 0, options);
    ASSERT_TRUE(scan.has_value()) << kind;
    EXPECT_EQ(scan->size, (Size<ScanSpace>{1500, 2000})) << kind;
    EXPECT_LE(scan->pixels.total(), 1'000'000U) << kind;
    EXPECT_GE(scan->pixels.total(), 700'000U) << kind;
    EXPECT_NEAR(scan->scale, scan->pixels.cols / 1500.0, 0.002) << kind;
  }
}

TEST(LoadScan, NamesWhatIsWrongWithAFile) {
  const TemporaryFolder folder;
  EXPECT_EQ(error_of(folder.path() / "none.jpg"), ErrorCode::not_found);
  EXPECT_EQ(error_of(folder.path()), ErrorCode::not_a_file);
  EXPECT_EQ(error_of(folder.file("empty.jpg", "")), ErrorCode::empty_file);
  EXPECT_EQ(error_of(folder.file("text.jpg", "dear reader, this is text")),
            ErrorCode::unknown_format);
  EXPECT_EQ(error_of(folder.file("secret.pdf", encrypted_pdf())), ErrorCode::encrypted_file);
  const cv::Mat dot(1, 1, CV_8UC3, cv::Scalar::all(0));
  EXPECT_EQ(error_of(folder.file("dot.png", encoded_by_vips(dot, ".png"))),
            ErrorCode::image_too_small);
  LoadOptions options;
  options.max_scan_pixels = 1'000'000;
  const std::string large = encoded_by_vips(drawn_page({1500, 2000}), ".jpg");
  EXPECT_EQ(error_of(folder.file("large.jpg", large), options), ErrorCode::image_too_large);
}

TEST(LoadScan, ErrorsNameTheFileInPrintableLetters) {
  const TemporaryFolder folder;
  const auto scan = load_scan(folder.file("a\nb\xFF.jpg", ""), 0, {});
  ASSERT_FALSE(scan.has_value());
  EXPECT_NE(scan.error().subject.find("a\\x0ab\\xff.jpg"), std::string::npos)
      << scan.error().subject;
}

TEST(LoadScan, FileNamesAreNeverReadAsOptions) {
  const TemporaryFolder folder;
  const std::string bytes = encoded_by_vips(coloured_corners(), ".tif");
  for (const std::string name : {"a[page=7].tif",
                                 "b [shrink=8].jpg",
                                 "古籍 卷一.tif",
                                 "new\nline.tif",
                                 "\xC0\xFF.tif",
                                 "%d.tif",
                                 "-.tif"})
    EXPECT_TRUE(load_scan(folder.file(name, bytes), 0, {}).has_value()) << name;
}

}  // namespace
}  // namespace wenlan
