// SPDX-License-Identifier: GPL-3.0-or-later
// Random small libraries, searched by the index and by reading everything.
#include <map>
#include <random>
#include <set>

#include <gtest/gtest.h>

#include "engine/base/variants.h"
#include "index/query/searcher.h"
#include "tests/support/index_folder.h"

namespace wenlan {
namespace {

using testing::IndexFolder;
using testing::ListedBook;
using testing::ListedLine;
using testing::page_of;

// Few characters, so that phrases repeat; variants of each other among them, some outside the first
// plane, and punctuation.
constexpr std::u32string_view kAlphabet = U"天地玄黃黄后後國国囯𠀀𪚥為爲";
constexpr std::u32string_view kPunctuation = U"，。「 ";

struct Character {
  char32_t printed = 0;  // 0: nothing runs on over this place
  std::size_t page = 0;
};
using Stream1 = std::vector<Character>;
struct BookText {
  std::string id;
  std::vector<std::string> pages;
  std::map<StreamChoice, std::vector<Stream1>> streams;
};

class Library {
 public:
  explicit Library(unsigned seed) : random_(seed) {
    for (int book = 0; book < 3; ++book) add_book("b" + std::to_string(book));
  }

  std::vector<ListedBook> books;
  std::vector<BookText> texts;

  int below(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(random_); }
  bool chance(int percent) { return below(100) < percent; }

  std::u32string random_text(int longest) {
    std::u32string text;
    for (int left = below(longest + 1); left > 0; --left) {
      text += kAlphabet[static_cast<std::size_t>(below(static_cast<int>(kAlphabet.size())))];
      if (chance(15))
        text +=
            kPunctuation[static_cast<std::size_t>(below(static_cast<int>(kPunctuation.size())))];
    }
    return text;
  }

 private:
  void add_book(const std::string& id) {
    BookText text{id, {}, {}};
    Stream1 main, note, other;
    ListedBook book{{id, "書" + id, "", ""}, {}};
    bool main_since_note = false;
    int number = 1;
    for (int page = 0; page < 12; ++page, ++number) {
      if (chance(10)) {  // a page that was not read
        ++number;
        main.push_back({});
        note.push_back({});
      }
      std::vector<ListedLine> lines;
      for (int line = below(5); line > 0; --line) {
        const std::u32string printed = random_text(chance(20) ? 40 : 7);
        const int kind = below(10);
        const Stream stream = kind < 6 ? Stream::main : kind < 9 ? Stream::note : Stream::head_note;
        lines.push_back({stream, to_utf8(printed), "r" + std::to_string(lines.size())});
        Stream1& into = stream == Stream::main ? main : stream == Stream::note ? note : other;
        if (stream == Stream::note && main_since_note) {
          note.push_back({});
          main_since_note = false;
        }
        if (stream == Stream::head_note) other.push_back({});
        for (const char32_t c : printed) {
          if (kPunctuation.find(c) != std::u32string_view::npos) continue;
          into.push_back({c, book.pages.size()});
          main_since_note = main_since_note || stream == Stream::main;
        }
      }
      std::string page_id = "000" + std::to_string(number);
      page_id = page_id.substr(page_id.size() - 4);
      text.pages.push_back(page_id);
      book.pages.push_back(page_of(page_id, lines));
    }
    text.streams[StreamChoice::main] = {main};
    text.streams[StreamChoice::note] = {note};
    text.streams[StreamChoice::any] = {main, note, other};
    texts.push_back(std::move(text));
    books.push_back(std::move(book));
  }

