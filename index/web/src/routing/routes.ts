// SPDX-License-Identifier: GPL-3.0-or-later
// The addresses of the site, read and written in one place.
import { phraseParameters, type Phrase } from './search_address';

export type Route =
  | { view: 'home' }
  | { view: 'search' }
  | { view: 'book'; book: string }
  | { view: 'page'; book: string; page: string }
  | { view: 'subject'; id: string }
  | { view: 'nowhere' };

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a lone % that somebody typed: taken as it stands
  }
}

export function routeOf(pathname: string): Route {
  const [first, second, third, ...rest] = pathname.split('/').filter(Boolean).map(decoded);
  if (first === undefined) return { view: 'home' };
  if (rest.length > 0) return { view: 'nowhere' };
  if (first === 'search' && second === undefined) return { view: 'search' };
  if (first === 'book' && second !== undefined) {
    return third === undefined ? { view: 'book', book: second } : { view: 'page', book: second, page: third };
  }
  if (first === 'subject' && second !== undefined && third === undefined) return { view: 'subject', id: second };
  return { view: 'nowhere' };
}

const part = encodeURIComponent;

export function bookAddress(book: string): string {
  return `/book/${part(book)}`;
}

// `phrase` asks the page to mark its hits.
export function pageAddress(book: string, page: string, phrase?: Phrase): string {
  const path = `/book/${part(book)}/${part(page)}`;
  return phrase?.query ? `${path}?${new URLSearchParams(phraseParameters(phrase))}` : path;
}

export function subjectAddress(id: string): string {
  return `/subject/${part(id)}`;
}
