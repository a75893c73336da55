# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages that the generator draws with faults of every strength, read and scored: to fit the estimate of quality on,
and, of other seeds, to measure on. What is drawn and read is kept under build/quality."""
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WENLAN = ROOT / "build/release/wenlan"
STORE = ROOT / "build/quality"
# (seed, strength of the faults); each is one volume of every kind of book.
FIT_SETS = ("fit", ((301, 1), (302, 1), (305, 3), (306, 5)))
MEASURE_SETS = ("measure", ((401, 1), (402, 3), (403, 5)))
SCANS = (".jpg", ".png", ".tif", ".pdf")


def scored_pages(sets):
    """`by_page` of `wenlan evaluate` over the volumes, pages without text left out; each with its `volume`, `truth`
    and `read` files."""
    pages = []
    for volume in drawn_volumes(*sets):
        read = read_volume(volume)
        answer = evaluate(volume / "truth", read)
        for page in answer["by_page"]:
            page["volume"] = volume.name
            page["truth"] = volume / "truth" / f"{page['page']}.xml"
            page["read"] = read / f"{page['page']}.xml"
            if page["characters"] > 0 and not page["missing"]:
                pages.append(page)
    return pages


def evaluate(truth, read):
    """The answer of `wenlan evaluate --json --pages`."""
    done = subprocess.run([WENLAN, "evaluate", truth, read, "--json", "--pages"],
                          capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def drawn_volumes(name, seeds):
    """The folders of the volumes; missing ones are drawn."""
    generator = [sys.executable, "-m", "samples.generator"]
    books = subprocess.run([*generator, "--list"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    for seed, faults in seeds:
        for book in books:
            folder = STORE / name / f"{book}-{seed}"
            if not (folder / "book.toml").exists():
                print(f"drawing {folder.name}", file=sys.stderr)
                subprocess.run([*generator, "--book", book, "--vary", "--seed", str(seed), "--faults", str(faults),
                                "--out", folder], cwd=ROOT, capture_output=True, check=True)
            yield folder


def read_volume(volume):
    """Reads the scans of a folder to PAGE files named as those of its truth; those read already by this program stay."""
    out = volume.parent.with_name(volume.parent.name + "-read") / volume.name
    scans = sorted(path for path in volume.iterdir() if path.suffix in SCANS)
    read_scans(scans, out, lambda stem: stem[-4:])
    return out


def read_scans(scans, out, name_of):
    """Reads scans into out/<name_of(stem)>.xml, unless that was done with the program as it is (or at all, where
    WENLAN_KEEP_READ is set: weights of the estimate may change without reading again)."""
    done = out / ".done"
    if done.exists() and ("WENLAN_KEEP_READ" in os.environ or done.stat().st_mtime >= WENLAN.stat().st_mtime):
        return
    out.mkdir(parents=True, exist_ok=True)
    for old in out.glob("*.xml"):
        old.unlink()
    print(f"reading {out.name}", file=sys.stderr)
    subprocess.run([WENLAN, "read", *scans, "--as", "page", "--out", out, "--jobs", "2"],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    for page in list(out.glob("*.xml")):
        page.rename(out / f"{name_of(page.stem)}.xml")
    done.touch()
