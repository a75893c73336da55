// SPDX-License-Identifier: GPL-3.0-or-later
// One Chromium for all tests, and pages in it that notice what a reader would not see.
import { chromium } from 'playwright-core';

export const kSite = process.env.WENLAN_URL ?? 'http://127.0.0.1:8080';
const kScreenshots = process.env.SCREENSHOTS;

export const kWidths = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true },
  desktop: { viewport: { width: 1440, height: 900 } },
};
export const kThemes = ['light', 'dark'];

const kFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let launched;
function browser() {
  launched ??= chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: kFlags });
  return launched;
}

export async function closeBrowser() {
  await (await launched)?.close();
}

// Opens an address, on the given date if there is one. `page.faults` collects errors of scripts, refusals by the content policy, and
// requests to any other host.
export async function opened(path, { width = 'desktop', theme = 'light', locale = 'zh-TW', date, ...more } = {}) {
  const context = await (await browser()).newContext({ ...kWidths[width], colorScheme: theme, locale, ...more });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  if (date) await page.clock.setFixedTime(date);
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') page.faults.push(message.text());
  });
  page.on('request', (request) => {
    const host = new URL(request.url()).host;
    if (host && host !== new URL(kSite).host) page.faults.push(`asked ${host}`);
  });
  await page.goto(kSite + path);
  await settled(page);
  return page;
}

export async function settled(page) {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
}

export async function screenshot(page, name, width, theme = 'light') {
  if (!kScreenshots) return;
  await page.screenshot({ path: `${kScreenshots}/${name}-${width}-${theme}.png` });
}

// What the API says, for the tests to compare the site with.
export async function api(path) {
  const response = await fetch(kSite + path);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}
