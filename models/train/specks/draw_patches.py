# SPDX-License-Identifier: GPL-3.0-or-later
"""python3 models/train/specks/draw_patches.py OUT.npz --seed N --count N

Draws pieces of two-tone scans without specks: columns of characters at 40 to 110 pixels, rules, notes; as bits. The same
seed draws the same pieces."""

import argparse
import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from samples.generator import faults, fonts  # noqa: E402

SIDE = 416
FIRST_FONTS = ("kai", "cns-kai", "arphic-kai", "fangsong", "ming", "cns-sung", "arphic-ming", "noto-serif-bold")
AFTER = fonts.MING_AFTER
TEXTS = Path(__file__).resolve().parents[3] / "samples" / "texts"
RARE_SHARE = 0.35  # of the characters: any that a font draws, so that the rare ones are seen too


def common_characters():
    text = "".join(path.read_text(encoding="utf8") for path in sorted(TEXTS.glob("*.txt")))
    return [c for c in text if "\u4e00" <= c <= "\u9fff"]


def draw_character(page, stack, character, size, middle, rng):
    """Each stands a little aside and is a little wider or lower than the one before it, as where it was written by hand."""
    tile = stack.tile(character, size)
    width, height = (max(8, round(tile.width * rng.uniform(0.88, 1.1))) for _ in range(2))
    tile = tile.resize((width, height), Image.BICUBIC)
    slant = rng.normal(0, 0.06)
    tile = tile.transform(tile.size, Image.AFFINE, (1, slant, -slant * height / 2, rng.normal(0, 0.04), 1, 0), Image.BICUBIC)
    corner = [round(at + rng.normal(0, 0.03) * size - side / 2) for at, side in zip(middle, tile.size)]
    page.paste(255, tuple(corner), tile)


def draw_columns(page, stack, characters, rng):
    size = int(rng.uniform(40, 110))
    pitch, step = size * rng.uniform(1.05, 1.6), size * rng.uniform(0.85, 1.25)
    pen = ImageDraw.Draw(page)
    ruled, thick = rng.random() < 0.6, int(rng.integers(1, 6))
    x = rng.uniform(-0.5, 0.5) * size
    while x < SIDE + size:
        if ruled:
            pen.line((x - pitch / 2, 0, x - pitch / 2 + rng.normal(0, 3), SIDE), fill=255, width=thick)
        y = rng.uniform(-0.5, 1.5) * size
        while y < SIDE + size and rng.random() > 0.04:
            draw_character(page, stack, characters[rng.integers(len(characters))], size, (x, y), rng)
            y += step
        x += pitch
    return size


def piece(rng, common):
    first = FIRST_FONTS[rng.integers(len(FIRST_FONTS))]
    stack = fonts.stack_of(first, AFTER)
    rare = sorted(c for c in fonts.characters_of(first) if 0x4E00 <= c <= 0x9FFF)
    characters = [chr(rare[rng.integers(len(rare))]) if rng.random() < RARE_SHARE else common[rng.integers(len(common))]
                  for _ in range(40)]
    page = Image.new("L", (SIDE, SIDE), 0)
    size = draw_columns(page, stack, characters, rng)
    worn = rng.uniform(0.02, 0.12) if rng.random() < 0.3 else 0.0
    look = faults.InkLook(spread=rng.uniform(0.7, 1.6), rough=rng.uniform(0.05, 0.3), uneven=rng.uniform(0, 0.15),
                          pale=0, dropout=worn, weight=rng.uniform(-0.1, 0.3) + max(0, 70 - size) / 150)
    return faults.inked(np.asarray(page), look, rng) > 0.5


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, required=True)
    options = parser.parse_args()
    rng = np.random.default_rng(options.seed)
    common = common_characters()
    np.savez(options.out, bits=np.stack([np.packbits(piece(rng, common), axis=1) for _ in range(options.count)]))


if __name__ == "__main__":
    main()
