// SPDX-License-Identifier: GPL-3.0-or-later
// How fast an index is built and searched, and how large it is.
//   search_bench CORPUS.txt FOLDER [MILLIONS]
// CORPUS.txt: UTF-8 text, "### book/…" begins a part of a book. Its Han characters are cut into
// pages of 400. FOLDER is made anew. One thread; times are warm.
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>
#include <sys/resource.h>
#include <time.h>

#include "engine/base/utf8.h"
#include "index/build/build_index.h"
#include "index/query/searcher.h"
#include "index/schema/searchable.h"

namespace wenlan {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPageCharacters = 400;

struct Book {
  std::string id;
  std::u32string text;
};

std::vector<Book> read_corpus(const fs::path& file, std::size_t most_characters) {
  std::vector<Book> books;
  std::ifstream lines(file);
  std::string line;
  std::size_t characters = 0;
  while (characters < most_characters && std::getline(lines, line)) {
    if (line.starts_with("### ")) {
      const std::string id = line.substr(4, line.find('/') - 4);
      if (books.empty() || books.back().id != id) books.push_back({id, {}});
      continue;
    }
    if (books.empty()) books.push_back({"book", {}});
    for (const char32_t c : to_code_points(line)) {
      if (!is_han(c)) continue;
      books.back().text += c;
      ++characters;
    }
  }
  return books;
}

class CorpusPages : public PageSource {
 public:
  explicit CorpusPages(const std::vector<Book>& books) : books_(books) {}
  Result<std::optional<IndexedBook>> next_book() override {
    at_ = 0;
    if (book_ == books_.size()) return std::optional<IndexedBook>();
    const std::string& id = books_[book_++].id;
    return std::optional(IndexedBook{fmt::format("{:04}", book_), id, "", ""});
  }
  Result<std::optional<Page>> next_page() override {
    const std::u32string& text = books_[book_ - 1].text;
    if (at_ >= text.size()) return std::optional<Page>();
    Page page;
    page.id = fmt::format("{:06}", at_ / kPageCharacters + 1);
    page.transcript.text = to_utf8(std::u32string_view(text).substr(at_, kPageCharacters));
    page.transcript.lines.push_back(
        {{0, static_cast<std::uint32_t>(page.transcript.text.size())}, 1});
    page.layout.lines.push_back({.id = "l1", .region = "r1"});
    at_ += kPageCharacters;
    return std::optional(std::move(page));
  }
  std::int64_t page_count() const override { return 0; }

 private:
  const std::vector<Book>& books_;
  std::size_t book_ = 0;
  std::size_t at_ = 0;
};

std::uintmax_t size_of(const fs::path& folder, const std::function<bool(const fs::path&)>& counts) {
  std::uintmax_t size = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && counts(entry.path())) size += entry.file_size();
  return size;
}

double percentile(std::vector<double> times, double share) {
  std::sort(times.begin(), times.end());
  return times[std::min(times.size() - 1,
                        static_cast<std::size_t>(share * static_cast<double>(times.size())))];
}

double cpu_ms() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void run(const Searcher& searcher,
         const std::string& name,
         const std::vector<std::string>& queries,
         bool facets) {
  std::vector<double> times;
  for (int pass = 0; pass < 2; ++pass) {
    times.clear();
    for (const std::string& query : queries) {
      const double begin = cpu_ms();
      const auto answer = searcher.search({.query = query, .facets = facets});
      times.push_back(answer ? cpu_ms() - begin : 1e9);
    }
  }
  fmt::print("{:28} {:5} queries  p50 {:8.3f}  p95 {:8.3f}  p99 {:8.3f}  worst {:8.3f} ms\n",
             name,
             queries.size(),
             percentile(times, .5),
             percentile(times, .95),
             percentile(times, .99),
             *std::max_element(times.begin(), times.end()));
}

// Pages on which the phrase begins, by reading everything.
std::int64_t count_by_reading(const std::vector<std::u16string>& folded, const std::string& query) {
  const std::u16string wanted = search_text_of(to_code_points(query)).folded;
  std::int64_t pages = 0;
  for (const std::u16string& text : folded) {
    std::size_t last = static_cast<std::size_t>(-1);
    for (std::size_t at = text.find(wanted); at != std::u16string::npos;
         at = text.find(wanted, at + 1)) {
      if (at / kPageCharacters != last) ++pages;
      last = at / kPageCharacters;
    }
  }
  return pages;
}

struct QuerySets {
  std::vector<std::string> phrases, singles, absent, hot;
};

