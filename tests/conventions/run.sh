#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Rules of the source tree: who includes whom, lengths, licences, paths. Needs git and python3 alone.
set -eu
cd "$(dirname "$0")/../.."
exec python3 tests/support/counted.py tests/conventions
