// SPDX-License-Identifier: GPL-3.0-or-later
// Takes the pictures shown in the README; not a test. scripts/make-screenshots.sh runs it.
import { closeBrowser, kSite, opened } from './support/browser.mjs';
import { aRepeatedPhrase, aSubject, pagePath } from './support/samples.mjs';

// The day whose page on the home page is a woodblock one.
const kDay = new Date('2026-11-23T12:00:00');
const folder = process.env.SCREENSHOTS;

async function take(name, path, options, prepare = async () => {}) {
  const page = await opened(path, options);
  await prepare(page);
  await page.waitForTimeout(700); // the viewer comes to rest
  await page.screenshot({ path: `${folder}/${name}.png` });
  await page.context().close();
}

const { query, book, pages } = await aRepeatedPhrase();
const { id } = await aSubject();
const page = pagePath({ book, page: pages.at(-1), query });
const onScan = (view) => view.locator('.marks rect.column').first().waitFor({ state: 'attached' });

await take('home-desktop', '/', { date: kDay });
await take('results-desktop', `/search?q=${encodeURIComponent(query)}`);
await take('page-desktop', page, {}, onScan);
await take('page-dark-phone', page, { width: 'phone', theme: 'dark' }, onScan);
await take('subject-desktop', `/subject/${encodeURIComponent(id)}`);
await closeBrowser();
console.log(`pictures of ${kSite} in ${folder}`);
