# SPDX-License-Identifier: GPL-3.0-or-later
"""What time, wear and the printer did: faults of ink and of paper, as masks and fields."""

from dataclasses import dataclass

import numpy as np

from .noise import blurred, cloud, speckle


@dataclass
class InkLook:
    """How the ink sits on the paper. 0 is a clean laser print."""

    spread: float = 0.9  # blur of the edge, pixels
    rough: float = 0.10  # raggedness of the edge
    uneven: float = 0.10  # strokes swell and thin over the page
    pale: float = 0.12  # blackness varies over the page
    dropout: float = 0.0  # share of stroke area that took no ink
    weight: float = 0.0  # > 0 heavier strokes
    thinnest: float = 9.0  # the most that edges are worn down; less leaves thin strokes whole


def inked(mask, look, rng):
    """Blackness 0..1 (float32) of a mask as this ink would print it."""
    height, width = mask.shape
    soft = blurred(mask, look.spread).astype(np.float32) / 255
    threshold = 0.46 - look.weight
    if look.uneven:
        threshold = threshold + look.uneven * cloud(rng, width, height, 260)
    if look.rough:
        threshold = threshold + look.rough * cloud(rng, width, height, 3.2)
    threshold = np.minimum(threshold, look.thinnest)
    if look.dropout:
        grain = cloud(rng, width, height, 7) + 0.5 * cloud(rng, width, height, 120)
        threshold = threshold + 0.6 * np.clip(grain - (2.6 - 8 * look.dropout), 0, 1)
    black = np.clip((soft - threshold) * (2.6 / look.spread) + 0.5, 0, 1)
    black *= soft > 0.05  # roughness alone makes no ink
    if look.pale:
        black *= np.clip(0.93 + look.pale * cloud(rng, width, height, 180), 0.35, 1)
    return black


@dataclass
class PaperLook:
    colour: tuple = (228, 214, 186)
    mottle: float = 5.0  # levels, broad
    fibre: float = 2.5  # levels, along the laid lines
    grain: float = 2.0  # levels, pixel noise
    foxing: int = 0  # brown specks
    stains: int = 0  # water stains
    holes: int = 0  # worm holes
    edge: float = 0.08  # how much darker the paper is near its edges


def papered(width, height, look, rng):
    """The empty sheet, float32 H x W x 3 in 0..255."""
    light = look.mottle * cloud(rng, width, height, 300)
    light += look.mottle * 0.5 * cloud(rng, width, height, 40)
    light += look.fibre * cloud(rng, width, height, 90, 2.5)
    light += look.grain * speckle(rng, width, height)
    sheet = np.empty((height, width, 3), np.float32)
    for channel, level in enumerate(look.colour):
        sheet[:, :, channel] = level + light * (1.0, 1.02, 1.1)[channel]
    if look.edge:
        down = np.abs(np.linspace(-1, 1, height, dtype=np.float32))[:, None] ** 6
        across = np.abs(np.linspace(-1, 1, width, dtype=np.float32))[None, :] ** 6
        sheet *= (1 - look.edge * np.maximum(down, across))[:, :, None]
    for _ in range(look.stains):
        _water_stain(sheet, rng)
    for _ in range(look.foxing):
        _spot(sheet, rng, rng.uniform(2, 9), (0.93, 0.86, 0.74))
    for _ in range(look.holes):
        _spot(sheet, rng, rng.uniform(3, 8), (0.55, 0.5, 0.42))
    return sheet


def _patch(sheet, x, y, reach):
    height, width = sheet.shape[:2]
    top, bottom = int(max(0, y - reach)), int(min(height, y + reach))
    left, right = int(max(0, x - reach)), int(min(width, x + reach))
    ys, xs = np.mgrid[top:bottom, left:right].astype(np.float32)
    return sheet[top:bottom, left:right], np.hypot(xs - x, ys - y), np.arctan2(ys - y, xs - x)


def _spot(sheet, rng, radius, tint):
    x, y = rng.uniform(0, sheet.shape[1]), rng.uniform(0, sheet.shape[0])
    patch, far, _ = _patch(sheet, x, y, radius * 3)
    strength = np.clip(1.5 - far / radius, 0, 1)[:, :, None]
    patch *= 1 - strength * (1 - np.array(tint, np.float32))


def _water_stain(sheet, rng):
    """A tide mark: a little darker inside, a brown rim."""
    radius = rng.uniform(0.06, 0.22) * sheet.shape[1]
    side = rng.integers(0, 4)
    x = rng.uniform(0, sheet.shape[1]) if side < 2 else (0, sheet.shape[1])[side - 2]
    y = rng.uniform(0, sheet.shape[0]) if side >= 2 else (0, sheet.shape[0])[side]
    patch, far, angle = _patch(sheet, x, y, radius * 1.6)
    waves = sum(
        rng.uniform(0.05, 0.25) / k * np.sin(k * angle + rng.uniform(0, 6.28))
        for k in (1, 2, 3, 4, 5, 7, 11)
    )
    ratio = far / (radius * (1 + waves))
    inside = np.clip((1.02 - ratio) * 12, 0, 1)
    rim = np.exp(-(((ratio - 1) / 0.018) ** 2)) + 0.5 * np.exp(-(((ratio - 0.97) / 0.05) ** 2))
    dark = 0.05 * inside + 0.13 * rim
    patch *= 1 - dark[:, :, None] * np.array((0.7, 1.0, 1.5), np.float32)


def show_through(black, strength, rng):
    """The back of the leaf as it shines through: mirrored, blurred, faint, in patches."""
    height, width = black.shape
    back = blurred((black[:, ::-1] * 255).astype(np.uint8), 2.2).astype(np.float32) / 255
    patches = np.clip(0.75 + 0.5 * cloud(rng, width, height, 220), 0.1, 1.4)
    return back * strength * patches


def seal_ink(mask, rng):
    """Seal paste: blotchy, with bare specks."""
    height, width = mask.shape
    soft = blurred(mask, 1.1).astype(np.float32) / 255
    blotch = np.clip(0.82 + 0.16 * cloud(rng, width, height, 14), 0.3, 1)
    bare = np.clip(cloud(rng, width, height, 4) - 1.6, 0, 1)
    return np.clip((soft - 0.3) * 2.2, 0, 1) * blotch * (1 - bare)
