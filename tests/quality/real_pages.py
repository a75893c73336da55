# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of the measuring data as folders that `wenlan evaluate` compares: as they are, and with faults put on them
(page_faults.py). They may only be measured with: nothing of them leaves the build folder."""
import json

from PIL import Image

from drawn_pages import STORE, evaluate, read_scans
from page_faults import FAULTS, STRENGTHS

FAULTS_OF_A_PAGE = 3
MOST_CHARACTERS = 2500  # fuller pages, of newspapers, are not made worse: one is as much to read as twenty of a book
MOST_OF_A_BOOK = 6  # pages that are made worse: else the one long book would outvote all others


def measuring_books(measure):
    """(name, folder of the truth as plain text with {{notes}}, folder of what was read) of each book."""
    for name, pages in _books(measure):
        out = STORE / "gt-read" / name
        read_scans([scan for scan, _ in pages], out, lambda stem: stem)
        yield name, _truth(STORE / "gt-truth" / name, {scan.stem: page for scan, page in pages}), out


def worn_books(measure):
    """The same of pages made worse: every page in FAULTS_OF_A_PAGE ways, ways and strengths taking turns."""
    for name, pages in _books(measure):
        truths = {}
        scans = STORE / "worn" / name
        for number, (scan, page) in enumerate(pages[:: -(-len(pages) // MOST_OF_A_BOOK)]):
            if len(page["text"]) > MOST_CHARACTERS:
                continue
            truths |= {worn: page for worn in _worn_pages(scan, number, scans)}
        if truths:
            out = STORE / "worn-read" / name
            read_scans(sorted(scans.iterdir()), out, lambda stem: stem)
            yield name, _truth(STORE / "worn-truth" / name, truths), out


def page_of_worn(name):
    """The page that a page was made from."""
    return name.split("+")[0]


def real_and_worn_pages(measure):
    """`by_page` of `wenlan evaluate` over both, each with its `book`, `worn` and the `original` it was made from."""
    pages = []
    for worn, books in ((False, measuring_books(measure)), (True, worn_books(measure))):
        for name, truth, read in books:
            for page in evaluate(truth, read)["by_page"]:
                if page["characters"] > 0 and page["expected_cer"] is not None:
                    pages.append(page | {"book": name, "worn": worn, "original": f"{name}/{page_of_worn(page['page'])}"})
    return pages


def plain_text(page):
    lines = []
    for line in page.get("lines") or [{"text": page["text"]}]:
        if line.get("kind") == "note":
            lines.append("{{" + line["text"] + "}}")
        elif line.get("markup"):
            lines.append(line["markup"].replace("(", "{{").replace(")", "}}"))
        else:
            lines.append(line["text"])
    return "\n".join(lines)


def _books(measure):
    """(name, [(scan, its truth)]) of each folder whose pages have text."""
    for folder in sorted(path for path in measure.iterdir() if path.is_dir()):
        truths = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*.json")}
        scans = sorted(path for path in folder.iterdir() if path.suffix != ".json" and truths.get(path.stem, {}).get("text"))
        if scans:
            yield folder.name, [(scan, truths[scan.stem]) for scan in scans]


def _truth(folder, pages):
    folder.mkdir(parents=True, exist_ok=True)
    for name, page in pages.items():
        (folder / f"{name}.txt").write_text(plain_text(page), encoding="utf-8")
    return folder


def _worn_pages(scan, number, folder):
    """Names of the pages made of a scan; drawn once."""
    with Image.open(scan) as page:
        for turn in range(FAULTS_OF_A_PAGE):
            fault = FAULTS[(number + 2 * turn) % len(FAULTS)]
            strength = STRENGTHS[(number + turn) % len(STRENGTHS)]
            name = f"{scan.stem}+{fault.__name__}{strength}"
            folder.mkdir(parents=True, exist_ok=True)
            if not (folder / f"{name}.jpg").exists():
                fault(page.convert("RGB"), strength).save(folder / f"{name}.jpg", quality=92)
            yield name
