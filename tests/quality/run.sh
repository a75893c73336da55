#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# How well pages are read: the samples with the release program, against floors; and the samples themselves.
set -eu
cd "$(dirname "$0")/../.."
exec /usr/bin/python3 tests/support/counted.py tests/quality
