# SPDX-License-Identifier: GPL-3.0-or-later
"""What the caller wants other than the sample books as they are: pages to test and to train with."""

from dataclasses import dataclass, replace
from pathlib import Path

from .markup import TEXTS

MING_FONTS = ("ming", "cns-sung", "arphic-ming", "noto-serif", "hana-a", "fangsong")
THINNEST = 0.62  # of InkLook: strokes of small notes are worn, but still strokes
KAI_FONTS = ("kai", "cns-kai", "arphic-kai")


@dataclass(frozen=True)
class Wish:
    texts: Path = TEXTS  # folder of the texts
    font: str | None = None  # first font of the main text
    faults: float = 1.0  # strength of the faults of ink, paper and camera; 0 is a clean page
    vary: bool = False  # layout, fonts and faults are drawn by the seed
    pages: int | None = None  # only the first so many
    camera: float = 0.0  # how far from flat and from aside the pages are photographed; 1 is a lot
    stamp: bool = False  # scans in two tones with a large stamp over the text, turned to specks

    def font_of(self, usual, others, rng):
        """The wished font, or one of `others` by chance, or the usual one."""
        if self.font:
            return self.font
        return str(rng.choice(others)) if self.vary else usual


def with_faults(page, wish, rng):
    """The page with its faults made stronger, weaker or other, as wished."""
    strength = wish.faults * (float(rng.uniform(0.2, 2.2)) if wish.vary else 1.0)
    if strength != 1.0:
        page.bend = replace(
            page.bend, **{name: getattr(page.bend, name) * strength
                          for name in ("tilt_deg", "bow_x", "bow_y", "keystone", "gutter_drop")}
        )
        _scaled(page.look.ink, ("rough", "uneven", "pale", "dropout"), min(strength, 1.6))
        _scaled(page.look.paper, ("mottle", "fibre", "grain", "edge"), strength)
        for count in ("foxing", "stains", "holes"):
            setattr(page.look.paper, count, int(getattr(page.look.paper, count) * strength))
        _scaled(page.look, ("through", "light_fall"), strength)
        page.look.gutter_shade = min(0.9, page.look.gutter_shade * strength)
    if wish.vary:
        _other_scanner(page, rng)
    if wish.stamp:
        page.look.two_tone = page.look.stamped = True
    if wish.camera:
        _photographed(page, wish.camera, rng)
    return page


def _photographed(page, strength, rng):
    """A telephone held over an open book: from aside, and the leaf curls up at its spine."""
    aside, leaning, bulge, slanting = rng.uniform(-1, 1, 4)
    page.bend = replace(
        page.bend, aside=0.10 * strength * aside, leaning=0.14 * strength * leaning,
        curl=0.07 * strength * float(rng.uniform(0, 1)), spine=float(rng.integers(0, 2)),
        bulge=0.03 * strength * bulge, slanting=slanting,
    )


def _scaled(look, names, strength):
    for name in names:
        setattr(look, name, getattr(look, name) * strength)


def _other_scanner(page, rng):
    """Camera, scanner and file: grey, two-tone, strong compression, heavier or thinner strokes."""
    kind = rng.random()
    page.look.two_tone = bool(kind < 0.2)
    page.look.colour = bool(page.look.colour and kind > 0.45)
    page.look.jpeg_quality = int(rng.integers(30, 93))
    page.look.ink.thinnest = THINNEST
    page.look.ink.weight += float(rng.uniform(-0.06, 0.08))
    page.bend.tilt_deg += float(rng.normal(0, 0.6))
    shift = rng.normal(0, 10, 3)
    page.look.paper.colour = tuple(
        float(min(250, max(150, level + move))) for level, move in zip(page.look.paper.colour, shift)
    )
