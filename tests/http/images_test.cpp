// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <opencv2/imgcodecs.hpp>

#include "http_client.h"
#include "sample_archive.h"

namespace wenlan {
namespace {

using testing::HasSubstr;

HttpAnswer asked(std::string_view target) {
  return get(served_sample().port, target);
}

cv::Mat picture_at(std::string_view target) {
  const HttpAnswer answer = asked(target);
  EXPECT_EQ(answer.status, 200) << target << answer.body;
  EXPECT_EQ(answer.headers.at("content-type"), "image/jpeg");
  EXPECT_EQ(answer.headers.at("cache-control"), "public, max-age=86400");
  return cv::imdecode(std::vector<uchar>(answer.body.begin(), answer.body.end()),
                      cv::IMREAD_GRAYSCALE);
}

TEST(Images, ThumbnailIsAsHighAsAsked) {
  const cv::Mat picture = picture_at("/images/gazetteer/0001/thumbnail.jpg?height=200");
  EXPECT_EQ(picture.size(), cv::Size(150, 200));
  EXPECT_LT(picture.at<uchar>(87, 62), 40);
  EXPECT_GT(picture.at<uchar>(10, 10), 200);
}

TEST(Images, ThumbnailsOfTheUsualHeightAreKept) {
  const cv::Mat first = picture_at("/images/gazetteer/0001/thumbnail.jpg");
  EXPECT_EQ(first.rows, 320);
  const auto folder = served_sample().sample.archive().derived_folder("gazetteer") / "thumbnails";
  EXPECT_TRUE(std::filesystem::exists(folder));
  EXPECT_EQ(cv::norm(first, picture_at("/images/gazetteer/0001/thumbnail.jpg?height=320")), 0);
}

TEST(Images, CropIsInPixelsOfTheScan) {
  const cv::Mat picture =
      picture_at("/images/gazetteer/0001/crop.jpg?box=200,300,100,100&height=50");
  EXPECT_EQ(picture.size(), cv::Size(50, 50));
  EXPECT_LT(cv::mean(picture)[0], 10);
}

TEST(Images, CropOverTheEdgeIsFilledWithPaper) {
  const cv::Mat picture =
      picture_at("/images/gazetteer/0001/crop.jpg?box=500,700,200,200&height=200");
  EXPECT_EQ(picture.size(), cv::Size(200, 200));
  EXPECT_NEAR(picture.at<uchar>(50, 50), 230, 12);
  EXPECT_NEAR(picture.at<uchar>(150, 150), 247, 4);
}

TEST(Images, ScansLieAsTheirExifSays) {
  EXPECT_EQ(picture_at("/images/gazetteer/0002/thumbnail.jpg?height=200").size(),
            cv::Size(150, 200));
}

TEST(Images, DeepZoomIsDescribed) {
  const HttpAnswer answer = asked("/images/gazetteer/0001/tiles.dzi");
  EXPECT_EQ(answer.headers.at("content-type"), "application/xml; charset=utf-8");
  EXPECT_EQ(
      answer.body,
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<Image xmlns=\"http://schemas.microsoft.com/deepzoom/2008\" Format=\"jpg\" Overlap=\"1\" "
      "TileSize=\"512\">\n <Size Width=\"600\" Height=\"800\"/>\n</Image>\n");
}

TEST(Images, TilesCoverEveryLevel) {
  EXPECT_EQ(picture_at("/images/gazetteer/0001/tiles_files/10/0_0.jpg").size(), cv::Size(513, 513));
  EXPECT_EQ(picture_at("/images/gazetteer/0001/tiles_files/10/1_1.jpg").size(), cv::Size(89, 289));
  EXPECT_EQ(picture_at("/images/gazetteer/0001/tiles_files/9/0_0.jpg").size(), cv::Size(300, 400));
  EXPECT_EQ(picture_at("/images/gazetteer/0001/tiles_files/0/0_0.jpg").size(), cv::Size(1, 1));
  const cv::Mat tile = picture_at("/images/gazetteer/0001/tiles_files/10/0_0.jpg");
  EXPECT_LT(tile.at<uchar>(350, 250), 20);
  EXPECT_GT(tile.at<uchar>(290, 250), 200);
}

TEST(Images, WrongAddressesAreRefused) {
  const std::pair<std::string_view, int> wrong[] = {
      {"/images/gazetteer/0001/thumbnail.jpg?height=0", 400},
      {"/images/gazetteer/0001/thumbnail.jpg?height=100000", 400},
      {"/images/gazetteer/0001/thumbnail.jpg?width=10", 400},
      {"/images/gazetteer/0001/crop.jpg", 400},
      {"/images/gazetteer/0001/crop.jpg?box=1,2,3", 400},
      {"/images/gazetteer/0001/crop.jpg?box=1,2,3,nan", 400},
      {"/images/gazetteer/0001/crop.jpg?box=1,2,3,inf", 400},
      {"/images/gazetteer/0001/crop.jpg?box=1,2,0,5", 400},
      {"/images/gazetteer/0001/crop.jpg?box=1,2,3,4,5", 400},
      {"/images/gazetteer/0001/crop.jpg?box=9000,0,10,10", 400},
      {"/images/gazetteer/0001/tiles_files/11/0_0.jpg", 404},
      {"/images/gazetteer/0001/tiles_files/10/2_0.jpg", 404},
      {"/images/gazetteer/0001/tiles_files/10/-1_0.jpg", 404},
      {"/images/gazetteer/0001/tiles_files/10/0_0.png", 404},
      {"/images/gazetteer/0001/tiles_files/999999999999/0_0.jpg", 404},
      {"/images/gazetteer/0009/thumbnail.jpg", 404},
      {"/images/none/0001/thumbnail.jpg", 404},
      {"/images/%E5%8F%B2%E8%A8%98/0001/thumbnail.jpg", 404},
      {"/images/gazetteer/0001/other.jpg", 404},
  };
  for (const auto& [target, status] : wrong) EXPECT_EQ(asked(target).status, status) << target;
}

TEST(Images, ThinAndHugeCutsStayWithinBounds) {
  EXPECT_EQ(picture_at("/images/gazetteer/0001/crop.jpg?box=0,0,600,1&height=2000").cols, 4000);
  EXPECT_EQ(picture_at("/images/gazetteer/0001/crop.jpg?box=0,0,0.01,800&height=16").cols, 1);
  EXPECT_LE(picture_at("/images/gazetteer/0001/crop.jpg?box=-900000,-900000,1000000,1000000").rows,
            2000);
}

// Until the pyramid of a large scan is made, tiles come from a reduced copy and are not to be kept.
TEST(Images, LargeScansBecomeSharpOnceTheirPyramidIsThere) {
  const SampleArchive sample;
  sample.add_large_book();
  auto server = ArchiveServer::start(sample.archive(), {.port = 0});
  ASSERT_TRUE(server);
  const std::string_view tile = "/images/large/0001/tiles_files/13/11_0.jpg";
  HttpAnswer answer = get(server->port(), tile);
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.headers.at("cache-control"), "no-store");
  const std::string coarse = answer.body;
  for (int i = 0; i < 600 && answer.headers.at("cache-control") == "no-store"; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    answer = get(server->port(), tile);
  }
  EXPECT_EQ(answer.headers.at("cache-control"), "public, max-age=86400");
  for (const std::string& jpeg : {coarse, answer.body}) {
    const cv::Mat pixels =
        cv::imdecode(std::vector<uchar>(jpeg.begin(), jpeg.end()), cv::IMREAD_GRAYSCALE);
    ASSERT_EQ(pixels.size(), cv::Size(514, 513));
    EXPECT_LT(pixels.at<uchar>(150, 6050 - 5631), 20);
    EXPECT_GT(pixels.at<uchar>(150, 5990 - 5631), 200);
    EXPECT_GT(pixels.at<uchar>(210, 6050 - 5631), 200);
  }
  const HttpAnswer whole = get(server->port(), "/images/large/0001/tiles_files/8/0_0.jpg");
  EXPECT_EQ(whole.headers.at("cache-control"), "public, max-age=86400");
}

TEST(Images, ManyAtOnceAreAllAnswered) {
  std::vector<std::thread> readers;
  std::atomic<int> good = 0;
  for (int i = 0; i < 24; ++i)
    readers.emplace_back([&good, i] {
      const auto target = fmt::format(
          "/images/gazetteer/000{}/crop.jpg?box=10,10,{},200&height=100", 1 + i % 2, 50 + i);
      good += asked(target).status == 200 ? 1 : 0;
    });
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(good, 24);
}

}  // namespace
}  // namespace wenlan