  std::mt19937 random_;
};

// "book/page" for every page on which the phrase begins.
std::set<std::string> read_everything(const Library& library,
                                      const std::u32string& phrase,
                                      StreamChoice in,
                                      bool variants,
                                      int wrong) {
  std::set<std::string> found;
  for (const BookText& book : library.texts)
    for (const Stream1& stream : book.streams.at(in))
      for (std::size_t at = 0; at + phrase.size() <= stream.size(); ++at) {
        int differing = 0;
        for (std::size_t i = 0; i < phrase.size() && differing <= wrong; ++i) {
          const char32_t c = stream[at + i].printed;
          const bool same = variants ? fold_variant(c) == fold_variant(phrase[i]) : c == phrase[i];
          differing += c == 0 ? 100 : same ? 0 : 1;
        }
        if (differing <= wrong) found.insert(book.id + "/" + book.pages[stream[at].page]);
      }
  return found;
}

std::set<std::string> search_index(const Searcher& searcher, const SearchRequest& request) {
  SearchRequest all = request;
  all.limit = 1000;
  const auto answer = searcher.search(all);
  EXPECT_TRUE(answer) << to_sentence(answer.error());
  std::set<std::string> found;
  if (!answer) return found;
  for (const SearchHit& hit : answer->hits) {
    found.insert(hit.book + "/" + hit.page);
    EXPECT_FALSE(hit.matches.empty());
    for (const SearchMatch& match : hit.matches) EXPECT_EQ(match.pieces.at(0).page, hit.page);
  }
  EXPECT_EQ(answer->total, static_cast<std::int64_t>(found.size()));
  return found;
}

// A phrase from anywhere in the library, over page ends too, or one that is hardly there.
std::u32string pick_phrase(Library& library) {
  std::u32string phrase = library.random_text(5);
  const BookText& book = library.texts[static_cast<std::size_t>(library.below(3))];
  const auto& streams = book.streams.at(StreamChoice::any);
  const Stream1& stream = streams[static_cast<std::size_t>(library.below(3))];
  if (!stream.empty() && library.chance(85)) {
    phrase.clear();
    const int longest = library.chance(25) ? 60 : 5;
    auto at = static_cast<std::size_t>(library.below(static_cast<int>(stream.size())));
    for (int left = 1 + library.below(longest); left > 0 && at < stream.size(); --left, ++at)
      if (stream[at].printed != 0) phrase += stream[at].printed;
  }
  std::erase_if(phrase,
                [](char32_t c) { return kPunctuation.find(c) != std::u32string_view::npos; });
  return phrase.empty() ? std::u32string(U"天") : phrase;
}

TEST(Search, FindsExactlyWhatReadingEverythingFinds) {
  for (unsigned seed = 1; seed <= 6; ++seed) {
    Library library(seed);
    const IndexFolder folder(library.books);
    const auto searcher = Searcher::open(folder.index());
    ASSERT_TRUE(searcher) << to_sentence(searcher.error());
    for (int round = 0; round < 300; ++round) {
      const std::u32string phrase = pick_phrase(library);
      const auto in = std::array{StreamChoice::any, StreamChoice::main, StreamChoice::note}.at(
          static_cast<std::size_t>(library.below(3)));
      const bool variants = library.chance(70);
      EXPECT_EQ(search_index(*searcher, {.query = to_utf8(phrase), .in = in, .variants = variants}),
                read_everything(library, phrase, in, variants, 0))
          << "seed " << seed << ", " << to_utf8(phrase) << " in " << name_in(kStreamChoices, in)
          << (variants ? "" : " as printed");
    }
  }
}

TEST(Search, FuzzyFindsEveryExactPageAndNoneWithTwoWrong) {
  Library library(7);
  const IndexFolder folder(library.books);
  const auto searcher = Searcher::open(folder.index());
  ASSERT_TRUE(searcher);
  for (int round = 0; round < 200; ++round) {
    const std::u32string phrase = pick_phrase(library);
    const auto found = search_index(*searcher, {.query = to_utf8(phrase), .fuzzy = true});
    const auto exact = read_everything(library, phrase, StreamChoice::any, true, 0);
    const auto near = read_everything(library, phrase, StreamChoice::any, true, 1);
    EXPECT_TRUE(std::includes(found.begin(), found.end(), exact.begin(), exact.end()));
    if (phrase.size() > 2) {
      EXPECT_TRUE(std::includes(near.begin(), near.end(), found.begin(), found.end()))
          << to_utf8(phrase);
    }
    if (phrase.size() > 3 && phrase.size() < 30) {
      EXPECT_EQ(found, near) << to_utf8(phrase);
    }
  }
}

}  // namespace
}  // namespace wenlan
