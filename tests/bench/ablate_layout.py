#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What each part of the layout brings: tests/bench/ablate_layout.py [SHARED]

Reads drawn pages of every kind the generator knows and, where the folder of measuring data lies beside the checkout (or is
named), its book pages, as it is and with one step left out or one weight set to 0. Pages for a step that few pages need are
chosen by what their truth holds (REMARKS). Prints Markdown. Builds build/release; some ten minutes on two quiet cores, a third
of them for `wenlan order`."""
import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/quality"))
from page_truth import is_han, lines_of  # noqa: E402

RELEASE = ROOT / "build/release"
WENLAN, READER = RELEASE / "wenlan", RELEASE / "tests/bench/pipelines/read_variants"
STEPS = ("ruling-lines", "trim-lines", "split-lines", "side-by-side", "registers", "mixed-columns",
         "find-uncovered-ink", "join-lines", "running-titles", "head-notes", "column-heads", "red-notes", "side-notes")
WEIGHTS = ("spacing", "place", "empty", "cut", "bond", "rule", "even", "loose")
OF_ORDER = ("registers", *WEIGHTS, "tilt")  # what `wenlan order`, which sees no picture, has of them
REMARKS = ("head-note", "side-note")
# (kind, seed, pages at most, streams of which a page must hold one); the last with no other layout and scanner than usual,
# so that red stays red
DRAWN = (("gazetteer", 301, 6, ()), ("genealogy", 301, 4, ()), ("lineage", 301, 2, ()), ("newspaper", 301, 2, ()),
         ("canon", 301, 4, ()), ("annotated", 301, 4, REMARKS), ("annotated", 302, 4, REMARKS), ("annotated", 0, 4, REMARKS))
BOOKS = ("openguji", "luatexcn", "mthv2", "ndl")
READERS = 2  # processes
ORDER_EVERY = 3  # of the pages of the geometry data, which `wenlan order` reads for each row anew


@dataclass
class Picture:
    group: str  # kind drawn, or "book pages"
    name: str  # set and page
    scan: Path
    truth: Path | None  # PAGE XML; measuring data has its own score


def variants():
    yield "all of it", ""
    for step in STEPS:
        yield f"no {step}", f"--segment.{step} 0"
    for weight in WEIGHTS:
        yield f"no {weight} term", f"--segment.{weight}-weight 0"


def drawn_pictures(work):
    for kind, seed, most, streams in DRAWN:
        book = Path(work, f"{kind}-{seed}")
        how = [*(() if streams else ("--pages", str(most))), *(("--vary",) if seed else ())]
        subprocess.run([sys.executable, "-m", "samples.generator", "--book", kind, *how, "--seed", str(seed), "--out", book],
                       cwd=ROOT, check=True, capture_output=True)
        wanted = [path for path in sorted((book / "truth").iterdir())
                  if not streams or any(line.stream in streams for line in lines_of(path))]
        for truth in wanted[:most]:
            yield Picture(kind, f"{book.name}/{truth.stem}", scan_of(book, truth.stem), truth)


def scan_of(book, page):
    """The file of a page alone."""
    for ending in (".jpg", ".png"):
        if (book / f"{page}{ending}").exists():
            return book / f"{page}{ending}"
    with Image.open(next(book.glob("*.tif"))) as pictures:
        pictures.seek(int(page) - 1)
        pictures.save(book / f"{page}.png")
    return book / f"{page}.png"


def real_pictures(gt):
    for folder in sorted(path for path in gt.iterdir() if path.name.startswith(BOOKS)):
        for scan in sorted(path for path in folder.iterdir() if path.suffix != ".json"):
            truth = scan.with_suffix(".json")
            if truth.exists() and json.loads(truth.read_text(encoding="utf-8")).get("text"):
                yield Picture("book pages", f"{folder.name}/{scan.stem}", scan, None)


def read_all(pictures, work):
    """{variant: {picture's name: stem of the files read}}"""
    listed = Path(work, "variants")
    listed.write_text("".join(f"{number}\t{flags}\n" for number, (_, flags) in enumerate(variants())), encoding="utf-8")
    shares = [pictures[i::READERS] for i in range(READERS)]
    readers = [subprocess.Popen([READER, Path(work, f"read{i}"), listed, *(picture.scan for picture in share)], cwd=ROOT,
                                stderr=subprocess.DEVNULL) for i, share in enumerate(shares)]
    if any(reader.wait() for reader in readers):
        sys.exit("read_variants failed")
    return {name: {picture.name: Path(work, f"read{i}", str(number), f"{at:04d}")
                   for i, share in enumerate(shares) for at, picture in enumerate(share, 1)}
            for number, (name, _) in enumerate(variants())}


@cache
def streams_of(path):
    return [(line.stream, line.text) for line in lines_of(path)]


def score_drawn(pictures, read, work):
    """{page: (characters, folded errors)} of the drawn pages."""
    sides = Path(work, "truth"), Path(work, "given")
    for picture in pictures:
        for side, file in zip(sides, (picture.truth, f"{read[picture.name]}.xml")):
            link = side / f"{picture.name}.xml"
            link.parent.mkdir(parents=True, exist_ok=True)
            link.unlink(missing_ok=True)
            link.symlink_to(file)
    done = subprocess.run([WENLAN, "evaluate", *sides, "--json", "--pages"], capture_output=True, text=True, check=True)
    return {page["page"]: (page["characters"], page["characters"] * page["cer_folded"])
            for page in json.loads(done.stdout)["by_page"]}


def rate(scores):
    scores = list(scores)
    return f"{100 * sum(wrong for _, wrong in scores) / max(1, sum(size for size, _ in scores)):.1f}"


def remarks_f1(pictures, read):
    """Of characters of remarks, told as such, wherever on their page."""
    hits = sides = 0
    for picture in pictures:
        of = [Counter((stream, c) for stream, text in streams_of(path) if stream in REMARKS for c in text if is_han(c))
              for path in (str(picture.truth), f"{read[picture.name]}.xml")]
        hits += sum((of[0] & of[1]).values())
        sides += sum(of[0].values()) + sum(of[1].values())
    return f"{2 * hits / max(1, sides):.2f}"


def score_real(pictures, read, gt, work):
    """Folded rate and note F1 of the book pages."""
    out = Path(work, "real")
    for picture in pictures:
        text = out / f"{picture.name}.txt"
        text.parent.mkdir(parents=True, exist_ok=True)
        text.write_bytes(Path(f"{read[picture.name]}.txt").read_bytes())
    table = subprocess.run([sys.executable, gt / "score.py", out, *sorted(path.name for path in out.iterdir())],
                           capture_output=True, text=True, check=True).stdout
    _, _, _, folded, _, notes = re.search(r"^ALL\s+(.*)$", table, re.M)[1].split()
    return f"{100 * float(folded):.1f}", notes


def order_pages(gt, work):
    folder = Path(work, "order")
    folder.mkdir()
    for path in sorted((gt / "chiknowpo_layout").glob("*.xml"))[::ORDER_EVERY]:
        (folder / path.name).symlink_to(path)
    return folder


def score_order(gt, flags, pages):
    """Right successors and note F1 from geometry alone."""
    report = subprocess.run([sys.executable, gt / "score_order.py", f"{WENLAN} order --json {flags}", pages],
                            capture_output=True, text=True, check=True).stdout
    return re.search(r"successor ([\d.]+)", report)[1], re.search(r"F1 ([\d.]+)", report)[1]


def changes(pictures, read, whole, scores, before):
    """How many pages read otherwise without the part, and the rate of the drawn ones among them with it and without it."""
    changed = [picture for picture in pictures
               if streams_of(f"{read[picture.name]}.xml") != streams_of(f"{whole[picture.name]}.xml")]
    drawn = [picture.name for picture in changed if picture.truth]
    if not drawn:
        return str(len(changed)), "", ""
    return str(len(changed)), rate(before[name] for name in drawn), rate(scores[name] for name in drawn)


def orders(gt, work):
    """{variant: its row of `wenlan order`}"""
    pages = order_pages(gt, work)
    rows = [("all of it", ""), *(variant for variant in variants() if variant[0].split()[1] in OF_ORDER),
            ("no tilt tried", "--segment.tilt-weight 1000")]
    return {name: score_order(gt, flags, pages) for name, flags in rows}


def build():
    for command in (["cmake", "--preset", "release", "-DWENLAN_BENCHMARKS=ON"],
                    ["cmake", "--build", RELEASE, "--target", "wenlan", "read_variants"]):
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def main(gt):
    build()
    with tempfile.TemporaryDirectory() as work, ThreadPoolExecutor() as beside:
        order = beside.submit(orders, gt, work) if gt.exists() else None
        drawn = list(drawn_pictures(work))
        real = list(real_pictures(gt)) if gt.exists() else []
        read = read_all(drawn + real, work)
        whole = read["all of it"]
        before = score_drawn(drawn, whole, work)
        kinds = list(dict.fromkeys(picture.group for picture in drawn))
        print(f"| | {' | '.join(kinds)} | remarks F1 | book pages | note F1 | pages that change | the drawn ones of them: with it | "
              "without |\n|---|" + "---:|" * (len(kinds) + 6))
        for name in read:
            scores = score_drawn(drawn, read[name], work)
            row = [rate(scores[picture.name] for picture in drawn if picture.group == kind) for kind in kinds]
            row.append(remarks_f1(drawn, read[name]))
            row += score_real(real, read[name], gt, work) if real else ["", ""]
            row += changes(drawn + real, read[name], whole, scores, before)
            print(f"| {name} | {' | '.join(row)} |", flush=True)
        print("\n| order | successor | note F1 |\n|---|---:|---:|")
        for name, row in (order.result() if order else {}).items():
            print(f"| {name} | {' | '.join(row)} |", flush=True)


main((Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared") / "gt")
