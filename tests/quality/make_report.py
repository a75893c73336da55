#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes docs/quality.md and its pictures anew: how well pages are read, and how well the program knows it.

    tests/quality/make_report.py [SHARED]      scripts/make-quality-report.sh builds and calls it

Pages: the sample books, volumes the generator draws with faults, and, where the folder of measuring data lies beside the
checkout (or is named), its pages. Of those, which may only be measured with, figures are written and no pictures."""
import json
import os
import shutil
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.stats import spearmanr

from drawn_pages import MEASURE_SETS, ROOT, STORE, drawn_volumes, evaluate, read_scans, read_volume
from rank_correlation import correlation, interval
from real_pages import measuring_books, page_of_worn, worn_books
from reliability_plot import reliability_plot
from test_samples import FLOORS, note_f1
from worst_pages import picture_of_worst

DOCS = ROOT / "docs"
PICTURES = DOCS / "images/quality"
WORST = 10
MOST_OF_A_VOLUME = 2  # of the worst pages that are shown: one bad scan says little more than its neighbours
DRAWS = 200
LEAST_SHOWN = 20  # characters of a page among the worst: on a title page one is much
KNOWN_BY = 50  # pages of fewer characters say little about a rate

HEAD = """# How well pages are read

Made by `scripts/make-quality-report.sh`; do not edit. Character error rates (CER) in per cent, strict, and *folded*: written
forms of one character are no error. In brackets the 95 % interval over pages (bootstrap, fixed seed). Main text and notes
are compared each alone; *free* is the share of the truth that was not read at all, wherever it stands. *Knows* is Spearman's
rank correlation of `expected_cer`, which the program estimates without truth, with the real rate by page.
"""


def evaluated(kind, books):
    """The answer of evaluate for all books at once. `books` gives (name, folder of the truth, folder of what was read)."""
    sides = STORE / "report" / kind / "truth", STORE / "report" / kind / "read"
    for side in sides:
        shutil.rmtree(side, ignore_errors=True)
    for name, *folders in books:
        for side, folder in zip(sides, folders):
            (side / name).mkdir(parents=True)
            for page in folder.iterdir():
                if page.suffix in (".xml", ".txt"):
                    (side / name / page.name).symlink_to(page)
    return evaluate(*sides)


def sample_books():
    samples = ROOT / "samples/books"
    for book in sorted(path for path in samples.iterdir() if path.is_dir()):
        out = STORE / "samples-read" / book.name
        scans = sorted(path for path in book.iterdir() if path.suffix in (".jpg", ".png", ".tif", ".pdf"))
        read_scans(scans, out, lambda stem: stem[-4:])
        yield book.name, book / "truth", out


def drawn_books():
    for volume in drawn_volumes(*MEASURE_SETS):
        yield volume.name, volume / "truth", read_volume(volume)


def rate(value):
    return "–" if value is None else f"{100 * value:.1f}"


def row(name, of):
    low, high = of["interval_95_folded"]
    strict_low, strict_high = of["interval_95"]
    knows = of["expected_cer_correlation"]
    stream = lambda part: "–" if not of[part] else rate(of[part]["cer_folded"])
    return (f"| {name} | {of['pages']} | {of['characters']} | {rate(of['cer'])} [{rate(strict_low)}–{rate(strict_high)}] | "
            f"**{rate(of['cer_folded'])}** [{rate(low)}–{rate(high)}] | {stream('main')} | {stream('note')} | "
            f"{rate(of['cer_order_free'])} | {'–' if knows is None else f'{knows:.2f}'} |")


def table(title, answer):
    rows = [f"\n## {title}\n", "| pages of | pages | characters | strict | folded | main | notes | free | knows |",
            "|---|---:|---:|---|---|---:|---:|---:|---:|"]
    rows += [row(book["book"], book) for book in answer["books"]]
    rows.append(row("**all**", answer))
    return "\n".join(rows) + "\n"


def known_pages(answer):
    return [page for page in answer["by_page"] if page["expected_cer"] is not None and page["characters"] > 0]


def oracle(pages):
    """The rank correlation that somebody would reach who knew how likely each character was to be misread: what is left
    of it is chance, most of all among pages with no error or one."""
    characters = np.array([page["characters"] for page in pages])
    wrong = np.minimum(1, [page["cer_folded"] for page in pages]) * characters
    likely = (wrong + 0.5) / (characters + 1)
    chance = np.random.default_rng(1)
    return np.mean([spearmanr(likely, chance.binomial(characters, likely) / characters)[0] for _ in range(DRAWS)])


def estimate_row(name, pages):
    expected = np.array([page["expected_cer"] for page in pages])
    real = np.minimum(1, [page["cer_folded"] for page in pages])
    long = np.array([page["characters"] >= KNOWN_BY for page in pages])
    low, high = interval(expected, real, np.array([page_of_worn(page["page"]) for page in pages]))
    return (f"| {name} | {len(pages)} | {np.sum(real == 0)} | **{correlation(expected, real):.2f}** [{low:.2f}–{high:.2f}] | "
            f"{correlation(expected[long], real[long]):.2f} ({long.sum()}) | {oracle(pages):.2f} | "
            f"{rate(expected.mean())} | {rate(real.mean())} |"), (name, expected, real)


def estimate_section(answers):
    lines = ["\n## Does it know? `expected_cer` against the real rate\n",
             f"| pages of | pages | without an error | rank correlation | of {KNOWN_BY} characters or more | an oracle's | "
             "mean expected | mean real |", "|---|---:|---:|---|---:|---:|---:|---:|"]
    known = {name: known_pages(answer) for name, answer in answers}
    series = []
    for name, pages in known.items():
        listed, of_plot = estimate_row(name, pages)
        lines.append(listed)
        series.append(of_plot)
    together = [name for name in known if name != "samples"]
    if len(together) > 1:
        lines.append(estimate_row(" + ".join(together), [page for name in together for page in known[name]])[0])
    (PICTURES / "reliability.svg").write_text(reliability_plot(series), encoding="utf-8")
    lines.append("\n![Expected and real rates in eighths of the pages](images/quality/reliability.svg)\n")
    lines.append("Each point is an eighth of the pages of a set, by what was expected of them. On the line it is as bad as it "
                 "was thought to be. The weights are fitted on drawn pages of other seeds and on the real pages as they are "
                 "and made worse; what is foretold of a book that was left out of the fit stands in decision 39 "
                 "(`models/train/quality/fit_weights.py` prints it). In brackets the 95 % interval over pages, those made of one "
                 "page drawn together. The oracle knows how likely each character of a page was to be misread: beyond its "
                 "correlation there is only chance, and where half of the pages have no error there is much of it. Pages on "
                 "which nothing was read have no estimate and are left out here.\n")
    return "\n".join(lines)


def floor_section(answer):
    """What the samples must reach, and what they reach now."""
    lines = ["\nWhat `tests/quality` holds them to (`tests/quality/sample_floors.toml`); at most for the rates, at least for the "
             "F1 of small notes:\n", "| book | folded | at most | free | at most | note F1 | at least |", "|---|---:|---:|---:|---:|---:|---:|"]
    for book in answer["books"]:
        floor = FLOORS[book["book"]]
        notes = note_f1(ROOT / "samples/books" / book["book"] / "truth", STORE / "samples-read" / book["book"])
        least = floor.get("note_f1")
        lines.append(f"| {book['book']} | {rate(book['cer_folded'])} | {rate(floor['cer_folded'])} | {rate(book['cer_order_free'])} | "
                     f"{rate(floor['cer_order_free'])} | {'–' if notes is None else f'{notes:.3f}'} | {least or '–'} |")
    return "\n".join(lines) + "\n"


def varied(pages):
    """The first MOST_OF_A_VOLUME of each volume, in their order."""
    of_volume = Counter()
    kept = []
    for page in pages:
        volume = (page["set"], page["page"].split("/")[0])
        of_volume[volume] += 1
        if of_volume[volume] <= MOST_OF_A_VOLUME:
            kept.append(page)
    return kept


def worst_section(answers):
    pages = [dict(page, set=name) for name, answer in answers for page in answer["by_page"] if page["characters"] >= LEAST_SHOWN]
    pages.sort(key=lambda page: -page["cer_folded"])
    lines = [f"\n## The {WORST} worst drawn pages\n", f"No more than {MOST_OF_A_VOLUME} of one volume. The worst stretch of each: "
             "the scan, what stands there, what was read; wrong characters in red.\n"]
    for number, page in enumerate(varied(pages)[:WORST], 1):
        book, name = page["page"].split("/")
        volume = ROOT / "samples/books" / book if page["set"] == "samples" else STORE / "measure" / book
        read = STORE / ("samples-read" if page["set"] == "samples" else "measure-read") / book / f"{name}.xml"
        picture = picture_of_worst(volume, name, read)
        picture.save(PICTURES / f"worst-{number}.webp", quality=55, method=6)
        lines.append(f"{number}. {book} {name}: {rate(page['cer_folded'])} % of {page['characters']} characters "
                     f"({rate(page['cer_order_free'])} % not read), expected {rate(page['expected_cer'])} %\n\n"
                     f"   ![Worst stretch of {book} {name}](images/quality/worst-{number}.webp)\n")
    return "\n".join(lines)


def worst_measured(answer):
    pages = sorted(answer["by_page"], key=lambda page: -page["cer_folded"])[:WORST]
    lines = [f"\n## The {WORST} worst pages of the measuring data\n", "| page | characters | folded | free | expected |",
             "|---|---:|---:|---:|---:|"]
    lines += [f"| {page['page']} | {page['characters']} | {rate(page['cer_folded'])} | {rate(page['cer_order_free'])} | "
              f"{rate(page['expected_cer'])} |" for page in pages]
    return "\n".join(lines) + "\n"


def main(shared):
    os.chdir(ROOT)
    PICTURES.mkdir(parents=True, exist_ok=True)
    samples = evaluated("samples", sample_books())
    drawn = evaluated("drawn", drawn_books())
    text = HEAD + table("The sample books", samples) + floor_section(samples)
    text += table("Drawn pages, seeds not used in tuning (402 and 403: faults three and five times as strong)", drawn)
    answers = [("samples", samples), ("drawn", drawn)]
    measured = None
    if (shared / "gt").is_dir():
        measured = evaluated("gt", measuring_books(shared / "gt"))
        text += table("Real pages to measure with", measured)
        worn = evaluated("worn", worn_books(shared / "gt"))
        text += table("Real pages made worse: tilted, scaled down, compressed, stained, the other side shining through; three ways each",
                      worn)
        answers += [("real pages", measured), ("made worse", worn)]
    text += estimate_section(answers)
    text += worst_section(answers[:2])
    text += worst_measured(measured) if measured else ""
    (DOCS / "quality.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared")
