// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import test from 'node:test';

import { markedParts } from '../src/frame/marked_parts';
import { bandOf, dayNumber, ofTheDay, showablePages } from '../src/home/daily';
import { newestFirst } from '../src/home/newest';
import { cropOf } from '../src/pictures/addresses';
import { stripAround } from '../src/pictures/strip';
import { daysText, yearText } from '../src/subject/dates';

test('a strip shows the column around the hit and says where the hit lies in it', () => {
  const strip = stripAround([1000, 2000, 100, 400], 4);
  assert.equal(strip.vertical, true);
  assert.deepEqual(strip.box, [890, 1750, 320, 900]);
  assert.deepEqual(strip.mark, [110 / 320, 250 / 900, 100 / 320, 400 / 900]);
});

test('a strip does not begin outside the page', () => {
  const strip = stripAround([10, 20, 100, 200], 2);
  assert.deepEqual(strip.box.slice(0, 2), [0, 0]);
  assert.equal(strip.mark[0] * strip.box[2], 10);
});

test('a row of horizontal writing gives a lying strip', () => {
  const strip = stripAround([500, 500, 300, 60], 5);
  assert.equal(strip.vertical, false);
  assert.ok(strip.box[2] > strip.box[3]);
});

test('picture addresses escape what a book may be called', () => {
  assert.equal(cropOf('甲/乙', '1', [1.4, 2, 3, 4.6], 220), '/images/%E7%94%B2%2F%E4%B9%99/1/crop.jpg?box=1,2,3,5&height=220');
});

test('marks cut a text, overlapping and overlong ones too', () => {
  const parts = markedParts('天下大同', [
    [1, 3],
    [2, 9],
  ]);
  assert.deepEqual(
    parts.map((part) => part.text + (part.marked ? '*' : '')),
    ['天', '下大*', '同*'],
  );
  assert.deepEqual(markedParts('', []), []);
});

test('the page of the day is the same all day and there is none on an empty shelf', () => {
  const morning = dayNumber(new Date(2026, 4, 3, 1));
  assert.equal(morning, dayNumber(new Date(2026, 4, 3, 23)));
  assert.equal(ofTheDay([], morning), undefined);
  assert.notEqual(ofTheDay(['a', 'b'], morning), ofTheDay(['a', 'b'], morning + 1));
});

test('covers, blank pages and pages without a scan are not laid open', () => {
  const leaf = (id: number, kind = 'text', text_only = false) =>
    ({ id: String(id), label: '', kind, width: 1, height: 1, text_only });
  const book = [leaf(1, 'cover'), leaf(2), leaf(3), leaf(4), leaf(5, 'blank'), leaf(6), leaf(7)];
  assert.deepEqual(
    showablePages(book).map((page) => page.id),
    ['4', '6'],
  );
  assert.equal(showablePages([leaf(1)]).length, 1);
  assert.equal(showablePages([leaf(1, 'text', true)]).length, 0);
});

test('the band across a page never leaves it', () => {
  const leaf = { id: '1', label: '', kind: 'text', width: 3000, height: 800, text_only: false };
  assert.deepEqual(bandOf(leaf, 2.5), [0, 0, 3000, 800]);
  assert.deepEqual(bandOf({ ...leaf, height: 4000 }, 3), [0, 1260, 3000, 1000]);
});

test('days are written by the reader\'s language, one day once', () => {
  assert.equal(daysText({ first_day: '1759-09-21', last_day: '1759-09-21' }, 'en-GB'), '21 September 1759');
  assert.equal(daysText({ first_day: '1756-01-31', last_day: '1757-02-17' }, 'zh-Hant'), '1756年1月31日 – 1757年2月17日');
  assert.equal(daysText(null, 'en'), '');
});

test('a reign year is told by the year of the common era it begins in', () => {
  assert.equal(yearText({ first_day: '1738-02-19', last_day: '1739-02-07' }), '1738');
  assert.equal(yearText({ first_day: '0713-01-01', last_day: '0713-12-31' }), '713');
  assert.equal(yearText({ first_day: '-0104-01-01', last_day: '-0103-01-01' }), '-0104');
});

test('the newest books come first, those without scans not at all', () => {
  const book = (id: string, added: string | null) => ({ id, title: id, pages: 1, first_page: null, added });
  const books = [book('a', '2026-01-01T00:00:00Z'), book('b', null), book('c', '2026-02-01T00:00:00Z')];
  assert.deepEqual(newestFirst(books).map(({ id }) => id), ['c', 'a']);
});
