#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes the pictures of the README anew (docs/images/*.png) from the real site on the sample books.
set -euo pipefail
cd "$(dirname "$0")/.."
source tests/browser/support/served_archive.sh

install_browser_tests
serve_samples build/browser-archive
raw=build/readme-pictures
mkdir -p "$raw" docs/images
WENLAN_URL=$served_at SCREENSHOTS=$raw node tests/browser/readme_pictures.mjs
/usr/bin/python3 scripts/shrink_pictures.py "$raw" docs/images
