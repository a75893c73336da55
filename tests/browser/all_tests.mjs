// SPDX-License-Identifier: GPL-3.0-or-later
// All browser tests in one process: they share one Chromium and run one after the other.
import { after } from 'node:test';

import { closeBrowser } from './support/browser.mjs';

import './home_tests.mjs';
import './search_tests.mjs';
import './page_tests.mjs';
import './subject_tests.mjs';
import './face_tests.mjs';
import './language_tests.mjs';
import './accessibility_tests.mjs';

after(closeBrowser);
