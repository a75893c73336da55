// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/tag/date_grammar.h"

#include <algorithm>

#include "engine/base/utf8.h"
#include "engine/base/variants.h"
#include "engine/tag/resolve_date.h"

namespace wenlan {
namespace {

std::u32string folded(std::u32string_view text) {
  std::u32string forms(text);
  for (char32_t& character : forms) character = fold_variant(character);
  return forms;
}

std::vector<std::u32string> all_folded(const std::vector<std::u32string>& words) {
  std::vector<std::u32string> forms;
  for (const std::u32string& word : words) forms.push_back(folded(word));
  return forms;
}

bool begins_with_one_of(std::u32string_view text, std::u32string_view characters) {
  return !text.empty() && folded(characters).find(text.front()) != std::u32string::npos;
}

// Names of eras that are words of everyday, too.
bool is_common_word(std::u32string_view era) {
  return era == U"天命" || era == U"中興" || era == U"太平" || era == U"大同" || era == U"民國";
}

constexpr float kSure = 0.95F;
constexpr float kByContext = 0.8F;
constexpr float kByLength = 0.6F;
constexpr int kByFar = 5;             // times
constexpr float kNotPlaced = 0.67F;   // times
constexpr JulianDay kMing = 2220720;  // January 1368

}  // namespace

DateGrammar::DateGrammar(std::vector<ReignEra> eras) : eras_(std::move(eras)) {
  for (std::size_t era = 0; era < eras_.size(); ++era) {
    words_.push_back({all_folded(eras_[era].dynasty_words), all_folded(eras_[era].emperors)});
    for (std::size_t name = 0; name < eras_[era].names.size(); ++name) {
      const std::u32string form = folded(eras_[era].names[name]);
      std::vector<EraName>& alike = names_[form.front()];
      auto known = std::find_if(
          alike.begin(), alike.end(), [&](const EraName& n) { return n.folded == form; });
      if (known == alike.end()) known = alike.insert(alike.end(), EraName{form, {}});
      if (known->eras.empty() || known->eras.back().era != era) known->eras.push_back({era, name});
    }
  }
  for (auto& [first, alike] : names_)
    std::stable_sort(alike.begin(), alike.end(), [](const EraName& a, const EraName& b) {
      return a.folded.size() > b.folded.size();
    });
}

const DateGrammar::EraName* DateGrammar::name_at(std::u32string_view folded,
                                                 std::size_t place) const {
  const auto alike = names_.find(folded[place]);
  if (alike == names_.end()) return nullptr;
  for (const EraName& name : alike->second)
    if (folded.substr(place).starts_with(name.folded)) return &name;
  return nullptr;
}

// The most that dynasty and emperor, or one of them, cover of the end of `before`.
std::size_t DateGrammar::prefix_length(std::u32string_view before, const Words& words) const {
  const auto longest = [](std::u32string_view text, const std::vector<std::u32string>& among) {
    std::size_t length = 0;
    for (const std::u32string& word : among)
      if (text.ends_with(word)) length = std::max(length, word.size());
    return length;
  };
  std::size_t emperor = longest(before, words.emperors);
  if (emperor < 2) emperor = 0;
  return emperor + longest(before.substr(0, before.size() - emperor), words.dynasty);
}

// Only those with the longest prefix.
std::vector<DateGrammar::Candidate> DateGrammar::candidates(std::u32string_view before,
                                                            const EraName& name) const {
  std::vector<Candidate> found;
  for (const Naming& naming : name.eras)
    found.push_back({naming, prefix_length(before, words_[naming.era])});
  const auto most = std::max_element(found.begin(), found.end(), [](const auto& a, const auto& b) {
                      return a.prefix < b.prefix;
                    })->prefix;
  std::erase_if(found, [&](const Candidate& candidate) { return candidate.prefix < most; });
  return found;
}

CalendarDate DateGrammar::named(const Naming& naming) const {
  const ReignEra& era = eras_[naming.era];
  CalendarDate date;
  date.dynasty = to_utf8(era.dynasty_words.front());
  date.era = to_utf8(era.names[naming.name]);
  return date;
}

DateGrammar::Choice DateGrammar::choose(std::vector<Candidate> candidates,
                                        const DateWording& wording,
                                        const std::string& last_dynasty) const {
  struct Rated {
    Candidate candidate;
    ResolvedDate resolved;
    int fitting = 0;
    bool same_dynasty = false;
    JulianDay weight = 0;  // days of the era, times how often books write of its dynasty
  };
  std::vector<Rated> rated;
  for (const Candidate& candidate : candidates) {
    const ReignEra& era = eras_[candidate.naming.era];
    Rated entry{candidate, {}, 0, false, (era.days.last - era.days.first) * era.often};
    if (wording.length > 0) entry.resolved = resolved_in(era, wording);
    entry.fitting = (entry.resolved.has_year ? 10 : 0) + entry.resolved.agreeing;
    entry.same_dynasty = to_utf8(era.dynasty_words.front()) == last_dynasty;
    rated.push_back(std::move(entry));
  }
  const auto key = [](const Rated& r) { return std::tuple(r.fitting, r.same_dynasty, r.weight); };
  std::stable_sort(
      rated.begin(), rated.end(), [&](const Rated& a, const Rated& b) { return key(a) > key(b); });
  const Rated& best = rated.front();
  Choice choice{best.candidate, best.resolved.date, kSure};
  if (rated.size() > 1 && rated[1].fitting == best.fitting) {
    const bool clear =
        best.same_dynasty != rated[1].same_dynasty || best.weight > kByFar * rated[1].weight;
    choice.confidence = clear ? kByContext : kByLength;
  }
  if (wording.length > 0 && !best.resolved.placed) choice.confidence *= kNotPlaced;
  const CalendarDate names = named(best.candidate.naming);
  choice.date.dynasty = names.dynasty;
  choice.date.era = names.era;
  if (wording.length == 0) {
    choice.date.first_day = iso_date(eras_[best.candidate.naming.era].days.first);
    choice.date.last_day = iso_date(eras_[best.candidate.naming.era].days.last);
  }
  return choice;
}

// How much an era without a year counts, as a factor; 0: it is no date here.
float DateGrammar::sureness_of_bare(const Candidate& candidate, std::u32string_view after) const {
  constexpr std::u32string_view kNamedForEras =
      U"縣府州郡寺觀宮門殿橋鎮鄉里軍路山庵院城村都塔池河江湖堂樓園縣衛所監坊巷關公王侯帝皇";
  if (begins_with_one_of(after, kNamedForEras)) return 0;
  const ReignEra& era = eras_[candidate.naming.era];
  if (candidate.prefix == 0 && is_common_word(era.names[0])) return 0;
  if (begins_with_one_of(after, U"中初末間時朝")) return 0.9F;
  if (after.size() > 1 && begins_with_one_of(after, U"年") &&
      begins_with_one_of(after.substr(1), U"間中初末"))
    return 0.9F;
  if (candidate.prefix > 0) return 0.85F;
  const bool word_too = era.names[0] == U"正統";
  const bool late = era.days.first >= kMing && era.days.last - era.days.first > 5 * 365;
  return late && !word_too ? 0.7F : 0;
}

std::vector<DateSpan> DateGrammar::dates_in(std::u32string_view text) const {
  const std::u32string forms = folded(text);
  const std::u32string_view all = forms;
  std::vector<DateSpan> dates;
  std::string last_dynasty;
  std::size_t free_from = 0;  // a prefix does not reach into the date before
  for (std::size_t place = 0; place < all.size(); ++place) {
    const EraName* name = name_at(all, place);
    if (!name) continue;
    const std::vector<Candidate> possible =
        candidates(all.substr(free_from, place - free_from), *name);
    const std::u32string_view after = all.substr(place + name->folded.size());
    const bool republic = eras_[possible.front().naming.era].names[0] == U"民國";
    const DateWording wording = date_words_.read(after, republic);
    Choice choice = choose(possible, wording, last_dynasty);
    const bool era_only = wording.length == 0;
    if (choice.confidence >= kSure && (!era_only || choice.candidate.prefix > 0))
      last_dynasty = choice.date.dynasty;
    if (era_only) choice.confidence *= sureness_of_bare(choice.candidate, after);
    if (choice.confidence == 0) continue;
    free_from = place + name->folded.size() + wording.length;
    dates.push_back(
        {place - choice.candidate.prefix, free_from, choice.date, choice.confidence, era_only});
    place = free_from - 1;
  }
  return dates;
}

}  // namespace wenlan