QuerySets make_queries(const std::vector<Book>& books) {
  std::mt19937 random(20);
  QuerySets sets;
  const auto place_in = [&](std::size_t length) {
    while (true) {
      const Book& book = books[random() % books.size()];
      if (book.text.size() > length)
        return book.text.substr(random() % (book.text.size() - length), length);
    }
  };
  for (int i = 0; i < 1000; ++i) {
    constexpr std::array<std::size_t, 4> kLengths{2, 3, 4, 7};
    sets.phrases.push_back(to_utf8(place_in(kLengths[static_cast<std::size_t>(i) % 4])));
    if (i < 200) {
      sets.singles.push_back(to_utf8(place_in(1)));
      sets.absent.push_back(to_utf8(place_in(2) + place_in(2) + place_in(2)));
    }
  }
  std::unordered_map<std::u32string, int> frequent;
  for (const Book& book : books)
    for (std::size_t at = 0; at + 4 <= book.text.size(); at += 3)
      for (std::size_t length = 2; length <= 4; ++length) ++frequent[book.text.substr(at, length)];
  std::vector<std::pair<int, std::u32string>> order;
  for (const auto& [text, count] : frequent) order.emplace_back(-count, text);
  std::sort(order.begin(), order.end());
  std::array<int, 5> taken{};
  for (const auto& [count, text] : order)
    if (taken[text.size()]++ < 8) sets.hot.push_back(to_utf8(text));
  return sets;
}

int measure(const fs::path& corpus, const fs::path& folder, std::size_t most_characters) {
  const std::vector<Book> books = read_corpus(corpus, most_characters);
  fs::remove_all(folder);
  CorpusPages source(books);
  const auto report =
      build_index(source, folder / "index", folder / "knowledge.sqlite", {}, {}, {});
  if (!report) return fmt::print(stderr, "{}\n", to_sentence(report.error())), 1;
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  const double cpu = static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec);
  std::uintmax_t text_size = 0;
  for (const Book& book : books) text_size += to_utf8(book.text).size();
  const auto share = [&](const std::function<bool(const fs::path&)>& counts) {
    return static_cast<double>(size_of(folder / "index" / report->generation, counts)) /
           static_cast<double>(text_size);
  };
  fmt::print(
      "{} pages, {} characters, built in {:.1f} s ({:.0f} pages/s, {:.0f} a CPU second), peak {} "
      "MB\n",
      report->pages,
      report->characters,
      report->took_s,
      static_cast<double>(report->pages) / report->took_s,
      static_cast<double>(report->pages) / cpu,
      usage.ru_maxrss / 1024);
  fmt::print("size x text: terms {:.2f}, search text {:.2f}, page text {:.2f}\n",
             share([](const fs::path& file) {
               return file.extension() == ".glass" || file.filename() == "iamglass";
             }),
             share([](const fs::path& file) {
               return file.extension() == ".folded" || file.extension() == ".printed";
             }),
             share([](const fs::path& file) { return file.filename() == "page_texts.bin"; }));
  const auto searcher = Searcher::open(folder / "index");
  if (!searcher) return fmt::print(stderr, "{}\n", to_sentence(searcher.error())), 1;
  const QuerySets sets = make_queries(books);
  run(*searcher, "phrases of 2, 3, 4, 7", sets.phrases, false);
  run(*searcher, "one character", sets.singles, false);
  run(*searcher, "absent", sets.absent, false);
  run(*searcher, "hot", sets.hot, false);
  run(*searcher, "phrases, with facets", sets.phrases, true);
  std::vector<std::u16string> folded;
  for (const Book& book : books) folded.push_back(search_text_of(book.text).folded);
  int wrong = 0;
  for (std::size_t i = 0; i < 200; ++i) {
    const std::string& query = i < 160 ? sets.phrases[i] : sets.hot[i % sets.hot.size()];
    const auto answer = searcher->search({.query = query, .facets = false});
    if (!answer || answer->total != count_by_reading(folded, query)) ++wrong;
  }
  fmt::print("counts that differ from reading everything: {} of 200\n", wrong);
  return wrong == 0 ? 0 : 1;
}

}  // namespace
}  // namespace wenlan

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "search_bench CORPUS.txt FOLDER [MILLIONS OF CHARACTERS]\n");
    return 2;
  }
  const double millions = argc > 3 ? std::stod(argv[3]) : 5;
  return wenlan::measure(argv[1], argv[2], static_cast<std::size_t>(millions * 1e6));
}
