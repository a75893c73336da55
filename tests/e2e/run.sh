#!/usr/bin/env bash
# The whole way with the real program on the sample books: add, run, index, search, export, kill.
set -euo pipefail
cd "$(dirname "$0")/../.."
exec env PYTHONPATH=tests/support /usr/bin/python3 tests/support/counted.py tests/e2e
