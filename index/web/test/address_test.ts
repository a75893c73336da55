// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import test from 'node:test';

import { pageAddress, routeOf, subjectAddress } from '../src/routing/routes';
import { plainPhrase, searchAddress, searchParameters, searchStateOf, withFilter } from '../src/routing/search_address';

test('an address written by the site is read back the same', () => {
  assert.deepEqual(routeOf(pageAddress('城南縣志/甲', '0003')), { view: 'page', book: '城南縣志/甲', page: '0003' });
  assert.deepEqual(routeOf(subjectAddress('person:鄭元')), { view: 'subject', id: 'person:鄭元' });
  assert.equal(pageAddress('a', '0001', plainPhrase('天下')), '/book/a/0001?q=%E5%A4%A9%E4%B8%8B');
});

test('a page marks the phrase as strictly as it was searched for', () => {
  const phrase = { query: 'a', in: 'note', variants: false, fuzzy: true } as const;
  const address = pageAddress('b', '1', phrase);
  assert.equal(address, '/book/b/1?q=a&in=note&variants=off&fuzzy=on');
  assert.deepEqual(searchStateOf(address.replace('/book/b/1', '')), { ...phrase, offset: 0, filters: {} });
});

test('addresses that lead nowhere are told so', () => {
  for (const path of ['/nothing', '/book', '/book/a/b/c', '/search/more', '/subject']) {
    assert.deepEqual(routeOf(path), { view: 'nowhere' }, path);
  }
  assert.deepEqual(routeOf('/subject/100%'), { view: 'subject', id: '100%' });
});

test('a search comes back from its address with all its choices', () => {
  const state = {
    query: '天下 治平',
    in: 'note',
    variants: false,
    fuzzy: true,
    offset: 20,
    filters: { book: 'siku', person: 'p1' },
  } as const;
  assert.deepEqual(searchStateOf(searchAddress(state).replace('/search', '')), state);
});

test('what is as by default stays out of the address, and nonsense is put right', () => {
  assert.equal(searchAddress({ query: '天' }), '/search?q=%E5%A4%A9');
  const state = searchStateOf('?q=%20a%20&in=everywhere&offset=-3&variants=maybe');
  assert.deepEqual(searchParameters(state), { q: 'a' });
});

test('a filter starts again from the first page', () => {
  const state = searchStateOf('?q=a&offset=30&book=b');
  assert.deepEqual(searchParameters(withFilter(state, 'place', 'p')), { q: 'a', book: 'b', place: 'p' });
  assert.deepEqual(searchParameters(withFilter(state, 'book', '')), { q: 'a' });
});
