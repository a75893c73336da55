// SPDX-License-Identifier: GPL-3.0-or-later
// A line's text cut into runs that are set alike: what is a hit, what names something.
import type { Entity, Line, Span } from '../api/types';

export interface Run {
  text: string;
  hit: number | undefined; // which of the given hits
  entity: Entity | undefined;
}

function covering(spans: readonly Span[], begin: number): number | undefined {
  const index = spans.findIndex((span) => span[0] <= begin && begin < span[1]);
  return index < 0 ? undefined : index;
}

// `hits` and the entities' spans are spans of the page's text, as `line.span` is.
export function runsOf(line: Line, hits: readonly Span[], entities: readonly Entity[]): Run[] {
  const [begin, end] = line.span;
  const names = entities.filter((entity) => entity.span[0] < end && entity.span[1] > begin);
  const nameSpans = names.map((entity) => entity.span);
  const cuts = [begin, end, ...hits.flat(), ...nameSpans.flat()].filter((cut) => cut >= begin && cut <= end);
  const sorted = [...new Set(cuts)].sort((a, b) => a - b);
  const runs: Run[] = [];
  for (const [index, from] of sorted.entries()) {
    const to = sorted[index + 1];
    const text = to === undefined ? '' : line.text.slice(from - begin, to - begin);
    if (!text) continue;
    const name = covering(nameSpans, from);
    runs.push({ text, hit: covering(hits, from), entity: name === undefined ? undefined : names[name] });
  }
  return runs;
}
