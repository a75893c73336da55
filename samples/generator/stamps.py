# SPDX-License-Identifier: GPL-3.0-or-later
"""A large stamp over the text of a scan in two tones: red paste that the scanner turned to specks."""

import numpy as np
from PIL import Image, ImageDraw

from .fonts import stack_of
from .noise import cloud

TEXTS = ("文淵閣寶", "錦溪藏書", "嘉慶御覽", "天祿琳琅")
FONTS = stack_of("noto-sans-bold", ())


def stamp_mask(side, text, rng):
    """Where the paste lies (bool): frame and four characters, red on paper or paper on red."""
    picture = Image.new("L", (side, side), 255)
    frame = int(side * rng.uniform(0.05, 0.1))
    ImageDraw.Draw(picture).rectangle((frame, frame, side - frame, side - frame), fill=0)
    cell = (side - 2 * frame) // 2
    for index, character in enumerate(text):
        tile = FONTS.tile(character, int(cell * 0.8)).resize((int(cell * 1.4),) * 2, Image.BICUBIC)
        middle = [frame + cell // 2 + cell * at for at in (1 - index // 2, index % 2)]
        picture.paste(255, tuple(at - tile.width // 2 for at in middle), tile)
    mask = np.asarray(picture) > 127
    return ~mask if rng.random() < 0.3 else mask


def specks(side, grain, rng):
    """Specks (bool) about as large as `grain` pixels on a tenth to a third of the area, in places closer."""
    heights = cloud(rng, side, side, grain) + rng.uniform(0, 0.6) * cloud(rng, side, side, 30)
    return heights > np.quantile(heights, 1 - rng.uniform(0.1, 0.33))


def stamp_over(black, rng):
    """The same picture (bool, ink True) with a stamp at a place of chance."""
    height, width = black.shape
    side = int(min(width, height) * rng.uniform(0.4, 0.7))
    left, top = (int(rng.uniform(0.05, 0.95) * (room - side)) for room in (width, height))
    text = TEXTS[rng.integers(len(TEXTS))]
    stamped = black.copy()
    stamped[top:top + side, left:left + side] |= stamp_mask(side, text, rng) & specks(side, min(width, height) / 600, rng)
    return stamped
