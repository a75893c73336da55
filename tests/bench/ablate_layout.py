#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each part of the layout brings: tests/bench/ablate_layout.py [SHARED]

Reads drawn volumes of every kind the generator knows and, where the folder of measuring data lies
beside the checkout (or is named), its book pages with build/release/wenlan, as it is and with one
step left out or one weight set to 0; scores each. Prints Markdown. Half an hour on two cores."""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
WENLAN = ROOT / "build/release/wenlan"
STEPS = ("squeezed-look", "ruling-lines", "trim-lines", "split-lines", "side-by-side", "registers", "mixed-columns",
         "find-uncovered-ink", "join-lines", "running-titles", "head-notes", "red-notes", "side-notes")
WEIGHTS = ("spacing", "place", "empty", "cut", "bond", "rule", "tilt")
DRAWN = ("gazetteer", "genealogy", "lineage", "newspaper", "annotated", "canon")
SEED = 301
PAGES = 4  # of each
SCANS = (".jpg", ".png", ".tif", ".pdf")
BOOKS = ("openguji", "luatexcn", "mthv2", "ndl")


def variants():
    yield "all of it", []
    for step in STEPS:
        yield f"no {step}", [f"--segment.{step}", "0"]
    for weight in WEIGHTS:
        yield f"no {weight} term", [f"--segment.{weight}-weight", "0"]


def read(images, flags, out, form="txt"):
    subprocess.run([WENLAN, "read", *flags, "--as", form, "--out", out, "--jobs", "2", *images],
                   stderr=subprocess.DEVNULL, check=False)


def drawn_books(work):
    """The folder of a volume of each kind."""
    for kind in DRAWN:
        book = pathlib.Path(work, kind)
        subprocess.run([sys.executable, "-m", "samples.generator", "--book", kind, "--vary", "--pages", str(PAGES),
                        "--seed", str(SEED), "--out", book], cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        yield book


def score_drawn(book, flags, work):
    """Folded rate over the characters of a volume, in per cent."""
    out = pathlib.Path(work, "out", book.name)
    read(sorted(path for path in book.iterdir() if path.suffix in SCANS), flags, out, "page")
    for page in out.glob("*.xml"):
        page.rename(out / f"{page.stem[-4:]}.xml")
    scored = json.loads(subprocess.run([WENLAN, "evaluate", book / "truth", out, "--json"],
                                       capture_output=True, text=True, check=False).stdout)
    return f"{100 * scored['cer_folded']:.1f}"


def score_real(gt, flags, work):
    """Folded rate and note F1 of the book pages."""
    sets = sorted(path for path in gt.iterdir() if path.name.startswith(BOOKS))
    out = os.path.join(work, "real")
    for folder in sets:
        read(sorted(path for path in folder.iterdir() if path.suffix != ".json"), flags,
             os.path.join(out, folder.name))
    table = subprocess.run([sys.executable, gt / "score.py", out, *(folder.name for folder in sets)],
                           capture_output=True, text=True, check=True).stdout
    _, _, _, folded, _, notes = re.search(r"^ALL\s+(.*)$", table, re.M)[1].split()
    return f"{100 * float(folded):.1f}", notes


def score_order(gt, flags):
    """Right successors and note F1 from geometry alone."""
    report = subprocess.run([sys.executable, gt / "score_order.py",
                             f"{WENLAN} order --json {' '.join(flags)}"],
                            capture_output=True, text=True, check=True).stdout
    return re.search(r"successor ([\d.]+)", report)[1], re.search(r"F1 ([\d.]+)", report)[1]


def main(gt):
    with tempfile.TemporaryDirectory() as work:
        books = list(drawn_books(work))
        print(f"| | {' | '.join(DRAWN)} | book pages | note F1 | order: successor | note F1 |")
        print("|---|" + "---:|" * (len(DRAWN) + 4))
        for name, flags in variants():
            row = [score_drawn(book, flags, work) for book in books]
            if gt.exists():
                row += [*score_real(gt, flags, work), *score_order(gt, flags)]
            print(f"| {name} | {' | '.join(row)} |", flush=True)


main((pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared") / "gt")
