# SPDX-License-Identifier: GPL-3.0-or-later
"""Pieces of drawn pages at many sizes, darker and lighter, blurred and noisy: what the network is trained with."""

from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter

import labels

CROP = 512
SMALLEST, LARGEST = 0.42, 1.05  # of the size pages are kept at
OUTSIDE = 24  # grey around the page


def names_in(folder):
    return sorted(path.with_suffix("") for path in Path(folder).glob("*.png"))


def random_crop(name, rng):
    """A picture (CROP, CROP, 3) uint8 in red, green, blue, and its maps as bits, half as large."""
    scale = float(np.exp(rng.uniform(np.log(SMALLEST), np.log(LARGEST))))
    stretch = float(np.exp(rng.normal(0, 0.07)))
    wide, high = CROP / scale * stretch, CROP / scale / stretch
    with Image.open(name.with_suffix(".jpg")) as picture, Image.open(name.with_suffix(".png")) as maps:
        left = rng.uniform(min(-0.08 * wide, picture.width - 0.92 * wide), max(0, picture.width - 0.92 * wide))
        top = rng.uniform(min(-0.08 * high, picture.height - 0.92 * high), max(0, picture.height - 0.92 * high))
        box = (int(left), int(top), int(left + wide), int(top + high))
        seen = _cut(picture, box, (OUTSIDE,) * 3).resize((CROP, CROP), Image.BOX if scale < 0.7 else Image.BILINEAR)
        truth = _cut(maps, box, 0).resize((CROP // 2, CROP // 2), Image.NEAREST)
    return _faulty(seen, rng), np.asarray(truth)


def _cut(picture, box, outside):
    cut = Image.new(picture.mode, (box[2] - box[0], box[3] - box[1]), outside)
    inner = (max(0, box[0]), max(0, box[1]), min(picture.width, box[2]), min(picture.height, box[3]))
    cut.paste(picture.crop(inner), (inner[0] - box[0], inner[1] - box[1]))
    return cut


def _faulty(picture, rng):
    if rng.random() < 0.35:
        picture = picture.filter(ImageFilter.GaussianBlur(float(rng.uniform(0.3, 1.3))))
    values = np.asarray(picture).astype(np.float32) / 255
    if rng.random() < 0.3:
        values = values.mean(2, keepdims=True).repeat(3, 2)
    values = values ** float(np.exp(rng.normal(0, 0.25)))
    values = (values - 0.5) * float(rng.uniform(0.6, 1.25)) + 0.5 + float(rng.normal(0, 0.07))
    values += rng.standard_normal(values.shape, np.float32) * float(rng.choice((0, 0.01, 0.04)))
    return (np.clip(values, 0, 1) * 255).astype(np.uint8)


def as_input(pictures):
    """uint8 (N, H, W, 3) in red, green, blue to what the network takes: float32 (N, 3, H, W), blue first, -1..1."""
    return np.ascontiguousarray(pictures[..., ::-1].transpose(0, 3, 1, 2)).astype(np.float32) / 127.5 - 1


def as_target(maps):
    """Bits (N, H, W) to float32 (N, SEEN, H, W), and int64 (N, H, W): which of WRITING it is, -1 where there is none."""
    bits = {name: (maps >> i) & 1 for i, name in enumerate(labels.CHANNELS)}
    kind = np.full(maps.shape, -1, np.int64)
    for i, name in enumerate(labels.WRITING):
        kind[bits[name] == 1] = i
    seen = [kind >= 0, *(bits[name] for name in labels.SEEN[1:])]
    return np.stack(seen, 1).astype(np.float32), kind
