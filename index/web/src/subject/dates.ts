// SPDX-License-Identifier: GPL-3.0-or-later

// What is known of a subject's time as one line: a string as it stands, or the texts of a record
// of them, joined. Nothing known is an empty line.
export function datesText(dates: unknown): string {
  if (typeof dates === 'string') return dates;
  if (typeof dates === 'number') return String(dates);
  if (Array.isArray(dates)) return dates.map(datesText).filter(Boolean).join('、');
  if (dates && typeof dates === 'object') return Object.values(dates).map(datesText).filter(Boolean).join(' · ');
  return '';
}
