# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults of a scan, put on a real page by a strength: 1 is what a page should bear nearly unharmed, 3 is hard to read.
The same page gets the same fault each time."""
import io

import numpy as np
from PIL import Image, ImageFilter


def tilted(page, strength=1):
    """By two degrees for each step."""
    paper = tuple(int(level) for level in np.median(np.asarray(page).reshape(-1, 3), axis=0))
    return page.rotate(2.0 * strength, Image.Resampling.BICUBIC, expand=True, fillcolor=paper)


def scaled(page, strength=1):
    """To a half, a third, a quarter."""
    parts = 1 + strength
    return page.resize((page.width // parts, page.height // parts), Image.Resampling.LANCZOS)


def compressed(page, strength=1):
    """JPEG of quality 30, 12, 5."""
    held = io.BytesIO()
    page.save(held, "JPEG", quality=(30, 12, 5)[strength - 1])
    return Image.open(held).convert("RGB")


def stained(page, strength=1):
    """Three water stains for each step, with a dark rim, brown, and one side in shadow."""
    rng = np.random.default_rng(3)
    height, width = page.height, page.width
    y, x = np.mgrid[:height, :width].astype(np.float32)
    dark = 0.25 * (x / width) ** 2
    for _ in range(3 * strength):
        radius = rng.uniform(0.12, 0.22) * min(width, height)
        center_x, center_y = rng.uniform(0.1, 0.9, 2) * (width, height)
        angle = np.arctan2(y - center_y, x - center_x)
        waves = sum(rng.uniform(0.03, 0.12) * np.sin(k * angle + rng.uniform(0, 6.28)) for k in (2, 3, 5))
        ratio = np.hypot(x - center_x, y - center_y) / (radius * (1 + waves))
        dark += 0.12 * strength * np.clip((1 - ratio) * 10, 0, 1) + 0.25 * np.exp(-(((ratio - 1) / 0.03) ** 2))
    lost = np.minimum(dark, 0.5 + 0.1 * strength)[:, :, None] * np.array((0.7, 1.0, 1.3), np.float32)
    return Image.fromarray((np.asarray(page) * (1 - lost).clip(0, 1)).astype(np.uint8))


def through(page, strength=1):
    """The page itself, mirrored, blurred, behind its own writing: a quarter as dark for each step."""
    grey = page.convert("L")
    radius = max(1.0, page.height / 900)
    back = np.asarray(grey.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
                      .filter(ImageFilter.GaussianBlur(radius)), np.float32)
    paper = np.percentile(back, 80)
    lost = 0.25 * strength * np.clip((paper - back) / paper, 0, 1)[:, :, None]
    return Image.fromarray((np.asarray(page) * (1 - lost)).astype(np.uint8))


def beside_a_page(page):
    """The edge of the neighbouring page beyond the shadow of the gutter."""
    width = page.width // 10
    both = Image.new("RGB", (page.width + width, page.height))
    both.paste(page, (0, 0))
    both.paste(page.crop((3 * width, 0, 4 * width, page.height)), (page.width, 0))
    far = np.abs(np.arange(both.width) - page.width) / (0.012 * page.width)
    shadow = 1 - 0.55 * np.exp(-far)[None, :, None]
    return Image.fromarray((np.asarray(both) * shadow).astype(np.uint8))


FAULTS = (tilted, scaled, compressed, stained, through)
STRENGTHS = (1, 2, 3)
