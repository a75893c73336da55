# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads the unlabelled text that clusters are learnt from, as arrays of code points."""

import lzma
import re
import tarfile
from pathlib import Path

import numpy as np

MARKUP = re.compile(r"<[^<>\n]{0,200}>|^###.*$|^#.*$", re.MULTILINE)
LINE_ENDS = re.compile(r"¶?\n[ \u3000]*")


def code_points(text):
    return np.frombuffer(text.encode("utf-32-le", "replace"), dtype="<u4")


def modern_edition(corpus):
    """The punctuated, simplified books."""
    with lzma.open(Path(corpus) / "classical-simplified.txt.xz", "rt", encoding="utf-8") as stream:
        return MARKUP.sub("\n", stream.read())


def old_edition(corpus):
    """The unpunctuated, traditional books, their columns joined."""
    parts = []
    with tarfile.open(Path(corpus) / "gazetteers-wyg.tar.xz") as archive:
        for member in archive:
            if member.isfile() and member.name.endswith(".txt"):
                text = archive.extractfile(member).read().decode("utf-8", "replace")
                parts.append(LINE_ENDS.sub("", MARKUP.sub("", text)))
    return "\n".join(parts)
