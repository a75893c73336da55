// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag/date_words.h"

#include "engine/base/variants.h"

namespace wenlan {
namespace {

constexpr int kLongestMonth = 30;  // 31 only in the common calendar of the Republic

bool is_one_of(char32_t folded, std::u32string_view words) {
  for (const char32_t word : words)
    if (fold_variant(word) == folded) return true;
  return false;
}

}  // namespace

DateWords::DateWords() {
  const auto number_all =
      [](std::unordered_map<char32_t, int>& map, std::u32string_view characters, int first) {
        for (const char32_t character : characters) map.emplace(fold_variant(character), first++);
      };
  for (const std::u32string_view row : {U"〇一二三四五六七八九",
                                        U"零壹貳叄肆伍陸柒捌玖",
                                        U"0123456789",
                                        U"０１２３４５６７８９",
                                        U"○弌弍弎"})
    number_all(digits_, row, 0);
  for (const auto& [character, value] :
       {std::pair{U'十', 10}, {U'拾', 10}, {U'廿', 20}, {U'卄', 20}, {U'卅', 30}, {U'卌', 40}})
    tens_.emplace(fold_variant(character), value);
  number_all(stems_, kStems, 0);
  number_all(branches_, kBranches, 0);
  for (const auto& [character, value] : {std::pair{U'正', 1},
                                         {U'元', 1},
                                         {U'端', 1},
                                         {U'杏', 2},
                                         {U'桃', 3},
                                         {U'梅', 4},
                                         {U'蒲', 5},
                                         {U'榴', 5},
                                         {U'荷', 6},
                                         {U'桐', 7},
                                         {U'桂', 8},
                                         {U'菊', 9},
                                         {U'陽', 10},
                                         {U'冬', 11},
                                         {U'葭', 11},
                                         {U'臘', 12}})
    months_.emplace(fold_variant(character), value);
}

// Walks along the text; every `take_…` moves on only when it finds what it is named for.
class DateWords::Reader {
 public:
  Reader(const DateWords& words, std::u32string_view text, bool plain_digits)
      : words_(words), text_(text), plain_digits_(plain_digits) {}

  DateWording read() {
    if (!take_year()) return {};
    found_.length = at_;
    if (take_month()) {
      found_.length = at_;
      if (take_day()) found_.length = at_;
    }
    return found_;
  }

 private:
  char32_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : U'\0';
  }
  bool take_one_of(std::u32string_view characters) {
    const bool there = at_ < text_.size() && is_one_of(text_[at_], characters);
    at_ += there ? 1 : 0;
    return there;
  }
  static std::optional<int> look_up(const std::unordered_map<char32_t, int>& map, char32_t key) {
    const auto found = map.find(key);
    return found == map.end() ? std::nullopt : std::optional(found->second);
  }

  std::optional<int> take_plain_digits() {
    int number = 0;
    const std::size_t before = at_;
    while (const auto digit = look_up(words_.digits_, peek())) {
      number = number * 10 + *digit;
      if (++at_ - before > 2) break;
    }
    return at_ == before ? std::nullopt : std::optional(number);
  }

  // 三, 十三, 二十有三, 廿三, 23.
  std::optional<int> take_number() {
    const std::size_t before = at_;
    const bool latin = peek() < 0x80 || peek() > 0xFF00;
    const std::optional<int> first = look_up(words_.digits_, peek());
    const bool tens_follow = first && look_up(words_.tens_, peek(1)) == 10;
    if (first && !tens_follow) {
      if (latin || plain_digits_) return take_plain_digits();
      ++at_;
      const bool run_on = look_up(words_.digits_, peek()).has_value();  // 三四年: some years
      if (!run_on && *first > 0) return first;
      at_ = before;
      return std::nullopt;
    }
    at_ += first ? 1 : 0;
    const std::optional<int> tens = look_up(words_.tens_, peek());
    if (!tens) return std::nullopt;
    ++at_;
    int number = *tens == 10 ? 10 * first.value_or(1) : *tens;
    const std::size_t joined = is_one_of(peek(), U"有又") ? 1 : 0;
    if (const auto last = look_up(words_.digits_, peek(joined)); last && *last > 0) {
      number += *last;
      at_ += joined + 1;
    }
    return number;
  }

