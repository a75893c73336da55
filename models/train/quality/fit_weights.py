#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits the weights of engine/quality/sign_weights.h.

    models/train/quality/fit_weights.py [--measure SHARED/gt]    draws, reads, fits, says how well, and writes the weights
                                                                 if they are better than those that stand
    models/train/quality/fit_weights.py --dry-run                the same, but only prints them
    models/train/quality/fit_weights.py --always                 writes them in any case: after a change of the signs

On pages of the project's own generator and, where the measuring data lies, its pages as they are and with faults put on
them (tests/quality/real_pages.py). What was drawn and read lies in build/quality and is read anew when the program is newer
(WENLAN_KEEP_READ=1 keeps it). Each page gives the signs of engine/quality/signs.h, by `wenlan evaluate --json --pages`.

Confidences are taken at their word. The weights of the other signs, none below 0, are those that put pairs of pages in
the right order: a logistic loss over pairs whose rates differ by more than chance, every book counting alike, each
weight held near 0. What the signs then say is bent to rates by a curve of two numbers, which changes no order. How well
that foretells is told with BOOKS LEFT OUT: the pages of each book by weights and curve of all the others, which also
make docs/images/quality/left-out.svg. The weights that stand have seen these books, if read by an older program; new
ones are better if they order all pages together better without having seen them, and no kind of pages below ENOUGH."""
import argparse
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "tests/quality"))

from drawn_pages import FIT_SETS, scored_pages  # noqa: E402
from rank_correlation import correlation, interval  # noqa: E402
from real_pages import real_and_worn_pages  # noqa: E402
from reliability_plot import reliability_plot  # noqa: E402

HEADER = ROOT / "engine/quality/sign_weights.h"
PLOT = ROOT / "docs/images/quality/left-out.svg"
ENOUGH = 0.8  # the rank correlation that is asked of every kind of pages
# What the confidences say of themselves: a character between two limits is wrong as often as the middle of them is below 1.
OF_CONFIDENCE = {"below-99": 0.025, "below-95": 0.07, "below-85": 0.225, "below-50": 0.275, "below-30": 0.25}
UNSEEN = 0.001
HOLD = 0.003  # the price of a weight, by its square
DIFFERS = 0.7  # pairs are compared whose rates lie further apart than this times the error of their difference
SLOPE = 4.0  # of the loss, by the ratio of what is expected
OFFSET = 0.01  # added to rates before their logarithm: one per cent more or less is as good as none
LEAST_RATE = 0.005  # for the error of a rate; no page is surely without a mistake


class Pages:
    """Signs as shares of the characters that were read, and real rates."""

    def __init__(self, pages):
        self.names = [name for name in pages[0]["signs"] if name != "characters"]
        read = [max(1, page["signs"]["characters"]) for page in pages]
        signs = np.array([[page["signs"][name] / count for name in self.names] for page, count in zip(pages, read)])
        told = [self.names.index(name) for name in OF_CONFIDENCE]
        self.others = [at for at in range(len(self.names)) if at not in told]
        self.of_confidence = signs[:, told] @ list(OF_CONFIDENCE.values()) + UNSEEN
        self.signs = signs[:, self.others]
        self.rates = np.array([min(1, page["cer_folded"]) for page in pages])
        characters = np.array([page["characters"] for page in pages], float)
        self.errors = np.sqrt(np.maximum(self.rates, LEAST_RATE) / characters)
        self.books = np.array([page["book"] for page in pages])
        self.originals = np.array([page["original"] for page in pages])
        of_book = Counter(self.books)
        self.share = np.array([of_book[book] ** -0.5 for book in self.books])

    def expected(self, weights):
        return self.of_confidence + self.signs @ weights

    def pairs(self, chosen):
        """(worse, better, how much they count) of the pages that `chosen` names."""
        of = np.flatnonzero(chosen)
        first, second = np.meshgrid(of, of, indexing="ij")
        apart = self.rates[first] - self.rates[second]
        clear = apart > DIFFERS * np.hypot(self.errors[first], self.errors[second])
        worse, better = first[clear], second[clear]
        counts = self.share[worse] * self.share[better]
        return worse, better, counts / counts.sum()


def fit(pages, chosen):
    """Weights of the signs beside the confidences, from the chosen pages."""
    worse, better, counts = pages.pairs(chosen)

    def loss(roots):
        expected = pages.expected(roots**2)
        ahead = SLOPE * (np.log(expected[worse]) - np.log(expected[better]))
        pull = -SLOPE * counts / (1 + np.exp(ahead))
        by_page = (np.bincount(worse, pull, len(expected)) - np.bincount(better, pull, len(expected))) / expected
        return ((counts * np.logaddexp(0, -ahead)).sum() + 10 * HOLD * (roots**4).sum(),
                (pages.signs.T @ by_page) * 2 * roots + 40 * HOLD * roots**3)

    tries = [minimize(loss, np.full(pages.signs.shape[1], root), jac=True, method="L-BFGS-B") for root in (0.15, 0.4)]
    return min(tries, key=lambda found: found.fun).x ** 2


def foretold(pages):
    """The rate of each page by weights and a curve that were fitted without its book."""
    rates = np.zeros(len(pages.rates))
    for book in sorted(set(pages.books)):
        out = pages.books == book
        said = pages.expected(fit(pages, ~out))
        rates[out] = rates_of(said, bend(pages, said, ~out))[out]
    return rates


def rates_of(said, curve):
    height, bent = curve
    return height * said**2 / (said + bent)


def bend(pages, said, chosen=slice(None)):
    """(height, bend) of the curve that makes rates of what the signs say, from the chosen pages."""

    def loss(numbers):
        off = np.log(rates_of(said, np.exp(numbers)) + OFFSET) - np.log(pages.rates + OFFSET)
        held = np.where(np.abs(off) < 1, off**2 / 2, np.abs(off) - 0.5)
        return np.average(held[chosen], weights=pages.share[chosen])

    return np.exp(minimize(loss, np.log((1.4, 0.05)), method="Nelder-Mead").x)


def kinds_of_pages(pages, worn):
    """{kind: which pages}, "all" the last."""
    drawn = pages.originals == ""
    return {"drawn": drawn, "real": ~drawn & ~worn, "made worse": worn, "all": drawn | ~drawn}


def is_better(pages, kinds, left_out, standing):
    """Are weights that foretell the rates `left_out` of books they have not seen better than those that give `standing`?"""
    reached = {kind: correlation(left_out[of], pages.rates[of]) for kind, of in kinds.items() if of.any()}
    return min(reached.values()) >= ENOUGH and reached["all"] > correlation(standing, pages.rates)


def print_table(pages, kinds, estimates):
    """Rank correlations of each estimate with the real rates, by kind of page."""
    groups = np.where(pages.originals == "", np.arange(len(pages.rates)).astype(str), pages.originals)
    print(f"{'rank correlation by page':32} " + "  ".join(f"{name:>22}" for name in estimates))
    for name, chosen in kinds.items():
        if not chosen.any():
            continue
        row = []
        for expected in estimates.values():
            low, high = interval(expected[chosen], pages.rates[chosen], groups[chosen])
            row.append(f"{correlation(expected[chosen], pages.rates[chosen]):.3f} [{low:.2f}, {high:.2f}]")
        print(f"{name:26} {chosen.sum():5} " + "  ".join(f"{text:>22}" for text in row))


def header_text(weights, curve):
    """`weights` of all signs, `curve` by bend()."""
    rows = [f"{weight:.4f}" for weight in weights]
    lines = [", ".join(rows[begin : begin + 8]) for begin in range(0, len(rows), 8)]
    listed = ",\n    ".join(lines)
    return f"""// SPDX-License-Identifier: GPL-3.0-or-later
