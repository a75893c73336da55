# SPDX-License-Identifier: GPL-3.0-or-later
"""What a red stamp leaves on a scan in two tones: its frame and strokes, turned to specks."""

import numpy as np
from scipy import ndimage


def stamp_strokes(side, rng):
    """Where stamp ink lies (bool, side x side): wide bars and corners as of seal script, or its ground, or all over."""
    kind = rng.random()
    if kind < 0.25:
        return np.ones((side, side), bool)
    inked = np.zeros((side, side), bool)
    wide = rng.uniform(12, 70)
    for _ in range(rng.integers(2, 7)):
        x, y = rng.uniform(-0.1, 1, 2) * side
        long = rng.uniform(0.3, 1.2) * side
        width = wide * rng.uniform(0.7, 1.4)
        down, across = (long, width) if rng.random() < 0.5 else (width, long)
        inked[max(0, int(y)):max(0, int(y + down)), max(0, int(x)):max(0, int(x + across))] = True
    return ~inked if kind > 0.75 else inked


def grain(side, rng):
    """Heights (float32) above 0 where specks of 2 to 9 pixels stand, in places closer, in places wider apart."""
    fine = ndimage.gaussian_filter(rng.standard_normal((side, side)).astype(np.float32), rng.uniform(0.7, 2.1), mode="wrap")
    broad = ndimage.zoom(rng.standard_normal((side // 24 + 3,) * 2).astype(np.float32), 24, order=1)[:side, :side]
    field = fine / fine.std() + rng.uniform(0, 0.8) * broad
    return field - np.quantile(field[::3, ::3], 1 - rng.uniform(0.05, 0.5))


def rim(strokes, rng):
    """How much higher the grain stands along the edges, where stamp ink is pressed to."""
    inside = ndimage.distance_transform_edt(strokes).astype(np.float32)
    return rng.uniform(0.3, 2.2) * np.exp(-((inside / rng.uniform(1.5, 4.5)) ** 2))


def stamped(text, rng, rims):
    """`text` (bool, square) with a stamp over it; with `rims`, half of the stamps have darker edges."""
    side = text.shape[0]
    strokes = stamp_strokes(side, rng)
    heights = grain(side, rng)
    if rims and not strokes.all() and rng.random() < 0.5:
        heights += rim(strokes, rng)
    return text | ((heights > 0) & strokes)
