# SPDX-License-Identifier: GPL-3.0-or-later
"""python3 -m samples.generator --book gazetteer --seed 7 --out DIR"""

import argparse
import sys

from .books import BOOKS, TEST_BOOKS, make_book
from .fonts import FONT_FILES
from .wish import Wish


def main():
    parser = argparse.ArgumentParser(prog="python3 -m samples.generator", description=__doc__)
    parser.add_argument("--book", choices=[*BOOKS, *TEST_BOOKS])
    parser.add_argument("--list", action="store_true", help="print the names of the sample books")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", help="folder of the book; made when missing")
    parser.add_argument("--pages", type=int, help="only the first so many pages")
    parser.add_argument("--vary", action="store_true",
                        help="draw layout, fonts and faults by the seed: for tests and training")
    parser.add_argument("--faults", type=float, default=1.0,
                        help="strength of the faults; 0 is a clean page (default 1)")
    parser.add_argument("--camera", type=float, default=0.0,
                        help="how far from flat and from aside pages are photographed (default 0)")
    parser.add_argument("--stamp", action="store_true",
                        help="scans in two tones with a large stamp over the text")
    parser.add_argument("--font", choices=list(FONT_FILES), help="first font of the main text")
    parser.add_argument("--texts", default=Wish.texts, help="folder of other texts")
    options = parser.parse_args()
    if options.list:
        print("\n".join(BOOKS))
        return
    if not options.book or not options.out:
        parser.error("--book and --out are needed")
    wish = Wish(options.texts, options.font, options.faults, options.vary, options.pages,
                options.camera, options.stamp)
    for page in make_book(options.book, options.seed, options.out, wish):
        print(f"{options.book} {page}", file=sys.stderr)


if __name__ == "__main__":
    main()
