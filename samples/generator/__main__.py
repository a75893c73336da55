# SPDX-License-Identifier: GPL-3.0-or-later
"""python3 -m samples.generator --book gazetteer --seed 7 --out DIR"""

import argparse
import sys

from .books import BOOKS, make_book


def main():
    parser = argparse.ArgumentParser(prog="python3 -m samples.generator", description=__doc__)
    parser.add_argument("--book", choices=list(BOOKS))
    parser.add_argument("--list", action="store_true", help="print the names of the books")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", help="folder of the book; made when missing")
    options = parser.parse_args()
    if options.list:
        print("\n".join(BOOKS))
        return
    if not options.book or not options.out:
        parser.error("--book and --out are needed")
    for page in make_book(options.book, options.seed, options.out):
        print(f"{options.book} {page}", file=sys.stderr)


if __name__ == "__main__":
    main()
