#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes engine/quality/familiar_pairs.inc: which two characters stand together more often than chance would have it.

    models/train/quality/learn_pairs.py CORPUS_FOLDER

A pair is familiar when the text has it LEAST times and at least as often as the frequencies of its characters make
likely. Characters are folded as fold_variant() does. The pairs are not listed: each sets BITS of a field of 2^FIELD
bits (a Bloom filter), so that one strange pair in nine passes for familiar. The same text gives the same field."""
import re
import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "models/train/tagger"))

from corpus_text import code_points, modern_edition, old_edition  # noqa: E402

TARGET = ROOT / "engine/quality/familiar_pairs.inc"
CHARACTERS = 8191  # the commonest; 99.97 % of the text
LEAST = 5
OLD_EDITION_WEIGHT = 3  # it is small and nearest to what is read from scans
FIELD, BITS = 22, 2
CHUNK = 4_000_000  # characters counted at once
WORDS_PER_LINE = 6


def fold_map():
    table = np.arange(0x110000, dtype=np.uint32)
    forms = (ROOT / "engine/base/variants_table.inc").read_text(encoding="utf-8")
    for form, representative in re.findall(r"\{(0x[0-9A-F]+), (0x[0-9A-F]+)\}", forms):
        table[int(form, 16)] = int(representative, 16)
    return table


def han_of(text, table):
    """Folded, with everything else left out: scans of old books have no punctuation to part sentences."""
    codes = table[code_points(text)]
    return codes[((codes >= 0x3400) & (codes < 0xA000)) | (codes >= 0x20000)]


def counted_pairs(texts, characters):
    """How often the second of two characters follows the first, as a square table over `characters`."""
    side = len(characters) + 1  # the last row and column are for all others
    place = np.full(0x110000, side - 1, np.int64)
    place[characters] = np.arange(len(characters))
    counts = np.zeros(side * side, np.int64)
    for text, weight in texts:
        for begin in range(0, len(text) - 1, CHUNK):
            places = place[text[begin : begin + CHUNK + 1]]
            counts += weight * np.bincount(places[:-1] * side + places[1:], minlength=side * side)
    return counts.reshape(side, side)


def familiar(counts):
    """Rows and columns of the pairs, those of other characters left out."""
    first, second = counts.sum(1).astype(float), counts.sum(0).astype(float)
    rows, columns = np.nonzero(counts[:-1, :-1] >= LEAST)
    chance = first[rows] * second[columns] / first.sum()
    often = counts[rows, columns] >= chance
    return rows[often], columns[often]


def bit_of(first, second, turn):
    """As in familiar_pairs.cpp."""
    with np.errstate(over="ignore"):
        bits = (first.astype(np.uint64) << np.uint64(21) | second.astype(np.uint64)) + np.uint64(turn) * np.uint64(0x9E3779B97F4A7C15)
        for factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
            bits = (bits ^ bits >> np.uint64(33)) * np.uint64(factor)
    return bits >> np.uint64(64 - FIELD)


def written(field):
    words = [f"0x{word:x}" for word in np.packbits(field, bitorder="little").view("<u8")]
    lines = [", ".join(words[begin : begin + WORDS_PER_LINE]) for begin in range(0, len(words), WORDS_PER_LINE)]
    return "// Written by models/train/quality/learn_pairs.py: do not edit.\n" + ",\n".join(lines) + "\n"


def main(corpus):
    table = fold_map()
    texts = [(han_of(modern_edition(corpus), table), 1), (han_of(old_edition(corpus), table), OLD_EDITION_WEIGHT)]
    counts = sum(weight * np.bincount(text, minlength=0x110000) for text, weight in texts)
    characters = np.argsort(-counts, kind="stable")[:CHARACTERS]
    rows, columns = familiar(counted_pairs(texts, characters))
    field = np.zeros(1 << FIELD, bool)
    for turn in range(BITS):
        field[bit_of(characters[rows], characters[columns], turn)] = True
    print(f"{len(rows)} pairs, {field.mean():.2f} of the field set")
    TARGET.write_text(written(field), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])
