# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a book: a folder of scans, truth/ with PAGE XML of each, book.toml. START HERE."""

import time
import zlib
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from . import annotated, canon, gazetteer, genealogy, mixed, modern, newspaper, scripts, tables
from .page_xml import page_xml
from .scanning import scanned
from .wish import Wish, with_faults

BOOKS = {"gazetteer": gazetteer, "genealogy": genealogy, "newspaper": newspaper, "modern": modern}
TEST_BOOKS = {"scripts": scripts, "lineage": tables, "annotated": annotated,
              "canon": canon, "mixed": mixed}  # drawn by tests, no part of the samples


@dataclass
class ScanFile:
    """The file a scan is kept in and which picture of it it is."""

    name: str
    frame: int = 0


def random_for(book, seed):
    """Numbers that depend on nothing but the book's name and the seed."""
    return np.random.default_rng([seed, zlib.crc32(book.encode())])


def make_book(name, seed, out, wish=Wish()):
    """Writes the whole book into folder `out`; yields the name of each page done."""
    kind, rng = (BOOKS | TEST_BOOKS)[name], random_for(name, seed)
    out = Path(out)
    (out / "truth").mkdir(parents=True, exist_ok=True)
    (out / "book.toml").write_text(_toml(kind.RECORD), encoding="utf-8")
    kept, back = [], None
    for number, page in enumerate(islice(kind.pages(rng, wish), wish.pages)):
        page = with_faults(page, wish, rng)
        picture, ink = scanned(page.sheet, page.bend, page.look, rng, _same_size(back, page.sheet))
        back = ink
        file = _keep(picture, page, number, out, kept, f"{name}.{kind.CONTAINER}")
        page.truth.drop_empty()
        xml = page_xml(page, file, picture.size)
        (out / "truth" / f"{page.name}.xml").write_text(xml, encoding="utf-8")
        yield page.name
    _bind(kept, kind.CONTAINER, out, name)


def _same_size(back, sheet):
    return back if back is not None and back.shape == sheet.ink.shape else None


def _keep(picture, page, number, out, kept, bound):
    """Saves a single picture at once; pictures of the one file `bound` wait in `kept`."""
    container = bound.rpartition(".")[2]
    if container == "jpg" and picture.mode == "1":
        container = "png"
    if container == "jpg":
        picture.save(out / f"{page.name}.jpg", quality=page.look.jpeg_quality, dpi=(250, 250))
    elif container == "png":
        picture.save(out / f"{page.name}.png", dpi=(250, 250), compress_level=4)
    else:
        kept.append(picture)
        return ScanFile(bound, number)
    return ScanFile(f"{page.name}.{container}")


def _bind(kept, container, out, name):
    """Writes the waiting pictures as one TIFF or PDF; no time stamps, so that bytes repeat."""
    if not kept:
        return
    path = out / f"{name}.{container}"
    if container == "tif":
        kept[0].save(path, save_all=True, append_images=kept[1:], compression="tiff_lzw",
                     dpi=(200, 200))
    else:
        epoch = time.gmtime(0)
        kept[0].save(path, "PDF", save_all=True, append_images=kept[1:], resolution=200.0,
                     quality=85, title=name, creationDate=epoch, modDate=epoch)


def _toml(record):
    return "".join(f'{key} = "{value}"\n' for key, value in record.items())
