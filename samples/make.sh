#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the sample books into samples/books (or the folder named). Same seed, same bytes.
set -eu
cd "$(dirname "$0")/.."
out=${1:-samples/books}
for book in $(/usr/bin/python3 -m samples.generator --list); do
  rm -rf "$out/$book.part"
  /usr/bin/python3 -m samples.generator --book "$book" --seed 7 --out "$out/$book.part"
  rm -rf "${out:?}/$book"
  mv "$out/$book.part" "$out/$book"
done