// Written by models/train/quality/fit_weights.py: do not edit.
#pragma once

#include <array>

#include "engine/quality/signs.h"

namespace wenlan {{

// clang-format off
// Wrong characters for each character a sign speaks against, in the order of kSigns.
inline constexpr std::array<double, kSigns.size()> kSignWeights{{
    {listed}}};
// Wrong characters no sign speaks of, for each character.
inline constexpr double kUnseenErrors = {UNSEEN:.4f};
// A page whose signs say x is expected to be wrong by kHeight * x * x / (x + kBend).
inline constexpr double kHeight = {curve[0]:.4f};
inline constexpr double kBend = {curve[1]:.4f};
// clang-format on

}}  // namespace wenlan
"""


def all_pages(measure):
    pages = [page | {"book": page["volume"].rsplit("-", 1)[0], "original": "", "worn": False}
             for page in scored_pages(FIT_SETS) if page["expected_cer"] is not None]
    return pages + (real_and_worn_pages(measure) if measure.is_dir() else [])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--measure", type=Path, default=ROOT.parent / "shared/gt")
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--always", action="store_true")
    options = parser.parse_args()
    listed = all_pages(options.measure)
    pages = Pages(listed)
    weights = fit(pages, np.full(len(listed), True))
    by_name = OF_CONFIDENCE | {pages.names[at]: weight for at, weight in zip(pages.others, weights)}
    curve = bend(pages, pages.expected(weights))
    for name in pages.names:
        print(f"{name:16} {by_name[name]:.4f}")
    print(f"height {curve[0]:.3f}, bend {curve[1]:.4f}")
    kinds = kinds_of_pages(pages, np.array([page["worn"] for page in listed]))
    standing = np.array([page["expected_cer"] for page in listed])
    left_out = foretold(pages)
    print_table(pages, kinds, {"confidences": pages.of_confidence, "weights that stand": standing,
                               "fitted anew": pages.expected(weights), "book left out": left_out})
    better = is_better(pages, kinds, left_out, standing)
    print("better than those that stand" if better else "no better than those that stand")
    if not options.dry_run and (better or options.always):
        HEADER.write_text(header_text([by_name[name] for name in pages.names], curve), encoding="utf-8")
        PLOT.write_text(reliability_plot([(kind, np.minimum(1, left_out[of]), pages.rates[of]) for kind, of in kinds.items()
                                          if kind != "all" and of.any()]), encoding="utf-8")


if __name__ == "__main__":
    main()
