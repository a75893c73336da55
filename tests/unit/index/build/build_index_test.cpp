// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/build/build_index.h"

#include <atomic>
#include <fstream>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "index/query/searcher.h"
#include "index/schema/generation.h"
#include "tests/support/index_folder.h"

namespace wenlan {
namespace {

using ::testing::ElementsAre;
using testing::IndexFolder;
using testing::ListedBook;
using testing::ListedPages;
using testing::text_page;

std::vector<ListedBook> book_of(int pages, const std::string& text) {
  ListedBook book{{"a", "甲", "", ""}, {}};
  for (int page = 1; page <= pages; ++page) {
    std::string id = "000" + std::to_string(page);
    book.pages.push_back(text_page(id.substr(id.size() - 4), text));
  }
  return {book};
}

std::int64_t total(const Searcher& searcher, const std::string& query) {
  const auto answer = searcher.search({.query = query});
  return answer ? answer->total : -1;
}

TEST(BuildIndex, KeepsTheGenerationBeforeAndRemovesOlderOnes) {
  const IndexFolder folder;
  for (int build = 0; build < 3; ++build) folder.build(book_of(2, "山川"));
  EXPECT_THAT(generations_in(folder.index()), ElementsAre("000002", "000003"));
  EXPECT_EQ(published_generation(folder.index()).value_or(""), "000003");
}

TEST(BuildIndex, AnOpenSearcherTakesUpWhatIsPublished) {
  const IndexFolder folder(book_of(2, "山川"));
  const auto searcher = Searcher::open(folder.index());
  ASSERT_TRUE(searcher);
  EXPECT_EQ(total(*searcher, "山川"), 2);
  folder.build(book_of(5, "山川"));
  EXPECT_EQ(total(*searcher, "山川"), 5);
  EXPECT_EQ(searcher->contents()->pages, 5);
}

TEST(BuildIndex, SearchesSeeTheOldOrTheNewIndexNeverHalf) {
  const IndexFolder folder(book_of(3, "山川"));
  const auto searcher = Searcher::open(folder.index());
  ASSERT_TRUE(searcher);
  std::atomic<bool> done = false;
  std::atomic<int> searches = 0;
  std::vector<std::jthread> readers;
  for (int reader = 0; reader < 3; ++reader)
    readers.emplace_back([&] {
      while (!done) {
        const std::int64_t pages = total(*searcher, "山川");
        EXPECT_TRUE(pages == 3 || pages == 7) << pages;
        ++searches;
      }
    });
  for (int build = 0; build < 6; ++build) folder.build(book_of(build % 2 == 0 ? 7 : 3, "山川"));
  done = true;
  readers.clear();
  EXPECT_GT(searches, 0);
}

TEST(BuildIndex, ASecondBuilderIsTurnedAway) {
  const IndexFolder folder;
  std::string second;
  ListedPages source(book_of(1, "山"));
  class Meanwhile : public PageSource {
   public:
    Meanwhile(PageSource& inside, std::function<void()> look)
        : inside_(inside), look_(std::move(look)) {}
    Result<std::optional<IndexedBook>> next_book() override {
      look_();
      return inside_.next_book();
    }
    Result<std::optional<Page>> next_page() override { return inside_.next_page(); }
    std::int64_t page_count() const override { return 0; }

   private:
    PageSource& inside_;
    std::function<void()> look_;
  } meanwhile(source, [&] {
    ListedPages other(book_of(1, "川"));
    const auto report = build_index(other, folder.index(), folder.knowledge(), {}, {}, {});
    second = report ? "built" : std::string(kind_of(report.error().code).name);
  });
  EXPECT_TRUE(build_index(meanwhile, folder.index(), folder.knowledge(), {}, {}, {}));
  EXPECT_EQ(second, "busy");
}

TEST(BuildIndex, AStoppedBuildLeavesTheOldIndexAndNothingElse) {
  const IndexFolder folder(book_of(2, "山川"));
  std::stop_source stop;
  stop.request_stop();
  ListedPages source(book_of(9, "山川"));
  const auto report =
      build_index(source, folder.index(), folder.knowledge(), {}, stop.get_token(), {});
  EXPECT_EQ(report.error().code, ErrorCode::stopped);
  EXPECT_EQ(total(*Searcher::open(folder.index()), "山川"), 2);
  for (const auto& entry : std::filesystem::directory_iterator(folder.index()))
    EXPECT_FALSE(entry.path().filename().string().starts_with(".building")) << entry.path();
}

// A builder killed at any instant: the old index answers, and the next build works.
TEST(BuildIndex, AKilledBuilderHarmsNothing) {
  const IndexFolder folder(book_of(2, "山川"));
  for (int wait_ms = 1; wait_ms < 400; wait_ms = wait_ms * 3 / 2 + 1) {
    const pid_t builder = ::fork();
    if (builder == 0) {
      ListedPages source(book_of(2, "山川"));
      const auto report = build_index(source, folder.index(), folder.knowledge(), {}, {}, {});
      ::_exit(report ? 0 : 1);
    }
    ::usleep(static_cast<useconds_t>(wait_ms) * 1000);
    ::kill(builder, SIGKILL);
    ::waitpid(builder, nullptr, 0);
    const auto searcher = Searcher::open(folder.index());
    ASSERT_TRUE(searcher) << to_sentence(searcher.error());
    EXPECT_EQ(total(*searcher, "山川"), 2);
  }
  folder.build(book_of(4, "山川"));
  EXPECT_EQ(total(*Searcher::open(folder.index()), "山川"), 4);
  EXPECT_LE(generations_in(folder.index()).size(), 2U);
}

TEST(BuildIndex, ADamagedIndexIsRefusedNotRead) {
  const IndexFolder folder(book_of(2, "山川"));
  const GenerationFiles files(folder.index() / "000001");
  std::filesystem::resize_file(files.folded(SearchStream::main), 2);
  EXPECT_EQ(Searcher::open(folder.index()).error().code, ErrorCode::bad_document);
  std::ofstream(files.manifest()) << R"({"features":["from-the-future"],"variants":"1"})";
  EXPECT_EQ(Searcher::open(folder.index()).error().code, ErrorCode::index_too_new);
}

TEST(BuildIndex, AnEmptyArchiveCanBeSearched) {
  const IndexFolder folder(std::vector<ListedBook>{});
  EXPECT_EQ(total(*Searcher::open(folder.index()), "山川"), 0);
}

}  // namespace
}  // namespace wenlan
