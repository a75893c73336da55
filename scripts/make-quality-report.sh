#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes docs/quality.md anew: builds the program, reads the sample books, drawn pages and, where it lies
# beside the checkout (or is named), the measuring data. A quarter of an hour on two cores.
set -euo pipefail
cd "$(dirname "$0")/.."
samples/make.sh
scripts/build.sh release wenlan >/dev/null
exec /usr/bin/python3 tests/quality/make_report.py "$@"
