#!/usr/bin/env bash
# Bad files, bad disks, bad models and bad moments, one by one, against the real program.
set -euo pipefail
cd "$(dirname "$0")/../.."
exec env PYTHONPATH=tests/support python3 tests/support/counted.py tests/bad_input
