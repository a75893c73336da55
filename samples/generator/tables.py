# SPDX-License-Identifier: GPL-3.0-or-later
"""Test pages: a lineage table of another clan each, as the scribe of the genealogy draws it."""

from .drawn import DrawnPage
from .genealogy import RECORD, Scribe, conditions
from .wish import Wish

CONTAINER = "jpg"
__all__ = ["RECORD", "CONTAINER", "pages"]


def pages(rng, wish=Wish()):
    for number in (1, 2):
        sheet, truth = Scribe(rng, wish).lineage_page()
        yield DrawnPage(f"{number:04d}", sheet, truth, *conditions(number, sheet, rng))
