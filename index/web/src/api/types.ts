// SPDX-License-Identifier: GPL-3.0-or-later
// What the HTTP API answers. Boxes are [x, y, width, height] in pixels of the scan; spans are
// [begin, end) in UTF-16 code units, which is how JavaScript counts.

export type Box = [x: number, y: number, width: number, height: number];
export type Span = [begin: number, end: number];
export type Kind = 'person' | 'place' | 'office' | 'book' | 'date' | 'event';
export type Stream = 'main' | 'note' | 'head-note' | 'side-note' | 'running-title' | 'seal' | 'other';
export type WritingMode = 'horizontal-ltr' | 'horizontal-rtl' | 'vertical-rl' | 'vertical-lr';

export interface Piece {
  page: string;
  box: Box;
}

export interface Match {
  text: string;
  stream: Stream;
  pieces: Piece[];
}

export interface Hit {
  book: string;
  title: string;
  page: string;
  leaf: string;
  score: number;
  snippet: string;
  snippet_marks: Span[];
  matches: Match[];
}

export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

export const kFacets = ['book', 'person', 'place', 'office', 'dynasty'] as const;
export type Facet = (typeof kFacets)[number];

export interface SubjectName {
  id: string;
  kind: Kind;
  name: string;
  mentions: number;
}

export interface SearchAnswer {
  query: string;
  total: number;
  exact: boolean;
  took_ms: number;
  hits: Hit[];
  facets: Partial<Record<Facet, FacetValue[]>>;
  subjects: SubjectName[];
  books: { id: string; title: string }[];
}

export interface BookName {
  id: string;
  title: string;
  creator?: string;
  dynasty?: string;
  date?: string;
  pages: number;
  first_page: string | null; // null until a page is read
  added: string | null; // when scans were last added, ISO 8601
}

export interface Leaf {
  id: string;
  label: string;
  kind: string;
  width: number;
  height: number;
  text_only: boolean;
}

export interface BookRecord {
  id: string;
  title: string;
  creator?: string;
  dynasty?: string;
  date?: string;
  language?: string;
  rights?: string;
  pages: Leaf[];
}

export interface Glyph {
  text: string;
  box?: Box;
  confidence: number;
}

export interface Line {
  id: string;
  stream: Stream;
  mode: WritingMode;
  box?: Box;
  text: string;
  confidence: number;
  glyphs?: Glyph[];
  column: number;
  note_segment?: number | null;
  note_half?: 'right' | 'left' | 'single' | null;
  region: string;
  span: Span;
  ink?: Ink; // black where it is not said
}

export type Ink = 'black' | 'red';

// A mark 圈點 that a reader or the printer set beside a character.
export interface ReaderMark {
  id: string;
  kind: 'circle' | 'dot' | 'tick';
  ink: Ink;
  box: Box;
  span?: Span; // of the character; missing where it stands beside none
}

// A part of the page; a seal holds no lines.
export interface Region {
  id: string;
  kind: string;
  box: Box;
  confidence: number;
}

export interface Entity {
  id: string;
  kind: Kind;
  text: string;
  span: Span;
  subject: string | null;
  lines: string[];
  boxes: Box[];
}

export interface PageRecord {
  book: string;
  page: string;
  title: string;
  previous?: string | null;
  next?: string | null;
  width: number;
  height: number;
  text: string;
  lines: Line[];
  regions: Region[];
  marks: ReaderMark[];
  entities: Entity[];
}

export interface Mention {
  book: string;
  title: string;
  page: string;
  leaf: string;
  snippet: string;
  snippet_marks: Span[];
  box?: Box | null;
}

// ISO 8601, proleptic Gregorian.
export interface DayRange {
  first_day: string;
  last_day: string;
}

export type Relation = 'near' | 'holds-office' | 'held-by';

export interface RelatedSubject {
  id: string;
  kind: Kind;
  name: string;
  relation: Relation;
  count: number;
  dates: DayRange | null; // of a date
  book: string; // where the first place that says so is
  page: string;
}

export interface SubjectRecord {
  id: string;
  kind: Kind;
  name: string;
  aliases: string[];
  dates: DayRange | null; // of a date: the days it allows
  total: number;
  mentions: Mention[];
  related: RelatedSubject[];
}
