// SPDX-License-Identifier: GPL-3.0-or-later
// Dates by reign era in running text: 唐貞觀三年五月甲子, 國朝康熙丙午, 乾隆間.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/page/entity.h"
#include "engine/tag/date_words.h"
#include "engine/tag/reign_eras.h"

namespace wenlan {

struct DateSpan {
  std::size_t begin = 0, end = 0;  // characters of the text given; with dynasty and emperor
  CalendarDate date;
  float confidence = 0;
  bool era_only = false;  // no year: the days are those of the whole era
};

// Which era is meant, when several have the name, is decided by, in this order: the dynasty or the
// emperor written before it; whether it has such a year, and the month and cycle signs agree; the
// dynasty of the last date in the same text that was certain; the longer era, those of the great
// dynasties counted eight times. Confidence is 0.95 when one era was left by the first two, 0.8
// when the third decided or the fourth did by far, else 0.6, and less by a third when month or day
// cannot be placed; then the days are those of the year or the month.
//
// An era without a year counts only after its dynasty or emperor, before 中 初 末 間 時 朝 年間
// (but not 天命, 中興 and other common words), or where it is of Ming or Qing; never before 縣 州
// 寺 … (places and temples are named for eras).
class DateGrammar {
 public:
  explicit DateGrammar(std::vector<ReignEra> eras);

  // Dates by place, not overlapping. `text`: no white space; any script and punctuation.
  std::vector<DateSpan> dates_in(std::u32string_view text) const;

 private:
  struct Naming {
    std::size_t era = 0;   // index into eras_
    std::size_t name = 0;  // which of its names
  };
  struct EraName {
    std::u32string folded;
    std::vector<Naming> eras;
  };
  struct Words {  // of one era, folded
    std::vector<std::u32string> dynasty, emperors;
  };
  struct Candidate {
    Naming naming;
    std::size_t prefix = 0;  // characters of dynasty and emperor before the name
  };
  struct Choice {
    Candidate candidate;
    CalendarDate date;
    float confidence = 0;
  };

  const EraName* name_at(std::u32string_view folded, std::size_t place) const;
  std::vector<Candidate> candidates(std::u32string_view before, const EraName& name) const;
  std::size_t prefix_length(std::u32string_view before, const Words& words) const;
  Choice choose(std::vector<Candidate> candidates,
                const DateWording& wording,
                const std::string& last_dynasty) const;
  float sureness_of_bare(const Candidate& candidate, std::u32string_view after) const;
  CalendarDate named(const Naming& naming) const;

  std::vector<ReignEra> eras_;
  std::vector<Words> words_;                                  // beside eras_
  std::unordered_map<char32_t, std::vector<EraName>> names_;  // by first character, longest first
  DateWords date_words_;
};

}  // namespace wenlan
