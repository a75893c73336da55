#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The web site in real Chromium, phone and desktop, against the real program on the sample books.
# Screenshots of every view go to build/screenshots/. Skipped, and says so, without Chromium.
set -euo pipefail
cd "$(dirname "$0")/../.."
source tests/browser/support/served_archive.sh

skip() { echo "browser tests: $1"; echo '0 passed, 0 failed, 1 skipped'; exit 0; }
command -v node >/dev/null || skip 'node is not installed (scripts/install.sh --tests)'
command -v chromium >/dev/null || skip 'chromium is not installed (scripts/install.sh --tests)'

install_browser_tests
serve_samples build/browser-archive
mkdir -p build/screenshots
log=build/browser-tests.tap
status=0
WENLAN_URL=$served_at SCREENSHOTS=build/screenshots \
  node --test-reporter=tap tests/browser/all_tests.mjs >"$log" || status=$?
grep -E '^ *(not )?ok |^ +(error|message|expected|actual):' "$log" || true
number() { sed -n "s/^# $1 //p" "$log" | tail -1; }
failed=$(number fail)
((status == 0 || ${failed:-0} > 0)) || { tail -40 "$log"; failed=1; }
echo "$(number pass) passed, ${failed:-1} failed, $(number skipped) skipped"
exit "$status"
