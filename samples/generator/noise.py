# SPDX-License-Identifier: GPL-3.0-or-later
"""Random fields over a page, from one generator, so that a seed gives the same bytes."""

import numpy as np
from PIL import Image, ImageFilter


def blurred(mask, sigma):
    """A uint8 mask, blurred."""
    return np.asarray(Image.fromarray(mask).filter(ImageFilter.GaussianBlur(sigma)))


def cloud(rng, width, height, grain, grain_y=None):
    """Soft noise about as coarse as `grain` pixels, mean 0, deviation about 1, float32."""
    grain_y = grain_y or grain
    small = rng.standard_normal(
        (max(2, int(height / grain_y) + 2), max(2, int(width / grain) + 2))
    ).astype(np.float32)
    field = Image.fromarray(small).resize((width, height), Image.BICUBIC)
    return np.asarray(field) * 1.25


def speckle(rng, width, height):
    """Pixel noise, deviation about 1. One tile is repeated: the eye cannot tell."""
    tile = rng.standard_normal((509, 613)).astype(np.float32)
    rows, columns = height // 509 + 1, width // 613 + 1
    return np.tile(tile, (rows, columns))[:height, :width]
