#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the sample books into samples/books (or the folder named). Same seed, same bytes; what is
# there and made by this generator stays as it is.
set -eu
cd "$(dirname "$0")/.."
out=${1:-samples/books}
stamp=$(cat samples/make.sh samples/generator/*.py samples/texts/*.txt | sha256sum | cut -c1-16)
if [ "$(cat "$out/.made-by" 2>/dev/null)" = "$stamp" ]; then
  exit 0
fi
rm -f "$out/.made-by"
mkdir -p "$out"
make_book='
  rm -rf "$1/$2.part"
  /usr/bin/python3 -m samples.generator --book "$2" --seed 7 --out "$1/$2.part"
  rm -rf "$1/$2"
  mv "$1/$2.part" "$1/$2"'
/usr/bin/python3 -m samples.generator --list | xargs -P 2 -I '{}' sh -euc "$make_book" make_book "$out" '{}'
printf '%s\n' "$stamp" >"$out/.made-by"
