# SPDX-License-Identifier: GPL-3.0-or-later
"""One page ready to be scanned."""

from dataclasses import dataclass

from .bend import Bend
from .page_model import PageTruth
from .scanning import ScanLook
from .sheet import Sheet


@dataclass
class DrawnPage:
    name: str  # "0001", unique in its book
    sheet: Sheet
    truth: PageTruth
    bend: Bend
    look: ScanLook
