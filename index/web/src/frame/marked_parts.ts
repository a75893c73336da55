// SPDX-License-Identifier: GPL-3.0-or-later
import type { Span } from '../api/types';

export interface MarkedPart {
  text: string;
  marked: boolean;
}

// Cuts `text` at the ends of `marks`, which may touch or overlap; what lies outside is ignored.
export function markedParts(text: string, marks: readonly Span[]): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let done = 0;
  const take = (end: number, marked: boolean) => {
    if (end > done) parts.push({ text: text.slice(done, end), marked });
    done = Math.max(done, end);
  };
  for (const [begin, end] of [...marks].sort((a, b) => a[0] - b[0])) {
    take(Math.min(begin, text.length), false);
    take(Math.min(end, text.length), true);
  }
  take(text.length, false);
  return parts;
}
