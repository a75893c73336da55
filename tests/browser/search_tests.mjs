// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { kThemes, opened, screenshot, settled } from './support/browser.mjs';
import { testAtEachWidth } from './support/each_width.mjs';
import { aPhrase, aRepeatedPhrase, searchFor } from './support/samples.mjs';

const pathOf = (query) => `/search?q=${encodeURIComponent(query)}`;

testAtEachWidth('typing a phrase leads to its hits, each with its column cut from the scan', async (width) => {
  const { query } = await aPhrase();
  const answer = await searchFor(query);
  const page = await opened('/', { width });
  await page.getByRole('searchbox').fill(query);
  await page.getByRole('searchbox').press('Enter');
  await page.locator('.hit').first().waitFor();
  await settled(page);
  assert.equal(new URL(page.url()).searchParams.get('q'), query);
  assert.match(await page.locator('[role=status]').first().innerText(), new RegExp(`\\b${answer.total}\\b`));
  assert.equal((await page.locator('.hit mark').first().innerText()).replace(/[\s\p{P}]/gu, ''), query);
  const strip = page.locator('.hit .strip').first();
  const picture = strip.locator('img');
  await picture.evaluate((image) => image.decode());
  assert.ok((await picture.evaluate((image) => image.naturalHeight)) > 100);
  const [mark, whole] = [await strip.locator('.mark').boundingBox(), await strip.boundingBox()];
  assert.ok(mark.x >= whole.x - 1 && mark.x + mark.width <= whole.x + whole.width + 1, 'the mark lies in the strip');
  assert.ok(mark.height > mark.width, 'four characters of a column are higher than wide');
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('the picture of a strip has the shape that was asked for, so the mark is where it should be', async () => {
  const { query } = await aPhrase();
  const page = await opened(pathOf(query));
  const picture = page.locator('.hit .strip img').first();
  await picture.evaluate((image) => image.decode());
  const [asked, got] = await picture.evaluate((image) => {
    const [, , width, height] = new URL(image.src).searchParams.get('box').split(',').map(Number);
    return [width / height, image.naturalWidth / image.naturalHeight];
  });
  assert.ok(Math.abs(asked / got - 1) < 0.03, `asked for ${asked}, got ${got}`);
  await page.context().close();
});

test('nothing jumps while results and pictures come', async () => {
  const { query } = await aRepeatedPhrase();
  const page = await opened(pathOf(query));
  const shift = await page.evaluate(
    () =>
      new Promise((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 300);
      }),
  );
  assert.ok(shift < 0.1, `layout shift ${shift}`);
  await page.context().close();
});

test('the switches are in the address, and the address brings them back', async () => {
  const { query } = await aPhrase();
  const page = await opened(pathOf(query));
  await page.getByRole('button', { name: '小注', exact: true }).click();
  await page.getByRole('checkbox', { name: '兼查異體字' }).uncheck();
  const parameters = new URL(page.url()).searchParams;
  assert.equal(parameters.get('in'), 'note');
  assert.equal(parameters.get('variants'), 'off');
  await page.reload();
  await settled(page);
  assert.equal(await page.getByRole('button', { name: '小注', exact: true }).getAttribute('aria-pressed'), 'true');
  assert.equal(await page.getByRole('checkbox', { name: '兼查異體字' }).isChecked(), false);
  const { total } = await searchFor(query, '&in=note&variants=off');
  assert.match(await page.locator('main').innerText(), total ? new RegExp(`\\b${total}\\b`) : /沒有找到/);
  await page.context().close();
});

testAtEachWidth('a book chosen among the facets narrows the search, and can be taken off again', async (width) => {
  const { query } = await aRepeatedPhrase();
  const page = await opened(pathOf(query), { width });
  if (width === 'phone') await page.getByRole('button', { name: '縮小範圍' }).click();
  const { facets } = await searchFor(query);
  const { label, count, value } = facets.book[0];
  await page.locator('section', { hasText: '書' }).getByRole('link', { name: new RegExp(label) }).first().click();
  await page.locator('.count', { hasText: new RegExp(`\\b${count}\\b`) }).waitFor();
  assert.equal(new URL(page.url()).searchParams.get('book'), value);
  if (width === 'phone') await page.getByRole('button', { name: /縮小範圍/ }).click();
  await page.getByRole('link', { name: `去掉「${label}」` }).click();
  await page.getByRole('link', { name: `去掉「${label}」` }).waitFor({ state: 'detached' });
  assert.equal(new URL(page.url()).searchParams.get('book'), null);
  await page.context().close();
});

test('going back from a page returns to the same results', async () => {
  const { query } = await aPhrase();
  const page = await opened(pathOf(query));
  const before = await page.locator('.hit .title').allTextContents();
  await page.locator('.hit').first().click();
  await page.locator('.columns').waitFor();
  await page.goBack();
  await page.locator('.hit').first().waitFor();
  assert.deepEqual(await page.locator('.hit .title').allTextContents(), before);
  await page.context().close();
});

test('results come in pages', async () => {
  const { hits, total } = await searchFor('之');
  if (total <= 10) return; // a small archive has one page of results
  const page = await opened(pathOf('之'));
  await page.getByRole('link', { name: '下一頁' }).click();
  await settled(page);
  assert.equal(new URL(page.url()).searchParams.get('offset'), '10');
  const href = await page.locator('.hit').first().getAttribute('href');
  assert.ok(decodeURIComponent(href).startsWith(`/book/${hits[10].book}/${hits[10].page}`));
  await page.context().close();
});

testAtEachWidth('where nothing is found the page says what to try', async (width) => {
  const page = await opened(`${pathOf('無此句也乎哉')}&in=main`, { width });
  await page.getByText('沒有找到').waitFor();
  await page.getByRole('link', { name: '正文和注一起查' }).click();
  assert.equal(new URL(page.url()).searchParams.get('in'), null);
  await screenshot(page, 'nothing', width);
  await page.context().close();
});

test('a subject named by the words stands above the hits', async () => {
  const { query } = await aRepeatedPhrase();
  const page = await opened(pathOf(query));
  await page.getByRole('region', { name: '相關條目' }).getByRole('link').first().click();
  await page.waitForURL(/\/(subject|book)\//);
  await page.context().close();
});

for (const theme of kThemes) {
  testAtEachWidth(`screenshot of the results, ${theme}`, async (width) => {
    const { query } = await aRepeatedPhrase();
    const page = await opened(pathOf(query), { width, theme });
    await screenshot(page, 'results', width, theme);
    await page.context().close();
  });
}
