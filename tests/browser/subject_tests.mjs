// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { api, kThemes, opened, screenshot } from './support/browser.mjs';
import { testAtEachWidth } from './support/each_width.mjs';
import { aSubject, books } from './support/samples.mjs';

testAtEachWidth('a subject shows its name and every place that names it', async (width) => {
  const { id, name } = await aSubject();
  const record = await api(`/api/subjects/${encodeURIComponent(id)}?offset=0&limit=24`);
  const page = await opened(`/subject/${encodeURIComponent(id)}`, { width });
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), name);
  assert.equal(await page.locator('article ol > li').count(), record.mentions.length);
  const first = page.locator('article ol > li a').first();
  assert.ok((await first.locator('mark').count()) > 0);
  await first.click();
  await page.locator('.columns').waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('mentions are called by their leaves, as search hits are', async () => {
  const { id } = await aSubject();
  const { mentions } = await api(`/api/subjects/${encodeURIComponent(id)}?offset=0&limit=24`);
  const named = mentions.findIndex((mention) => mention.leaf);
  assert.ok(named >= 0, 'no mention stands on a page that names its leaf');
  const page = await opened(`/subject/${encodeURIComponent(id)}`);
  const card = page.locator('article ol > li').nth(named);
  assert.ok((await card.innerText()).includes(mentions[named].leaf));
  await page.context().close();
});

test('who goes with whom is told by kind, each with the page that says so', async () => {
  const { id, name } = await aSubject();
  const { related } = await api(`/api/subjects/${encodeURIComponent(id)}`);
  const page = await opened(`/subject/${encodeURIComponent(id)}`);
  assert.equal(await page.locator('aside h3').count(), new Set(related.map((one) => one.kind)).size);
  const [first] = related.filter((one) => one.kind === 'person');
  const row = page.locator('aside li', { hasText: first.name }).first();
  await row.getByRole('link').nth(1).click();
  await page.locator('.columns').waitFor();
  assert.equal(new URL(page.url()).pathname, `/book/${first.book}/${first.page}`);
  const { text } = await api(`/api/books/${first.book}/pages/${first.page}`);
  assert.ok(text.replaceAll('\n', '').includes(name), text);
  await page.context().close();
});

testAtEachWidth('a book shows its record and all its pages', async (width) => {
  const [book] = await books();
  const page = await opened(`/book/${encodeURIComponent(book.id)}`, { width });
  assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), book.title);
  assert.equal(await page.locator('article ol > li').count(), book.pages);
  await screenshot(page, 'book', width);
  await page.getByRole('link', { name: '開卷' }).click();
  await page.locator('.columns, .none').first().waitFor();
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

for (const theme of kThemes) {
  testAtEachWidth(`screenshot of a subject, ${theme}`, async (width) => {
    const { id } = await aSubject();
    const page = await opened(`/subject/${encodeURIComponent(id)}`, { width, theme });
    await screenshot(page, 'subject', width, theme);
    await page.context().close();
  });
}