  std::optional<int> take_cycle() {
    const auto stem = look_up(words_.stems_, peek());
    const auto branch = look_up(words_.branches_, peek(1));
    if (!stem || !branch) return std::nullopt;
    const auto place = cycle_of(*stem, *branch);
    at_ += place ? 2 : 0;
    return place;
  }

  bool take_year() {
    const std::size_t before = at_;
    if (take_one_of(U"元"))
      found_.year = 1;
    else
      found_.year = take_number();
    if (found_.year && !take_one_of(U"年載祀")) {
      found_.year.reset();
      at_ = before;
    }
    const std::size_t after_number = at_;
    if (take_one_of(U"歲")) take_one_of(U"次在");
    found_.year_cycle = take_cycle();
    if (!found_.year_cycle)
      at_ = after_number;
    else if (take_one_of(U"年歲"))
      return true;
    return found_.year || found_.year_cycle;
  }

  bool take_month() {
    const std::size_t before = at_;
    if (take_month_of_season()) return true;
    take_one_of(U"春夏秋冬");
    if (take_one_of(U"閏"))
      found_.month_kind = MonthKind::leap;
    else if (take_one_of(U"後"))
      found_.month_kind = MonthKind::second_leap;
    const bool bare = found_.month_kind == MonthKind::plain;
    const char32_t word = peek();
    std::optional<int> month = look_up(words_.months_, word);
    if (month)
      ++at_;
    else
      month = take_number();
    if (!month && at_ > 0 && at_ > before) {  // 冬 was the month itself, not the season
      at_ = before;
      month = look_up(words_.months_, peek());
      if (month) ++at_;
    }
    if (month && *month >= 1 && *month <= 12 && take_one_of(U"月")) {
      found_.month = *month;
      if (bare && is_one_of(word, U"臘")) found_.month_kind = MonthKind::wu_twelfth;
      if (bare && is_one_of(word, U"一")) found_.month_kind = MonthKind::wu_first;
      return true;
    }
    found_.month_kind = MonthKind::plain;
    at_ = before;
    return false;
  }

  // 孟春, 仲夏月, 季冬之月.
  bool take_month_of_season() {
    constexpr std::u32string_view kPlaces = U"孟仲季", kSeasons = U"春夏秋冬";
    for (std::size_t place = 0; place < kPlaces.size(); ++place)
      for (std::size_t season = 0; season < kSeasons.size(); ++season)
        if (is_one_of(peek(), kPlaces.substr(place, 1)) &&
            is_one_of(peek(1), kSeasons.substr(season, 1))) {
          found_.month = static_cast<int>(3 * season + place) + 1;
          at_ += 2;
          if (is_one_of(peek(), U"之") && is_one_of(peek(1), U"月")) ++at_;
          take_one_of(U"月");
          return true;
        }
    return false;
  }

  bool take_day() {
    const std::size_t before = at_;
    found_.day_cycle = take_cycle();
    const bool named = take_named_day();
    if (!named && !found_.day_cycle && !take_numbered_day()) {
      at_ = before;
      return false;
    }
    if (!found_.day_cycle) found_.day_cycle = take_cycle();
    take_one_of(found_.day_cycle || named ? U"日" : U"");
    return true;
  }

  bool take_named_day() {
    if (take_one_of(U"朔"))
      found_.day = 1;
    else if (take_one_of(U"望"))
      found_.day = 15;
    else if (take_one_of(U"晦"))
      found_.last_day = true;
    else if (is_one_of(peek(), U"既") && is_one_of(peek(1), U"望"))
      found_.day = 16, at_ += 2;
    else
      return false;
    if (is_one_of(peek(), U"日")) ++at_;
    return true;
  }

  bool take_numbered_day() {
    const bool early = take_one_of(U"初");
    const std::optional<int> day = take_number();
    if (!day || *day < 1 || *day > kLongestMonth + 1) return false;
    if (!take_one_of(U"日") && !early) return false;
    found_.day = *day;
    return true;
  }

  const DateWords& words_;
  std::u32string_view text_;
  bool plain_digits_;
  std::size_t at_ = 0;
  DateWording found_;
};

DateWording DateWords::read(std::u32string_view folded, bool plain_digits) const {
  return Reader(*this, folded, plain_digits).read();
}

}  // namespace wenlan
