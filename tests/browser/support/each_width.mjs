// SPDX-License-Identifier: GPL-3.0-or-later
import { test } from 'node:test';

import { kWidths } from './browser.mjs';

// The same test at phone and at desktop width.
export function testAtEachWidth(name, run) {
  for (const width of Object.keys(kWidths)) test(`${name} (${width})`, () => run(width));
}
