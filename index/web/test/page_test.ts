// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import test from 'node:test';

import type { Box, Entity, Line, PageRecord, ReaderMark } from '../src/api/types';
import { columnsOf, isVerticalPage, lengthOf } from '../src/page/columns';
import { placesInBook, spansOf } from '../src/page/places';
import { runsOf } from '../src/page/runs';

const kCharacter = 20;

// A vertical line: its characters stand below each other from (x, y).
function line(id: string, text: string, x: number, y: number, more: Partial<Line> = {}): Line {
  const letters = [...text];
  const glyphs = letters.map((letter, index) => ({
    text: letter,
    box: [x, y + index * kCharacter, kCharacter, kCharacter] as Box,
    confidence: 1,
  }));
  const box: Box = [x, y, kCharacter, letters.length * kCharacter];
  const plain = { stream: 'main', mode: 'vertical-rl', confidence: 1, column: 0, region: 'r1', span: [0, text.length] };
  return { id, text, glyphs, box, ...(plain as Partial<Line>), ...more } as Line;
}

const kNoted = [
  line('l1', '黃帝者', 100, 0, { span: [0, 3] }),
  line('l2', '有熊', 110, 60, { stream: 'note', note_segment: 1, note_half: 'right', span: [4, 6] }),
  line('l3', '號', 95, 60, { stream: 'note', note_segment: 1, note_half: 'left', span: [7, 8] }),
  line('l4', '少典之子', 100, 100, { span: [9, 13] }),
  line('l5', '姓公孫名曰', 60, 40, { column: 1, span: [14, 19] }),
];

test('a note between two stretches of text is one double row in one column', () => {
  const columns = columnsOf(kNoted);
  assert.deepEqual(
    columns.map((column) => column.segments.map((segment) => segment.kind)),
    [['text', 'note', 'text'], ['text']],
  );
  const note = columns[0]?.segments[1];
  assert.ok(note?.kind === 'note');
  assert.deepEqual([note.right[0]?.text, note.left[0]?.text], ['有熊', '號']);
});

test('a column set lower in the book is set lower on the site', () => {
  assert.deepEqual(
    columnsOf(kNoted).map((column) => column.indent),
    [0, 2],
  );
});

test('the length of a column counts a note by its longer half', () => {
  const column = columnsOf(kNoted)[0];
  assert.ok(column);
  assert.equal(lengthOf(column).toFixed(2), (7 + 2 * 0.56).toFixed(2));
});

test('fold strips and margins have no column number', () => {
  const columns = columnsOf([...kNoted, line('l6', '卷一', 0, 0, { stream: 'running-title', column: 2, region: 'r2' })]);
  assert.deepEqual(
    columns.map((column) => column.number),
    [1, 2, undefined],
  );
  assert.equal(isVerticalPage(columns), true);
});

test('a line is cut where a hit or a name begins and ends', () => {
  const name: Entity = { id: 'e', kind: 'person', text: '少典', span: [9, 11], subject: 's', lines: [], boxes: [] };
  const runs = runsOf(kNoted[3] as Line, { hits: [[10, 12]], entities: [name], marks: [] });
  assert.deepEqual(
    runs.map((run) => [run.text, run.hit, run.entity?.id]),
    [
      ['少', undefined, 'e'],
      ['典', 0, 'e'],
      ['之', 0, undefined],
      ['子', undefined, undefined],
    ],
  );
});

test('a character with a mark beside it is a run of its own, and red writing is told', () => {
  const mark: ReaderMark = { id: 'm1', kind: 'circle', ink: 'red', box: [0, 0, 5, 5], span: [10, 11] };
  const alone: ReaderMark = { id: 'm2', kind: 'dot', ink: 'black', box: [0, 0, 5, 5] };
  const red = { ...(kNoted[3] as Line), ink: 'red' as const };
  const runs = runsOf(red, { hits: [], entities: [], marks: [mark, alone] });
  assert.deepEqual(
    runs.map((run) => [run.text, run.mark?.id, run.red]),
    [
      ['少', undefined, true],
      ['典', 'm1', true],
      ['之子', undefined, true],
    ],
  );
});

const kRecord = {
  book: 'b',
  page: '0001',
  title: '',
  width: 200,
  height: 200,
  text: '黃帝者\n有熊\n號\n少典之子\n姓公孫名曰',
  lines: kNoted,
  entities: [],
} as PageRecord;

test('a hit that runs round a note is found in the text by its boxes', () => {
  const pieces = [
    { page: '0001', box: [100, 40, 20, 20] as Box },
    { page: '0001', box: [100, 100, 20, 40] as Box },
    { page: '0002', box: [100, 0, 20, 40] as Box },
  ];
  const place = { page: '0001', match: { text: '者少典', stream: 'main' as const, pieces } };
  assert.deepEqual(spansOf(kRecord, place), [
    [2, 3],
    [9, 11],
  ]);
});

test('without boxes the words themselves are looked for, over line ends', () => {
  const place = { page: '0001', match: { text: '子姓公', stream: 'main' as const, pieces: [] } };
  assert.deepEqual(spansOf(kRecord, place), [[12, 16]]);
});

test('places come in the order of the book, all portions of them', async () => {
  const asked: number[] = [];
  const places = await placesInBook(async (offset) => {
    asked.push(offset);
    const page = offset === 0 ? '0009' : '0002';
    const hit = { book: 'b', title: '', page, leaf: '', score: 1, snippet: '', snippet_marks: [] };
    return {
      query: '',
      total: 120,
      exact: true,
      took_ms: 1,
      facets: {},
      subjects: [],
      books: [],
      hits: [{ ...hit, matches: [{ text: 'x', stream: 'main', pieces: [] }] }],
    };
  });
  assert.deepEqual(asked, [0, 100]);
  assert.deepEqual(
    places.map((place) => place.page),
    ['0002', '0009'],
  );
});
