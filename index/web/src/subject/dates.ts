// SPDX-License-Identifier: GPL-3.0-or-later
import type { DayRange } from '../api/types';

function dayText(day: string, language: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return day; // years before the first are written as they come
  const options = { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC', calendar: 'gregory' } as const;
  return new Intl.DateTimeFormat(language, options).format(date);
}

// The days a date of the old calendar stands for, in the common era, by the reader's language;
// empty when its year cannot be placed.
export function daysText(days: DayRange | null | undefined, language: string): string {
  if (!days) return '';
  const first = dayText(days.first_day, language);
  const last = dayText(days.last_day, language);
  return first === last ? first : `${first} – ${last}`;
}

// The year of the common era that most of a reign year falls into: the one it begins in. Years
// before the first are written as the archive has them.
export function yearText(days: DayRange): string {
  return days.first_day.replace(/-\d\d-\d\d$/, '').replace(/^0+(?=\d)/, '');
}
