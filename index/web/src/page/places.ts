// SPDX-License-Identifier: GPL-3.0-or-later
// The places in a book where a phrase stands, in the order of the book, and where they are in the text.
import type { Box, Line, Match, PageRecord, SearchAnswer, Span } from '../api/types';

export interface Place {
  page: string; // where it begins
  match: Match;
}

export type SearchBook = (offset: number, limit: number) => Promise<SearchAnswer>;

const kAskedAtOnce = 100;
const kMostAsked = 500; // pages; a phrase on more of them is no longer stepped through

// All places, asked for in portions.
export async function placesInBook(searchBook: SearchBook): Promise<Place[]> {
  const places: Place[] = [];
  let total = 1;
  for (let offset = 0; offset < Math.min(total, kMostAsked); offset += kAskedAtOnce) {
    const answer = await searchBook(offset, kAskedAtOnce);
    total = answer.total;
    for (const hit of answer.hits) {
      places.push(...hit.matches.map((match) => ({ page: hit.page, match })));
    }
    if (answer.hits.length === 0) break;
  }
  return places.sort((a, b) => (a.page < b.page ? -1 : a.page > b.page ? 1 : 0));
}

// The boxes a place has on a page: a phrase may run on from the page before.
export function boxesOn(page: string, place: Place): Box[] {
  return place.match.pieces.filter((piece) => piece.page === page && piece.box[2] > 0).map((piece) => piece.box);
}

export function isOn(page: string, place: Place): boolean {
  return place.page === page || place.match.pieces.some((piece) => piece.page === page);
}

function holds(box: Box, x: number, y: number): boolean {
  return x >= box[0] && x <= box[0] + box[2] && y >= box[1] && y <= box[1] + box[3];
}

// Spans of a line's characters whose middle lies in one of the boxes.
function spansUnder(line: Line, boxes: readonly Box[]): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const glyph of line.glyphs ?? []) {
    const found = line.text.indexOf(glyph.text, at);
    if (found < 0) continue;
    at = found + glyph.text.length;
    if (!glyph.box) continue;
    const [x, y, width, height] = glyph.box;
    if (!boxes.some((box) => holds(box, x + width / 2, y + height / 2))) continue;
    const begin = line.span[0] + found;
    const last = spans.at(-1);
    if (last && last[1] === begin) last[1] = begin + glyph.text.length;
    else spans.push([begin, begin + glyph.text.length]);
  }
  return spans;
}

// Where there are no boxes: every place in the text where the matched words stand, over line ends,
// white space and punctuation.
function spansOfWords(record: PageRecord, words: string): Span[] {
  const letters = [...words.replace(/[\s\p{P}]/gu, '')];
  if (letters.length === 0) return [];
  const escaped = letters.map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(escaped.join('[\\s\\p{P}]*'), 'gu');
  return [...record.text.matchAll(pattern)].map((found): Span => [found.index, found.index + found[0].length]);
}

// Spans of the page's text that belong to a place.
export function spansOf(record: PageRecord, place: Place): Span[] {
  const boxes = boxesOn(record.page, place);
  if (boxes.length === 0) return place.page === record.page ? spansOfWords(record, place.match.text) : [];
  return record.lines
    .filter((line) => line.stream === place.match.stream)
    .flatMap((line) => spansUnder(line, boxes));
}
