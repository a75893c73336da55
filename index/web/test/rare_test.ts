// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import test from 'node:test';

import { faceAddress, rangeOf, rareCharacters } from '../src/look/rare';

test('rare characters are found once each, common ones not at all', () => {
  assert.deepEqual(rareCharacters('天𠀾地㑩𠀾，𰀀\uf900'), ['𠀾', '㑩', '𰀀', '\uf900']);
  assert.deepEqual(rareCharacters('天地玄黃 abc 😀'), []);
});

test('the address of a face is its code point', () => {
  assert.equal(faceAddress('song', '𠀾'), '/faces/song/2003e.ttf');
  assert.equal(faceAddress('kai', '㑩'), '/faces/kai/3469.ttf');
  assert.equal(rangeOf('𠀾'), 'U+2003e');
});
