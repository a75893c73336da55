// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

import { kThemes, opened } from './support/browser.mjs';
import { testAtEachWidth } from './support/each_width.mjs';
import { aPageWithNotes, aRepeatedPhrase, aSubject, books, pagePath } from './support/samples.mjs';

const kAxe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const kBad = ['serious', 'critical'];

async function views() {
  const { query, book, pages } = await aRepeatedPhrase();
  const [first] = await books();
  return {
    home: '/',
    results: `/search?q=${encodeURIComponent(query)}`,
    nothing: `/search?q=${encodeURIComponent('無此句也乎哉')}`,
    book: `/book/${encodeURIComponent(first.id)}`,
    page: pagePath({ book, page: pages[0], query }),
    notes: pagePath(await aPageWithNotes()),
    subject: `/subject/${encodeURIComponent((await aSubject()).id)}`,
    nowhere: '/no/such/view',
  };
}

// The content policy keeps scripts out of the page, so axe comes in through the debugger's own door.
async function findings(page) {
  await page.evaluate(kAxe);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
  return violations
    .filter(({ impact }) => kBad.includes(impact))
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

for (const theme of kThemes) {
  testAtEachWidth(`axe finds nothing serious in any view, ${theme}`, async (width) => {
    for (const [name, path] of Object.entries(await views())) {
      const page = await opened(path, { width, theme });
      await page.waitForTimeout(500); // what fades in has done so
      assert.deepEqual(await findings(page), [], name);
      await page.context().close();
    }
  });
}

test('the first stop of the tab key skips to the content', async () => {
  const page = await opened('/');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.textContent), '跳到正文');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  await page.context().close();
});

test('every stop of the tab key can be seen', async () => {
  const page = await opened('/');
  for (let stop = 0; stop < 12; ++stop) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const box = document.activeElement.closest('form, a, button, select, label').getBoundingClientRect();
      const style = getComputedStyle(document.activeElement);
      const outlined = style.outlineStyle !== 'none' || document.activeElement.matches('form *');
      return box.width > 0 && box.height > 0 && outlined;
    });
    assert.ok(seen, `stop ${stop + 1}`);
  }
  await page.context().close();
});

test('a reader who asks for no motion gets none', async () => {
  const page = await opened('/', { reducedMotion: 'reduce' });
  const motion = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--motion'));
  assert.equal(motion.trim(), '0ms');
  await page.context().close();
});
