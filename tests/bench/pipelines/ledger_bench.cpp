// SPDX-License-Identifier: GPL-3.0-or-later
// What the ledger costs as it grows: opening, planning a whole archive, the next pages of a run,
// and recording one page. Arguments are page rows; they stand in books of 10,000 pages.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <unistd.h>

#include "engine/base/sha256.h"
#include "index/archive/scan_list.h"
#include "pipelines/ledger/ledger.h"

namespace wenlan {
namespace {

constexpr int kPagesABook = 10'000;

LedgerEntry entry_of(std::int64_t workflow, int page) {
  return {.input = sha256_of(std::to_string(page)),
          .workflow = workflow,
          .page_sha256 = sha256_of(std::to_string(-page)),
          .page_stamp = {60'000, 1'700'000'000'000'000'000 + page},
          .expected_cer = .02F,
          .pitches = {52.5F},
          .times = {{"load", 60},
                    {"clean", 90},
                    {"specks", 3},
                    {"segment", 450},
                    {"recognise", 500},
                    {"tag", 10},
                    {"keep", 4}},
          .host = "node1",
          .attempts = 1,
          .ended_at = 1'700'000'000 + page};
}

std::string book_name(int book) {
  return fmt::format("book{:04}", book);
}

// A ledger of so many rows, made once and deleted at the end.
class FilledLedger {
 public:
  explicit FilledLedger(int rows)
      : folder_(std::filesystem::temp_directory_path() /
                fmt::format("wenlan-ledger-{}-{}", ::getpid(), rows)),
        books_(std::max(1, rows / kPagesABook)) {
    std::filesystem::create_directories(folder_);
    Ledger ledger = Ledger::open(file()).value();
    const std::int64_t workflow = *ledger.number_of({{"load", "1", "a", ""}});
    for (int book = 0; book < books_; ++book) {
      std::vector<PageEntry> entries;
      for (int page = 1; page <= std::min(rows, kPagesABook); ++page)
        entries.push_back({page_id_of(page), entry_of(workflow, page)});
      if (!ledger.record(book_name(book), entries)) std::abort();
    }
  }
  FilledLedger(const FilledLedger&) = delete;
  FilledLedger& operator=(const FilledLedger&) = delete;
  ~FilledLedger() { std::filesystem::remove_all(folder_); }

  std::filesystem::path file() const { return folder_ / "ledger.sqlite"; }
  int books() const { return books_; }

 private:
  std::filesystem::path folder_;
  int books_;
};

const FilledLedger& ledger_of(const benchmark::State& state) {
  static std::map<std::int64_t, std::unique_ptr<FilledLedger>> made;
  auto& ledger = made[state.range(0)];
  if (!ledger) ledger = std::make_unique<FilledLedger>(static_cast<int>(state.range(0)));
  return *ledger;
}

void open_ledger(benchmark::State& state) {
  const FilledLedger& filled = ledger_of(state);
  for (auto _ : state) benchmark::DoNotOptimize(Ledger::open(filled.file()));
  state.counters["MB"] = static_cast<double>(std::filesystem::file_size(filled.file())) / 1e6;
}

void read_all_entries(benchmark::State& state) {
  const FilledLedger& filled = ledger_of(state);
  const Ledger ledger = Ledger::open(filled.file()).value();
  for (auto _ : state)
    for (int book = 0; book < filled.books(); ++book)
      benchmark::DoNotOptimize(ledger.entries(book_name(book)));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}

void claim_a_hundred_pages(benchmark::State& state) {
  const FilledLedger& filled = ledger_of(state);
  Ledger ledger = Ledger::open(filled.file()).value();
  std::vector<std::string> pages;
  for (int page = 1; page <= 100; ++page) pages.push_back(page_id_of(page));
  for (auto _ : state) {
    benchmark::DoNotOptimize(ledger.claim(book_name(filled.books() / 2), pages, "run"));
    benchmark::DoNotOptimize(ledger.release("run"));
  }
}

void record_a_page(benchmark::State& state) {
  const FilledLedger& filled = ledger_of(state);
  Ledger ledger = Ledger::open(filled.file()).value();
  int page = 0;
  for (auto _ : state) {
    page = page % kPagesABook + 1;
    const PageEntry entry{page_id_of(page), entry_of(1, page)};
    benchmark::DoNotOptimize(ledger.record(book_name(page % filled.books()), std::span(&entry, 1)));
  }
}

BENCHMARK(open_ledger)->Arg(10'000)->Arg(1'000'000)->Arg(10'000'000)->Unit(benchmark::kMillisecond);
BENCHMARK(read_all_entries)
    ->Arg(10'000)
    ->Arg(1'000'000)
    ->Arg(10'000'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(claim_a_hundred_pages)
    ->Arg(10'000)
    ->Arg(1'000'000)
    ->Arg(10'000'000)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(record_a_page)
    ->Arg(10'000)
    ->Arg(1'000'000)
    ->Arg(10'000'000)
    ->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace wenlan
