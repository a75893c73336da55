// SPDX-License-Identifier: GPL-3.0-or-later
// Starting, stopping, and archives that have no index yet.
#include <atomic>
#include <chrono>
#include <thread>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "http_client.h"
#include "sample_archive.h"

namespace wenlan {
namespace {

TEST(Server, PortThatIsTakenIsNamed) {
  const int taken = served_sample().port;
  const auto second = ArchiveServer::start(served_sample().sample.archive(), {.port = taken});
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::port_in_use);
  EXPECT_EQ(second.error().subject, "127.0.0.1:" + std::to_string(taken));
}

TEST(Server, AddressThatIsNoneIsNamed) {
  for (const std::string address : {"nowhere", "300.1.1.1", "", "203.0.113.7"}) {
    const auto server =
        ArchiveServer::start(served_sample().sample.archive(), {.address = address, .port = 0});
    ASSERT_FALSE(server) << address;
    EXPECT_EQ(server.error().code, ErrorCode::usage) << address;
  }
}

TEST(Server, TellsItsAddress) {
  EXPECT_EQ(served_sample().server->address(),
            "http://127.0.0.1:" + std::to_string(served_sample().port));
}

TEST(Server, ArchiveWithoutIndexIsServedAndSearchesOnceItHasOne) {
  const SampleArchive sample;
  auto server = ArchiveServer::start(sample.archive(), {.port = 0});
  ASSERT_TRUE(server);
  EXPECT_EQ(get(server->port(), "/api/books/gazetteer").status, 200);
  EXPECT_EQ(get(server->port(), "/api/health").status, 200);
  const HttpAnswer search = get(server->port(), "/api/search?q=a");
  EXPECT_EQ(search.status, 503);
  EXPECT_EQ(nlohmann::json::parse(search.body)["error"]["code"], "missing_index");
  EXPECT_EQ(get(server->port(), "/api/subjects").status, 503);
  sample.build_index();
  EXPECT_EQ(get(server->port(), "/api/search?q=%E7%8E%8B").status, 200);
  EXPECT_EQ(get(server->port(), "/api/subjects").status, 200);
}

TEST(Server, StopsAtOnceAndForGood) {
  const SampleArchive sample;
  auto server = ArchiveServer::start(sample.archive(), {.port = 0});
  ASSERT_TRUE(server);
  const int port = server->port();
  std::atomic<bool> stopped = false;
  std::vector<std::thread> readers;
  for (int i = 0; i < 4; ++i)
    readers.emplace_back([&] {
      while (!stopped) get(port, "/images/gazetteer/0001/thumbnail.jpg?height=100");
    });
  const auto begin = std::chrono::steady_clock::now();
  get(port, "/api/books");
  server->stop();
  stopped = true;
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
  for (std::thread& reader : readers) reader.join();
  EXPECT_EQ(get(port, "/api/books").status, 0);
  server->stop();
}

TEST(Server, SilentConnectionsAreClosed) {
  const SampleArchive sample;
  auto server = ArchiveServer::start(sample.archive(), {.port = 0, .timeout_s = 1});
  ASSERT_TRUE(server);
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(send_raw(server->port(), "GET /api/bo").status, 0);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(8));
}

TEST(Server, DamagedPageIsAFaultOfItsOwn) {
  const SampleArchive sample;
  const auto file = sample.archive().page_file("gazetteer", "0001");
  std::filesystem::resize_file(file, 300);
  auto server = ArchiveServer::start(sample.archive(), {.port = 0});
  ASSERT_TRUE(server);
  const HttpAnswer page = get(server->port(), "/api/books/gazetteer/pages/0001");
  EXPECT_EQ(page.status, 422);
  EXPECT_EQ(page.body.find(file.parent_path().string()), std::string::npos);
  EXPECT_EQ(get(server->port(), "/images/gazetteer/0001/thumbnail.jpg").status, 422);
  EXPECT_EQ(nlohmann::json::parse(get(server->port(), "/api/books/gazetteer").body)["pages"].size(),
            1U);
}

}  // namespace
}  // namespace wenlan
