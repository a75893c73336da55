// SPDX-License-Identifier: GPL-3.0-or-later
// The web site: from a folder, and as it is built into the program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/base/file.h"
#include "http_client.h"
#include "sample_archive.h"

namespace wenlan {
namespace {

using testing::HasSubstr;

class SiteFromFolder : public testing::Test {
 protected:
  void SetUp() override {
    const auto folder = sample_.archive().root() / "site";
    ASSERT_TRUE(write_file_atomically(folder / "index.html", "<p>site</p>"));
    ASSERT_TRUE(write_file_atomically(folder / "assets/a-1.js", "let a"));
    auto server = ArchiveServer::start(sample_.archive(), {.port = 0}, folder);
    ASSERT_TRUE(server);
    server_ = std::make_unique<ArchiveServer>(*std::move(server));
  }
  HttpAnswer asked(std::string_view target) const { return get(server_->port(), target); }

  SampleArchive sample_;
  std::unique_ptr<ArchiveServer> server_;
};

TEST_F(SiteFromFolder, ViewsGetTheIndex) {
  for (const std::string_view target : {"/",
                                        "/search",
                                        "/search?q=%E7%8E%8B&in=note",
                                        "/book/gazetteer",
                                        "/book/a.b/0001",
                                        "/subject/person-1"}) {
    const HttpAnswer answer = asked(target);
    EXPECT_EQ(answer.status, 200) << target;
    EXPECT_EQ(answer.body, "<p>site</p>") << target;
    EXPECT_EQ(answer.headers.at("content-type"), "text/html; charset=utf-8");
    EXPECT_EQ(answer.headers.at("cache-control"), "no-cache");
  }
}

TEST_F(SiteFromFolder, FilesHaveTheirTypeAndMissingOnesAreMissing) {
  EXPECT_EQ(asked("/assets/a-1.js").headers.at("content-type"), "text/javascript; charset=utf-8");
  EXPECT_EQ(asked("/assets/a-2.js").status, 404);
  EXPECT_EQ(asked("/favicon.ico").status, 404);
  EXPECT_EQ(asked("/assets").status, 404);
  EXPECT_EQ(asked("/api/none").status, 404);
}

TEST(BuiltInSite, IsServedOrSaysThatItIsNotThere) {
  const HttpAnswer answer = get(served_sample().port, "/");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.headers.at("content-type"), "text/html; charset=utf-8");
  if (answer.body.find("WENLAN_WEB=OFF") != std::string::npos)
    GTEST_SKIP() << "built without the web site";
  const std::size_t script = answer.body.find("/assets/");
  ASSERT_NE(script, std::string::npos);
  const std::string path = answer.body.substr(script, answer.body.find('"', script) - script);
  const HttpAnswer asset = get(served_sample().port, path);
  EXPECT_EQ(asset.status, 200) << path;
  EXPECT_EQ(asset.headers.at("cache-control"), "public, max-age=31536000, immutable");
  EXPECT_EQ(
      get(served_sample().port, path, "If-None-Match: " + asset.headers.at("etag") + "\r\n").status,
      304);
  EXPECT_EQ(get(served_sample().port, "/book/gazetteer/0001").body, answer.body);
}

}  // namespace
}  // namespace wenlan
