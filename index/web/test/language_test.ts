// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import test from 'node:test';

import en from '../src/language/en.json';
import { filled } from '../src/language/messages';
import hans from '../src/language/zh-Hans.json';
import hant from '../src/language/zh-Hant.json';

test('every language has the same messages, with the same values in them', () => {
  const valuesIn = (message: string) => [...message.matchAll(/\{(\w+)/g)].map((found) => found[1]).sort();
  assert.deepEqual(Object.keys(hans), Object.keys(hant));
  assert.deepEqual(Object.keys(en), Object.keys(hant));
  for (const [id, message] of Object.entries(hant)) {
    const wanted = [...new Set(valuesIn(message))];
    assert.deepEqual([...new Set(valuesIn(en[id as keyof typeof en]))], wanted, id);
    assert.deepEqual([...new Set(valuesIn(hans[id as keyof typeof hans]))], wanted, id);
  }
});

test('numbers and plurals follow the language', () => {
  assert.equal(filled('{n} {n|page|pages}', { n: 1 }, 'en'), '1 page');
  assert.equal(filled('{n} {n|page|pages}', { n: 1234 }, 'en'), '1,234 pages');
  assert.equal(filled('見於 {n} 葉', { n: 2 }, 'zh-Hant'), '見於 2 葉');
});

test('an unknown value stays as it is written', () => {
  assert.equal(filled('「{query}」', {}, 'zh-Hant'), '「{query}」');
});
