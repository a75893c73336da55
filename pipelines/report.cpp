// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipelines/report.h"

#include <algorithm>
#include <filesystem>

#include <nlohmann/json.hpp>

#include "pipelines/ledger/ledger.h"

namespace wenlan {
namespace {

constexpr std::int64_t kPauseBetweenRunsS = 600;

struct Ending {
  std::int64_t ended_at;
  std::int64_t took_ms;
};

// Counted back from the last page until a pause longer than any page takes.
double rate_of_latest_run(std::vector<Ending> endings) {
  if (endings.empty()) return 0;
  std::sort(endings.begin(), endings.end(), [](const Ending& a, const Ending& b) {
    return a.ended_at > b.ended_at;
  });
  std::size_t pages = 1;
  while (pages < endings.size() &&
         endings[pages - 1].ended_at - endings[pages].ended_at < kPauseBetweenRunsS)
    ++pages;
  const double first_second = static_cast<double>(endings[pages - 1].ended_at) -
                              static_cast<double>(endings[pages - 1].took_ms) / 1000;
  const double seconds =
      std::max(1.0, static_cast<double>(endings.front().ended_at) - first_second);
  return 3600.0 * static_cast<double>(pages) / seconds;
}

std::int64_t took_ms(const LedgerEntry& entry) {
  std::int64_t sum = 0;
  for (const StepTime& time : entry.times) sum += time.took_ms;
  return sum;
}

class ReportMaker {
 public:
  explicit ReportMaker(const Archive& archive) : archive_(archive) {}

  Result<ArchiveReport> make() {
    std::error_code ignored;
    const bool has_run = std::filesystem::exists(archive_.ledger_file(), ignored);
    auto ledger = has_run ? Ledger::open(archive_.ledger_file()).map([](Ledger l) {
      return std::optional<Ledger>(std::move(l));
    })
                          : Result<std::optional<Ledger>>(std::nullopt);
    if (!ledger) return fail(ledger);
    const auto books = archive_.books();
    if (!books) return fail(books);
    for (const BookRecord& book : *books)
      if (auto added = add_book(book, *ledger); !added) return fail(added);
    std::stable_sort(report_.doubtful.begin(),
                     report_.doubtful.end(),
                     [](const auto& a, const auto& b) { return a.expected_cer > b.expected_cer; });
    report_.pages_per_hour = rate_of_latest_run(std::move(endings_));
    return std::move(report_);
  }

 private:
  Result<void> add_book(const BookRecord& book, const std::optional<Ledger>& ledger) {
    const auto scans = archive_.scans(book.id);
    if (!scans) return fail(scans);
    const auto entries =
        ledger ? ledger->entries(book.id) : Result<std::map<std::string, LedgerEntry>>({});
    if (!entries) return fail(entries);
    ArchiveReport::Book row{.id = book.id, .title = book.title};
    for (const PageSlot& slot : page_slots(*scans)) {
      const auto entry = entries->find(slot.page);
      if (entry == entries->end())
        ++row.pages.waiting;
      else
        count(row, slot.page, entry->second);
    }
    report_.pages.done += row.pages.done;
    report_.pages.failed += row.pages.failed;
    report_.pages.waiting += row.pages.waiting;
    report_.books.push_back(std::move(row));
    return {};
  }

  void count(ArchiveReport::Book& book, const std::string& page, const LedgerEntry& entry) {
    if (entry.state != PageState::done) {
      const PageFailure& why = entry.failure;
      ++book.pages.failed;
      report_.failed.push_back(
          {book.id, page, why.scan, why.step, why.code, why.message, entry.attempts});
      return;
    }
    ++book.pages.done;
    endings_.push_back({entry.ended_at, took_ms(entry)});
    if (entry.expected_cer > kDoubtfulCer)
      report_.doubtful.push_back({book.id, page, entry.expected_cer});
  }

  const Archive& archive_;
  ArchiveReport report_;
  std::vector<Ending> endings_;
};

nlohmann::json to_json_object(const PageCounts& pages) {
  return {{"done", pages.done}, {"failed", pages.failed}, {"waiting", pages.waiting}};
}

}  // namespace

Result<ArchiveReport> make_report(const Archive& archive) {
  return ReportMaker(archive).make();
}

std::string to_json(const ArchiveReport& report) {
  using Json = nlohmann::json;
  Json books = Json::array();
  for (const auto& book : report.books)
    books.push_back(
        {{"id", book.id}, {"title", book.title}, {"pages", to_json_object(book.pages)}});
  Json failed = Json::array();
  for (const auto& f : report.failed)
    failed.push_back({{"book", f.book},
                      {"page", f.page},
                      {"scan", f.scan},
                      {"step", f.step},
                      {"code", f.code},
                      {"message", f.message},
                      {"attempts", f.attempts}});
  Json doubtful = Json::array();
  for (const auto& d : report.doubtful)
    doubtful.push_back({{"book", d.book}, {"page", d.page}, {"expected_cer", d.expected_cer}});
  return Json{{"books", std::move(books)},
              {"pages", to_json_object(report.pages)},
              {"failed", std::move(failed)},
              {"doubtful", std::move(doubtful)},
              {"pages_per_hour", report.pages_per_hour}}
      .dump();
}

}  // namespace wenlan
