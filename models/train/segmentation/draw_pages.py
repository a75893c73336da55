# SPDX-License-Identifier: GPL-3.0-or-later
"""python3 models/train/segmentation/draw_pages.py OUT --seed N --count N [--kind KIND]

Draws pages to train and to measure with: <OUT>/<kind>-<seed>-<page>.jpg and .png, the maps of labels.py as bits.
The same seed draws the same pages."""

import argparse
import sys
from itertools import islice
from pathlib import Path

import numpy as np
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from samples.generator import books, scanning, wish  # noqa: E402

import blocks  # noqa: E402
import labels  # noqa: E402

LONG_SIDE = 1536
KINDS = ("blocks", *books.BOOKS, "stamped")


def drawn_pages(kind, seed):
    rng = np.random.default_rng([seed, KINDS.index(kind)])
    if kind in ("blocks", "stamped"):
        return rng, blocks.pages(rng, 10**6, kind == "stamped")
    return rng, books.BOOKS[kind].pages(rng, wish.Wish(vary=True))


def draw(kind, seed, count, out):
    rng, pages = drawn_pages(kind, seed)
    back = None
    for page in islice(pages, count):
        page = wish.with_faults(page, wish.Wish(vary=True, faults=float(rng.choice((0.3, 1, 1, 2)))), rng)
        same = back if back is not None and back.shape == page.sheet.ink.shape else None
        picture, back = scanning.scanned(page.sheet, page.bend, page.look, rng, same)
        page.truth.drop_empty()
        scale = LONG_SIDE / max(picture.size)
        size = (round(picture.width * scale), round(picture.height * scale))
        name = f"{kind}-{seed}-{page.name}"
        Image.fromarray(labels.maps_of(page, size)).save(out / f"{name}.png")
        small = picture.convert("RGB").resize(size, Image.BOX)
        small.save(out / f"{name}.jpg", quality=max(60, page.look.jpeg_quality))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=30)
    parser.add_argument("--kind", choices=KINDS, default="blocks")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    draw(options.kind, options.seed, options.count, options.out)


if __name__ == "__main__":
    main()
