# SPDX-License-Identifier: GPL-3.0-or-later
"""From the flat masks of a sheet to the scan: paper, ink, seals, show-through, light, scanner bed."""

from dataclasses import dataclass, field

import numpy as np
from PIL import Image, ImageFilter

from .bend import Bend
from .faults import InkLook, PaperLook, inked, papered, seal_ink, show_through
from .stamps import stamp_over

RED = (186, 52, 38)
TWO_TONE_WINDOWS = 60  # a threshold is taken over a thirtieth of the width
TWO_TONE_PULL = 0.18
BED_LEVEL = 70  # darker is black whatever stands around it


@dataclass
class ScanLook:
    ink: InkLook = field(default_factory=InkLook)
    paper: PaperLook = field(default_factory=PaperLook)
    ink_colour: tuple = (34, 30, 28)
    red_colour: tuple = RED
    through: float = 0.0  # strength of the show-through, 0..1
    bed: tuple = (22, 22, 24)  # colour of what lies around the paper
    gutter_shade: float = 0.0  # darkness of the gutter, 0..1
    light_fall: float = 0.0  # how much darker one side is lit
    colour: bool = True
    two_tone: bool = False
    stamped: bool = False  # over the text; of scans in two tones
    jpeg_quality: int = 82


def scanned(sheet, bend, look, rng, back=None):
    """The scan as a PIL picture (RGB, L or 1), and the ink layer for the next page's show-through."""
    height, width = sheet.height, sheet.width
    black = inked(bend.bent(sheet.ink), look.ink, rng)
    red = seal_ink(bend.bent(sheet.red), rng) if sheet.red.any() else None
    picture = papered(width, height, look.paper, rng)
    if look.through:
        picture *= 1 - show_through(black if back is None else back, look.through, rng)[:, :, None]
    if red is not None:
        _dyed(picture, red, look.red_colour)
    _covered(picture, black, look.ink_colour)
    _lit(picture, bend, look)
    _bedded(picture, bend.bent(sheet.paper), look.bed)
    return _finished(picture, look, rng), black


def _covered(picture, black, colour):
    for channel in range(3):
        layer = picture[:, :, channel]
        layer += black * (colour[channel] - layer)


def _dyed(picture, amount, colour):
    """Seal paste lets ink and paper shine through: it filters the light."""
    for channel in range(3):
        picture[:, :, channel] *= 1 - 0.93 * amount * (1 - colour[channel] / 232)


def _lit(picture, bend, look):
    across = np.arange(bend.width, dtype=np.float32)
    shade = 1 - look.light_fall * (across / bend.width)
    if bend.gutter_x is not None and look.gutter_shade:
        far = np.abs(across - bend.gutter_x) / bend.width
        shade *= 1 - look.gutter_shade * (
            0.75 * np.exp(-((far / 0.006) ** 2)) + 0.35 * np.exp(-far / 0.035)
        )
    picture *= shade[None, :, None]


def _bedded(picture, paper, bed):
    if paper.all():
        return
    outside = 1 - paper.astype(np.float32) / 255
    _covered(picture, outside, bed)


def _finished(picture, look, rng):
    pixels = np.clip(picture, 0, 255).astype(np.uint8)
    image = Image.fromarray(pixels)
    if look.two_tone:
        ink = _two_toned(image.convert("L"))
        if look.stamped:
            ink = stamp_over(ink, rng)
        return Image.fromarray(~ink)
    return image if look.colour else image.convert("L")


def _two_toned(grey):
    """Where a scanner that knows black and white sees ink: the threshold follows the page (Sauvola's), so that
    ink that is pale among pale ink stays; what is dark throughout is the bed."""
    pixels = np.asarray(grey, np.float32)
    reach = grey.width // TWO_TONE_WINDOWS
    mean = np.asarray(grey.filter(ImageFilter.BoxBlur(reach)), np.float32)
    squares = Image.fromarray(pixels * pixels / 255).convert("L").filter(ImageFilter.BoxBlur(reach))
    spread = np.sqrt(np.maximum(0, np.asarray(squares, np.float32) * 255 - mean * mean))
    threshold = mean * (1 + TWO_TONE_PULL * (spread / 128 - 1))
    return pixels <= np.maximum(threshold, BED_LEVEL)


def plain_bend(sheet):
    return Bend(sheet.width, sheet.height)
