// SPDX-License-Identifier: GPL-3.0-or-later
// A line's text cut into runs that are set alike: what is a hit, what names something, what a reader
// marked.
import type { Entity, Line, ReaderMark, Span } from '../api/types';

export interface Run {
  text: string;
  hit: number | undefined; // which of the given hits
  entity: Entity | undefined;
  mark: ReaderMark | undefined;
  red: boolean; // written in red ink 朱
}

// What is shown in a page's text beside its characters. Spans are of the page's text, as `line.span` is.
export interface Marking {
  hits: readonly Span[];
  current: readonly boolean[]; // for each of `hits`: whether it is the one being looked at
  entities: readonly Entity[];
  marks: readonly ReaderMark[];
}

function covering(spans: readonly Span[], begin: number): number | undefined {
  const index = spans.findIndex((span) => span[0] <= begin && begin < span[1]);
  return index < 0 ? undefined : index;
}

// Of `these`, with their spans, those that reach into a line.
function within<T extends { span?: Span }>(these: readonly T[], [begin, end]: Span): { of: T; span: Span }[] {
  return these.flatMap((one) => {
    const { span } = one;
    return span && span[0] < end && span[1] > begin ? [{ of: one, span }] : [];
  });
}

function coveringOf<T>(these: readonly { of: T; span: Span }[], begin: number): T | undefined {
  return these.find(({ span }) => span[0] <= begin && begin < span[1])?.of;
}

export function runsOf(line: Line, { hits, entities, marks }: Omit<Marking, 'current'>): Run[] {
  const [begin, end] = line.span;
  const names = within(entities, line.span);
  const marked = within(marks, line.span);
  const spans = [...hits, ...names.map(({ span }) => span), ...marked.map(({ span }) => span)];
  const cuts = [begin, end, ...spans.flat()].filter((cut) => cut >= begin && cut <= end);
  const sorted = [...new Set(cuts)].sort((a, b) => a - b);
  const runs: Run[] = [];
  for (const [index, from] of sorted.entries()) {
    const to = sorted[index + 1];
    const text = to === undefined ? '' : line.text.slice(from - begin, to - begin);
    if (!text) continue;
    runs.push({
      text,
      hit: covering(hits, from),
      entity: coveringOf(names, from),
      mark: coveringOf(marked, from),
      red: line.ink === 'red',
    });
  }
  return runs;
}
