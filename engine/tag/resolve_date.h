// SPDX-License-Identifier: GPL-3.0-or-later
// What a written date means in one reign era.
#pragma once

#include "engine/page/entity.h"
#include "engine/tag/date_words.h"
#include "engine/tag/reign_eras.h"

namespace wenlan {

struct ResolvedDate {
  CalendarDate date;      // without dynasty and era; days empty when the era has no such year
  bool has_year = false;  // the era has the year
  bool placed = false;    // and the month and day that are written, if any
  int agreeing = 0;       // how many cycle signs and months agree with the calendar
};

ResolvedDate resolved_in(const ReignEra& era, const DateWording& wording);

}  // namespace wenlan
