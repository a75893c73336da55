#!/usr/bin/env bash
# Bad files, bad disks, bad models and bad moments, one by one, against the real program.
# Debian's own Python: the pictures are drawn with its packages.
set -euo pipefail
cd "$(dirname "$0")/../.."
exec env PYTHONPATH=tests/support /usr/bin/python3 tests/support/counted.py tests/bad_input
