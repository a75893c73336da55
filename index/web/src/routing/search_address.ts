// SPDX-License-Identifier: GPL-3.0-or-later
// What is being searched for, held by the address bar alone.
import { kFacets, type Facet } from '../api/types';

export type StreamChoice = 'any' | 'main' | 'note';
export const kPageSize = 10;

// What is looked for and how strictly: all that decides which words are a hit.
export interface Phrase {
  query: string;
  in: StreamChoice;
  variants: boolean;
  fuzzy: boolean;
}

export interface SearchState extends Phrase {
  offset: number;
  filters: Partial<Record<Facet, string>>;
}

function offsetOf(text: string | null): number {
  const offset = Number(text ?? 0);
  return Number.isSafeInteger(offset) && offset > 0 ? offset : 0;
}

export function searchStateOf(address: string): SearchState {
  const query = new URLSearchParams(address);
  const stream = query.get('in');
  const filters: SearchState['filters'] = {};
  for (const facet of kFacets) {
    const value = query.get(facet);
    if (value) filters[facet] = value;
  }
  return {
    query: query.get('q')?.trim() ?? '',
    in: stream === 'main' || stream === 'note' ? stream : 'any',
    variants: query.get('variants') !== 'off',
    fuzzy: query.get('fuzzy') === 'on',
    offset: offsetOf(query.get('offset')),
    filters,
  };
}

// A phrase looked for as the site does by default.
export function plainPhrase(query: string): Phrase {
  return { query, in: 'any', variants: true, fuzzy: false };
}

// The parameters that differ from what they are by default; the API takes the same ones.
export function phraseParameters(phrase: Phrase): Record<string, string> {
  const parameters: Record<string, string> = { q: phrase.query };
  if (phrase.in !== 'any') parameters.in = phrase.in;
  if (!phrase.variants) parameters.variants = 'off';
  if (phrase.fuzzy) parameters.fuzzy = 'on';
  return parameters;
}

export function searchParameters(state: SearchState): Record<string, string> {
  const parameters = phraseParameters(state);
  for (const facet of kFacets) {
    const value = state.filters[facet];
    if (value) parameters[facet] = value;
  }
  if (state.offset > 0) parameters.offset = String(state.offset);
  return parameters;
}

export function searchAddress(state: Partial<SearchState> & { query: string }): string {
  const whole: SearchState = { ...plainPhrase(state.query), offset: 0, filters: {}, ...state };
  return `/search?${new URLSearchParams(searchParameters(whole))}`;
}

// The same search with one filter put in or, with an empty value, taken out; from its first page.
export function withFilter(state: SearchState, facet: Facet, value: string): SearchState {
  const filters = { ...state.filters };
  if (value) filters[facet] = value;
  else delete filters[facet];
  return { ...state, filters, offset: 0 };
}
