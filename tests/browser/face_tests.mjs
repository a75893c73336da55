// SPDX-License-Identifier: GPL-3.0-or-later
// Rare characters: drawn with a face from the server, fetched for just those on the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { api, kSite, opened, screenshot } from './support/browser.mjs';
import { aPhrase, pagePath, rareCharacterOn } from './support/samples.mjs';

const isFace = (request) => new URL(request.url()).pathname.startsWith('/faces/');

// The fonts Chromium really drew the element with that holds the character itself.
async function fontsOf(page, character) {
  await page.evaluate((text) => {
    const walker = document.createTreeWalker(document.querySelector('.columns'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (walker.currentNode.data.includes(text)) walker.currentNode.parentElement.id = 'holds-it';
    }
  }, character);
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#holds-it' });
  return (await session.send('CSS.getPlatformFontsForNode', { nodeId })).fonts;
}

for (const style of ['song', 'kai']) {
  test(`a character that no font of the reader has is drawn with a served face, ${style}`, async () => {
    const found = await rareCharacterOn();
    assert.ok(found, 'no page of the archive has a character of Extension B');
    const { character, ...where } = found;
    const code = character.codePointAt(0).toString(16);
    assert.ok((await fetch(`${kSite}/faces/${style}/${code}.ttf`)).ok, 'no font of the server has it');
    const page = await opened('/');
    if (style === 'kai') await page.evaluate(() => localStorage.setItem('wenlan.face', 'kai'));
    const asked = [];
    page.on('request', (request) => isFace(request) && asked.push(new URL(request.url()).pathname));
    await page.goto(kSite + pagePath(where));
    await page.locator('.columns').waitFor();
    await page.waitForFunction(
      ([family, text]) => [...document.fonts].some((face) => face.family.includes(family) && face.status === 'loaded') &&
        document.fonts.check(`16px '${family}'`, text),
      [style === 'kai' ? 'Wenlan Rare Kai' : 'Wenlan Rare Song', character],
    );
    assert.ok(asked.includes(`/faces/${style}/${code}.ttf`), asked.join(' '));
    assert.ok((await fontsOf(page, character)).some((font) => font.isCustomFont && font.glyphCount >= 1));
    await screenshot(page, `rare-${style}`, 'desktop');
    assert.deepEqual(page.faults, []);
    await page.context().close();
  });
}

test('a page of common characters fetches no face', async () => {
  const { book, page: leaf, query } = await aPhrase();
  const { text } = await api(`/api/books/${encodeURIComponent(book)}/pages/${encodeURIComponent(leaf)}`);
  const page = await opened('/');
  const asked = [];
  page.on('request', (request) => isFace(request) && asked.push(request.url()));
  await page.goto(kSite + pagePath({ book, page: leaf, query }));
  await page.locator('.columns').waitFor();
  await page.evaluate(() => document.fonts.ready);
  if (!/[\u3400-\u4dbf\uf900-\ufaff]|[\ud840-\udfff]/.test(text)) assert.deepEqual(asked, []);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});
