// SPDX-License-Identifier: GPL-3.0-or-later
#include "index/query/term_reader.h"

#include <algorithm>

#include <xapian.h>

#include "engine/base/file.h"

namespace wenlan {
namespace {

constexpr Xapian::docid kNone = 0xFFFFFFFF;

// The documents of any of some terms, in order.
class Union {
 public:
  Union(const Xapian::Database& database, const std::vector<std::string>& terms) {
    for (const std::string& term : terms) {
      const Xapian::doccount frequency = database.get_termfreq(term);
      if (frequency == 0) continue;
      estimate_ += frequency;
      lists_.push_back({database.postlist_begin(term), database.postlist_end(term)});
    }
  }
  Xapian::doccount estimate() const { return estimate_; }
  // The first document that is not before `wanted`; kNone when there is none.
  Xapian::docid from(Xapian::docid wanted) {
    Xapian::docid first = kNone;
    for (auto& [at, end] : lists_) {
      if (at == end) continue;
      if (*at < wanted) at.skip_to(wanted);
      if (at != end) first = std::min(first, *at);
    }
    return first;
  }

 private:
  std::vector<std::pair<Xapian::PostingIterator, Xapian::PostingIterator>> lists_;
  Xapian::doccount estimate_ = 0;
};

}  // namespace

struct TermReader::State {
  std::filesystem::path folder;
  Xapian::Database database;

  template <class Value, class Work>
  Result<Value> guarded(Work&& work) const {
    try {
      return work();
    } catch (const Xapian::Error& error) {
      return fail(ErrorCode::io_failed, printable_name(folder), error.get_description());
    }
  }
};

TermReader::TermReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
TermReader::TermReader(TermReader&&) noexcept = default;
TermReader& TermReader::operator=(TermReader&&) noexcept = default;
TermReader::~TermReader() = default;

Result<TermReader> TermReader::open(const std::filesystem::path& folder) {
  auto state = std::make_unique<State>(State{folder, {}});
  const auto opened = state->guarded<bool>([&] {
    state->database = Xapian::Database(folder.string());
    return true;
  });
  if (!opened) return fail(opened);
  return TermReader(std::move(state));
}

Result<std::uint32_t> TermReader::frequency(const std::string& term) const {
  return state_->guarded<std::uint32_t>([&] { return state_->database.get_termfreq(term); });
}

Result<std::vector<Posting>> TermReader::postings(const std::string& term) const {
  return state_->guarded<std::vector<Posting>>([&] {
    std::vector<Posting> found;
    found.reserve(state_->database.get_termfreq(term));
    for (auto at = state_->database.postlist_begin(term), end = state_->database.postlist_end(term);
         at != end;
         ++at)
      found.push_back({*at - 1, at.get_wdf()});
    return found;
  });
}

Result<std::vector<std::uint32_t>> TermReader::documents_with(const TermGroups& groups) const {
  return state_->guarded<std::vector<std::uint32_t>>([&] {
    std::vector<std::uint32_t> found;
    std::vector<Union> unions;
    for (const auto& group : groups) {
      unions.emplace_back(state_->database, group);
      if (unions.back().estimate() == 0) return found;
    }
    if (unions.empty()) return found;
    std::sort(unions.begin(), unions.end(), [](const Union& a, const Union& b) {
      return a.estimate() < b.estimate();
    });
    Xapian::docid wanted = 1;
    while ((wanted = unions.front().from(wanted)) != kNone) {
      Xapian::docid furthest = wanted;
      for (std::size_t other = 1; other < unions.size() && furthest == wanted; ++other)
        furthest = unions[other].from(wanted);
      if (furthest == kNone) break;
      if (furthest == wanted) {
        found.push_back(wanted - 1);
        ++wanted;
      } else {
        wanted = furthest;
      }
    }
    return found;
  });
}

Result<std::string> TermReader::data_of(std::uint32_t document) const {
  return state_->guarded<std::string>(
      [&] { return state_->database.get_document(document + 1).get_data(); });
}

}  // namespace wenlan
