// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { kThemes, opened, screenshot, settled } from './support/browser.mjs';
import { testAtEachWidth } from './support/each_width.mjs';
import { aPageWithMarks, aPageWithNotes, aPhrase, aRepeatedPhrase, aTextOnlyBook, pagePath, pageRecord } from './support/samples.mjs';

async function openedPage(where, options) {
  const page = await opened(pagePath(where), options);
  await page.locator('.columns .column').first().waitFor();
  return page;
}

async function withScan(page) {
  await page.locator('.marks rect.column').first().waitFor({ state: 'attached' });
  await page.waitForFunction(() => document.querySelector('.marks')?.getBoundingClientRect().width > 0);
  await settled(page);
  await page.waitForTimeout(400); // the viewer's own movement, 300 ms
}

const pageId = (page) => decodeURIComponent(new URL(page.url()).pathname.split('/')[3]);

testAtEachWidth('the hit is marked on the scan where the search says, and in the text', async (width) => {
  const phrase = await aPhrase();
  const page = await openedPage(phrase, { width });
  await withScan(page);
  const rect = page.locator('.marks rect.hit').first();
  const box = await rect.evaluate((mark) => ['x', 'y', 'width', 'height'].map((name) => Number(mark.getAttribute(name))));
  assert.deepEqual(box, phrase.box);
  const [hit, column] = [await rect.boundingBox(), await page.locator(`.marks [data-column="${await page
    .locator('.columns .column', { has: page.locator('mark.current') })
    .first()
    .getAttribute('data-column')}"]`).boundingBox()];
  const middle = hit.x + hit.width / 2;
  assert.ok(middle > column.x && middle < column.x + column.width, 'the mark stands on the column that holds the words');
  assert.equal((await page.locator('.columns mark').first().innerText()).replace(/\s/g, ''), phrase.query);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('the column under the pointer is lit on the scan and in the text', async () => {
  const page = await openedPage(await aPhrase());
  await withScan(page);
  const column = page.locator('.columns .column.main').first();
  const key = await column.getAttribute('data-column');
  await column.hover();
  assert.match(await page.locator(`.marks [data-column="${key}"]`).getAttribute('class'), /lit/);
  const onScan = await page.locator(`.marks [data-column="${key}"]`).boundingBox();
  await page.mouse.move(5, 5);
  await page.mouse.move(onScan.x + onScan.width / 2, onScan.y + onScan.height / 2, { steps: 3 });
  assert.match(await column.getAttribute('class'), /lit/);
  await page.context().close();
});

test('up and down light column after column from the keyboard', async () => {
  const page = await openedPage(await aPhrase());
  await page.locator('section.text').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const columns = await page.locator('.columns .column').evaluateAll((all) => all.map((one) => one.classList.contains('lit')));
  assert.deepEqual(columns.indexOf(true), Math.min(1, columns.length - 1));
  await page.context().close();
});

test('n and p step through the places of the phrase, over page ends too', async () => {
  const { query, book, pages } = await aRepeatedPhrase();
  const page = await openedPage({ book, page: pages[0], query });
  await withScan(page);
  const seen = new Set([pageId(page)]);
  for (let step = 0; step < 30 && seen.size < 2; ++step) {
    await page.keyboard.press('n');
    await page.waitForTimeout(150);
    seen.add(pageId(page));
  }
  assert.deepEqual([...seen], pages.slice(0, 2));
  await settled(page);
  await page.locator('.columns mark.current').first().waitFor();
  await page.keyboard.press('p');
  await page.waitForFunction((id) => location.pathname.endsWith(id), pages[0]);
  await page.context().close();
});

test('the arrow keys turn the way the book does: left is on, in a vertical book', async () => {
  const { book, pages } = await aRepeatedPhrase();
  const record = await pageRecord({ book, page: pages[0] });
  const page = await openedPage({ book, page: pages[0] });
  const vertical = record.lines.filter((line) => line.mode.startsWith('vertical')).length * 2 >= record.lines.length;
  if (record.next) {
    await page.keyboard.press(vertical ? 'ArrowLeft' : 'ArrowRight');
    await page.waitForFunction((id) => location.pathname.endsWith(id), record.next);
    await settled(page);
    await page.keyboard.press(vertical ? 'ArrowRight' : 'ArrowLeft');
    await page.waitForFunction((id) => location.pathname.endsWith(id), record.page);
  }
  await page.context().close();
});

test('small notes are set as two rows, the right one first', async () => {
  const page = await openedPage(await aPageWithNotes());
  const pairs = await page.locator('.columns .note').evaluateAll((notes) =>
    notes
      .map((note) => [...note.children].map((row) => row.getBoundingClientRect()))
      .filter((rows) => rows.length === 2 && rows.every((row) => row.width > 0 && row.height > 0))
      .map(([right, left]) => ({ right: right.x, left: left.x + left.width, tops: Math.abs(right.y - left.y) })),
  );
  assert.ok(pairs.length > 0, 'there is a note in two rows');
  for (const { right, left, tops } of pairs) {
    assert.ok(left <= right + 1, 'the left row stands left of the right one');
    assert.ok(tops < 2, 'both begin at the same height');
  }
  await page.context().close();
});

test('characters that a reader marked carry their mark', async () => {
  const { marks, ...where } = await aPageWithMarks();
  const page = await openedPage(where);
  const shown = await page.locator('.columns em').evaluateAll((all) =>
    all.map((one) => [one.textContent, getComputedStyle(one).textEmphasisStyle, one.title]),
  );
  const circled = marks.filter(({ kind, span }) => kind === 'circle' && span);
  assert.equal(shown.filter(([, style]) => style.includes('circle')).length, circled.length);
  assert.ok(shown.every(([text, , title]) => text && title));
  await screenshot(page, 'page-marks', 'desktop');
  await page.context().close();
});

test('the text can be set in rows instead, and that is remembered', async () => {
  const phrase = await aPhrase();
  const page = await openedPage(phrase);
  await page.getByRole('button', { name: '橫排' }).click();
  const mode = () => page.locator('.columns').evaluate((text) => getComputedStyle(text).writingMode);
  assert.equal(await mode(), 'horizontal-tb');
  await page.reload();
  await page.locator('.columns').waitFor();
  assert.equal(await mode(), 'horizontal-tb');
  await page.getByRole('button', { name: '直排' }).click();
  assert.equal(await mode(), 'vertical-rl');
  await page.context().close();
});

testAtEachWidth('the slider and the small pictures lead to other pages, the phrase stays', async (width) => {
  const { query, book, pages } = await aRepeatedPhrase();
  const page = await openedPage({ book, page: pages[0], query }, { width });
  await page.getByRole('slider').focus();
  await page.keyboard.press('Home');
  await settled(page);
  assert.equal(new URL(page.url()).searchParams.get('q'), query);
  await page.getByRole('button', { name: '各葉小圖' }).click();
  const last = page.locator('.leaves a').last();
  const href = await last.getAttribute('href');
  await last.click();
  await page.waitForURL((url) => url.pathname + url.search === href);
  await page.context().close();
});

test('names can be marked on the scan and lead to their subject', async () => {
  const { query, book, pages } = await aRepeatedPhrase();
  const page = await openedPage({ book, page: pages[0], query });
  await withScan(page);
  assert.equal(await page.locator('.marks rect.name').count(), 0);
  await page.getByRole('button', { name: '標記' }).click();
  assert.ok((await page.locator('.marks rect.name').count()) > 0);
  await page.locator('.columns a.name').first().click();
  await page.waitForURL(/\/subject\//);
  await page.context().close();
});

test('words selected in the text can be looked for', async () => {
  const page = await openedPage(await aPhrase());
  await page.locator('.columns .main .words').first().evaluate((words) => {
    getSelection().selectAllChildren(words);
  });
  await page.getByRole('link', { name: /^檢索「/ }).click();
  await page.waitForURL(/\/search\?q=/);
  await page.context().close();
});

test('the divider moves by keyboard', async () => {
  const page = await openedPage(await aPhrase());
  const before = await page.locator('section.text').boundingBox();
  await page.getByRole('separator').focus();
  for (let step = 0; step < 5; ++step) await page.keyboard.press('ArrowRight');
  const after = await page.locator('section.text').boundingBox();
  assert.ok(after.width < before.width);
  await page.context().close();
});

test('a page of text without a scan is read all the same', async () => {
  const where = await aTextOnlyBook();
  assert.ok(where, 'the archive has no book of text only');
  const page = await openedPage(where);
  assert.equal(await page.locator('section.scan').count(), 0);
  const { text } = await pageRecord(where);
  const shown = (await page.locator('.columns .words').allTextContents()).join('').replace(/\s/g, '');
  assert.equal(shown, text.replace(/\s/g, ''));
  assert.deepEqual(page.faults, []);
  await screenshot(page, 'text-only', 'desktop');
  await page.context().close();
});

test('a page that does not exist says so and shows the way out', async () => {
  const page = await opened('/book/nothing/0001');
  await page.getByRole('heading', { name: '出了問題' }).waitFor();
  await page.getByRole('link', { name: '回首頁', exact: true }).click();
  await page.locator('.shelf').waitFor();
  await page.context().close();
});

for (const theme of kThemes) {
  testAtEachWidth(`screenshot of a page with its hits, ${theme}`, async (width) => {
    const { query, book, pages } = await aRepeatedPhrase();
    const page = await openedPage({ book, page: pages.at(-1), query }, { width, theme });
    await withScan(page);
    await screenshot(page, 'page', width, theme);
    await page.context().close();
  });
}

testAtEachWidth('screenshot of a page with notes and names', async (width) => {
  const page = await openedPage(await aPageWithNotes(), { width });
  await withScan(page);
  await page.getByRole('button', { name: '標記' }).click();
  await screenshot(page, 'page-notes', width);
  await page.context().close();
});
