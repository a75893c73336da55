#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes folds.tsv: every way to write a character -> the one form the tagger knows it by.

    make_folds.py CORPUS_FOLDER OUT

The form is the simplified one where there is one. Facts come from OpenCC (command `opencc`) and
Unihan (package unicode-data); a doubtful variant is followed only when the corpus hardly ever
writes the character itself. Folding only ever joins characters, so 乾 and 干 become one: the tagger
reads the same text from a traditional and from a simplified page.
"""

import bz2
import subprocess
import sys
import unicodedata
from collections import defaultdict

import numpy as np

from corpus_text import code_points, modern_edition

UNIHAN = "/usr/share/unicode/Unihan_Variants.txt.bz2"
FOLLOWED = ("kSimplifiedVariant", "kZVariant", "kSemanticVariant", "kTraditionalVariant")
KNOWN = 50  # the corpus writes a form so often that it stands for itself
RARER = 50  # a doubtful variant is so many times rarer than the form it is folded to
PUNCTUATION = {"，": ",", "。": ".．｡", "、": "､", "；": ";", "：": ":", "？": "?", "！": "!",
               "「": "“‘『\"'", "」": "”’』", "（": "(［[〔【", "）": ")］]〕】", "《": "〈<", "》": "〉>",
               "—": "-─―－–", "…": "⋯", "·": "・‧•･", "○": "〇◯"}
ERA_FORMS = {"玄": "𤣥", "弘": "𢎞", "丘": "邱", "曆": "厯"}  # taboo and cut forms outside the tables


def han():
    ranges = [(0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00), (0x20000, 0x2EBE1), (0x2F800, 0x2FA20),
              (0x30000, 0x323B0)]
    return [chr(c) for low, high in ranges for c in range(low, high) if unicodedata.name(chr(c), "")]


def converted(characters, table):
    answer = subprocess.run(["opencc", "-c", table], input="\n".join(characters),
                            capture_output=True, text=True, check=True).stdout.rstrip("\n").split("\n")
    return dict(zip(characters, answer))


def unihan_variants():
    variants = defaultdict(list)
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as stream:
        for line in stream:
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 3 and fields[1] in FOLLOWED:
                source = chr(int(fields[0][2:], 16))
                targets = [chr(int(word.split("<")[0][2:], 16)) for word in fields[2].split()]
                variants[source] += targets
                if fields[1] in ("kSemanticVariant", "kZVariant"):
                    for target in targets:
                        variants[target].append(source)
    return variants


def main(corpus, out):
    counts = np.bincount(code_points(modern_edition(corpus)), minlength=0x110000)
    often = lambda character: int(counts[ord(character)])
    characters = han()
    simplified = converted(characters, "t2s.json")
    from_japanese = converted(characters, "jp2t.json")
    simple = lambda c: simplified.get(c, c) if len(simplified.get(c, c)) == 1 else c
    variants = unihan_variants()

    def form_of(character):
        plain = unicodedata.normalize("NFKC", character)
        form = simple(plain if len(plain) == 1 else character)
        if often(form) >= KNOWN:
            return form
        japanese = from_japanese.get(character, character)
        near = [form] + ([simple(japanese)] if len(japanese) == 1 else [])
        for step in range(2):
            near += [simple(v) for c in list(near) + [character] for v in variants[c]]
        best = max(near, key=often)
        return best if often(best) >= KNOWN and often(best) >= RARER * often(form) else form

    forms = {character: form_of(character) for character in characters}
    for form, written in ERA_FORMS.items():
        forms.update({character: forms.get(form, form) for character in written})
    for form, written in PUNCTUATION.items():
        forms.update({character: form for character in written})
    classes = defaultdict(str)
    for character, form in sorted(forms.items()):
        form = forms.get(form, form)
        if form != character:
            classes[form] += character
    with open(out, "w", encoding="utf-8") as stream:
        stream.write("# form\tother ways to write it. Made by models/train/tagger/make_folds.py from the OpenCC\n"
                     "# tables (Apache-2.0) and Unihan (Unicode licence).\n")
        for form in sorted(classes):
            stream.write(f"{form}\t{classes[form]}\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
