// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { kSite, kThemes, opened, screenshot } from './support/browser.mjs';
import { testAtEachWidth } from './support/each_width.mjs';
import { books } from './support/samples.mjs';

const kMostScript_kB = 150;
const kFirstPaint_ms = 1000;

testAtEachWidth('the home page shows the search box over a page, and the books on a shelf', async (width) => {
  const page = await opened('/', { width });
  const onShelf = await books();
  await page.locator('.strip img.scan').waitFor();
  assert.ok(await page.locator('.strip img.scan').evaluate((picture) => picture.naturalWidth > 0));
  assert.equal(await page.locator('.shelf .volume').count(), onShelf.length);
  assert.deepEqual(await page.locator('.shelf .slip').allTextContents(), onShelf.map((book) => book.title));
  assert.ok((await page.locator('main section h2').count()) >= 2, 'people or places are listed');
  const newest = [...onShelf].sort((a, b) => b.added.localeCompare(a.added)).slice(0, 6);
  assert.deepEqual(await page.locator('section', { has: page.locator('time') }).locator('a').allTextContents(),
    newest.map((book) => book.title));
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

testAtEachWidth('nothing on the home page is wider than the window', async (width) => {
  const page = await opened('/', { width });
  const [content, view] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
  assert.ok(content <= view, `${content} > ${view}`);
  await page.context().close();
});

test('the first useful paint comes within a second', async () => {
  const page = await opened('/');
  await page.reload(); // the first opening also starts Chromium's own parts
  const box = page.getByRole('searchbox');
  await box.waitFor();
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity,
  );
  assert.ok(paint < kFirstPaint_ms, `first contentful paint after ${Math.round(paint)} ms`);
  console.log(`# first contentful paint ${Math.round(paint)} ms`);
  await page.context().close();
});

test('the first view loads at most 150 kB of script, gzipped, and no viewer', async () => {
  const page = await opened('/');
  const scripts = await page.evaluate(() =>
    performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => name.endsWith('.js')),
  );
  assert.ok(scripts.length > 0);
  let bytes = 0;
  for (const script of scripts) bytes += gzipSync(Buffer.from(await (await fetch(script)).arrayBuffer())).length;
  assert.ok(bytes <= kMostScript_kB * 1000, `${bytes} bytes`);
  assert.ok(!scripts.some((script) => script.includes('openseadragon')));
  console.log(`# script on the first view ${(bytes / 1000).toFixed(1)} kB gzip`);
  await page.context().close();
});

test('the server lets pages load from itself alone', async () => {
  const policy = (await fetch(kSite)).headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'self'/);
  assert.doesNotMatch(policy, /unsafe|https?:|\*/);
});

for (const theme of kThemes) {
  testAtEachWidth(`screenshot of the home page, ${theme}`, async (width) => {
    const page = await opened('/', { width, theme });
    await page.locator('.strip img.scan').waitFor();
    await screenshot(page, 'home', width, theme);
    await page.context().close();
  });
}
