// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { kSite, opened, screenshot } from './support/browser.mjs';
import { aPhrase, books, pagePath } from './support/samples.mjs';

test('the interface follows the browser, and a choice is remembered', async () => {
  const page = await opened('/', { locale: 'en-GB' });
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  await page.getByRole('heading', { name: 'On the shelf' }).waitFor();
  await page.getByRole('combobox').selectOption('zh-Hans');
  await page.getByRole('heading', { name: '架上之书' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: '架上之书' }).waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'zh-Hans');
  await page.context().close();
});

test('the text of books is never converted', async () => {
  const titles = (await books()).map((book) => book.title);
  for (const locale of ['zh-TW', 'zh-CN', 'en-US']) {
    const page = await opened('/', { locale });
    assert.deepEqual(await page.locator('.shelf .slip').allTextContents(), titles);
    assert.ok((await page.locator('.shelf .slip[lang=zh-Hant]').count()) === titles.length);
    await page.context().close();
  }
});

test('text of a book says its own language inside an English interface', async () => {
  const page = await opened(pagePath(await aPhrase()), { locale: 'en-US' });
  await page.locator('.columns').waitFor();
  assert.match(await page.locator('.columns').getAttribute('lang'), /^(zh-Hant|lzh)/);
  await screenshot(page, 'page-english', 'desktop');
  await page.context().close();
});

test('the theme follows the system until one is chosen, which is remembered', async () => {
  const page = await opened('/', { theme: 'dark' });
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  assert.equal(await paper(), 'rgb(23, 21, 15)');
  await page.getByRole('button', { name: '改用淺色' }).click();
  assert.equal(await paper(), 'rgb(250, 247, 240)');
  await page.goto(kSite);
  assert.equal(await paper(), 'rgb(250, 247, 240)');
  await page.context().close();
});
