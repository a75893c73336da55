#!/usr/bin/env bash
# What goes wrong in a night of reading, done on purpose: kills, full disks, decoders that crash.
#   tests/faults/run.sh          some rounds on a few pages
#   tests/faults/run.sh full     200 rounds on 40 pages, every write
set -euo pipefail
cd "$(dirname "$0")/../.."
export WENLAN_FAULTS=${1:-some}
exec env PYTHONPATH=tests/support /usr/bin/python3 tests/support/counted.py tests/faults
