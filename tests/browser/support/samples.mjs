// SPDX-License-Identifier: GPL-3.0-or-later
// Finds things to test with in whatever archive is served.
import { api } from './browser.mjs';

export async function books() {
  return (await api('/api/books')).books;
}

export function searchFor(query, more = '') {
  return api(`/api/search?q=${encodeURIComponent(query)}&limit=100${more}`);
}

async function pagesWithScans() {
  const found = [];
  for (const { id } of await books()) {
    const { pages } = await api(`/api/books/${encodeURIComponent(id)}`);
    found.push(...pages.filter((leaf) => !leaf.text_only).map((leaf) => ({ book: id, page: leaf.id })));
  }
  return found;
}

export function pageRecord({ book, page }) {
  return api(`/api/books/${encodeURIComponent(book)}/pages/${encodeURIComponent(page)}`);
}

const isHan = (text) => /^\p{Script=Han}+$/u.test(text) && !text.includes('〓');

let phrase;
// A phrase of four characters of the main text of a vertical page that the search finds there:
// { query, book, page, box } with the box of the first hit on that page.
export function aPhrase() {
  phrase ??= findPhrase();
  return phrase;
}

async function findPhrase() {
  for (const where of await pagesWithScans()) {
    const record = await pageRecord(where);
    for (const line of record.lines) {
      const query = [...line.text].slice(1, 5).join('');
      if (line.stream !== 'main' || line.mode !== 'vertical-rl' || [...query].length < 4 || !isHan(query)) continue;
      const hit = (await searchFor(query)).hits.find((hit) => hit.book === where.book && hit.page === where.page);
      const piece = hit?.matches[0]?.pieces[0];
      if (piece && hit.matches[0].pieces.length === 1) return { query, ...where, box: piece.box, line };
    }
  }
  throw new Error('no phrase of the archive is found by its own search');
}

// A name that stands on several pages of one book: n and p have somewhere to go.
export async function aRepeatedPhrase() {
  const { subjects } = await api('/api/subjects?q=');
  for (const { name } of subjects) {
    if (!isHan(name)) continue;
    const { hits } = await searchFor(name);
    for (const { book } of hits) {
      const pages = hits.filter((hit) => hit.book === book && hit.matches.every((match) => match.pieces.length > 0));
      if (pages.length >= 2) return { query: name, book, pages: pages.map((hit) => hit.page).sort() };
    }
  }
  throw new Error('no name stands on two pages of one book');
}

// A page of a vertical book with a small note in two halves.
export async function aPageWithNotes() {
  for (const where of await pagesWithScans()) {
    const { lines } = await pageRecord(where);
    const left = lines.find((line) => line.note_half === 'left');
    if (left && lines.some((line) => line.note_half === 'right' && line.note_segment === left.note_segment)) return where;
  }
  throw new Error('no page has a note in two halves');
}

// A page with circles beside its characters: { book, page, marks }.
export async function aPageWithMarks() {
  for (const where of await pagesWithScans()) {
    const { marks } = await pageRecord(where);
    if (marks.some(({ kind, span }) => kind === 'circle' && span)) return { ...where, marks };
  }
  throw new Error('no page has a circle beside a character');
}

export async function aTextOnlyBook() {
  for (const book of await books()) {
    const { pages } = await api(`/api/books/${encodeURIComponent(book.id)}`);
    if (pages[0]?.text_only) return { book: book.id, page: pages[0].id };
  }
  return undefined;
}

export async function aSubject() {
  const { subjects } = await api('/api/subjects?q=&kind=person');
  return subjects[0];
}

export function pagePath({ book, page, query }) {
  const path = `/book/${encodeURIComponent(book)}/${encodeURIComponent(page)}`;
  return query ? `${path}?q=${encodeURIComponent(query)}` : path;
}

// A page with a character of Extension B or beyond: { book, page, character }.
export async function rareCharacterOn() {
  for (const { id } of await books()) {
    const { pages } = await api(`/api/books/${encodeURIComponent(id)}`);
    for (const leaf of pages) {
      const where = { book: id, page: leaf.id };
      const [character] = (await pageRecord(where)).text.match(/[\u{20000}-\u{3ffff}]/u) ?? [];
      if (character) return { ...where, character };
    }
  }
  return undefined;
}
