# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom. One table for our own folders, one for third-party headers.

    tests/conventions/include_rules.py        prints what breaks the rules; exit 1 when something does
"""
import re
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Folder -> folders it may include, itself left out. Everything else is a violation.
MAY_INCLUDE = {
    "engine/base": (),
    "engine/page": ("engine/base",),
    "engine/quality": ("engine/base", "engine/page"),
    "engine/nn": ("engine/base",),
    "engine/clean": ("engine/base", "engine/page"),
    "engine/specks": ("engine/base", "engine/page", "engine/nn", "engine/clean"),
    "engine/segment": ("engine/base", "engine/page", "engine/nn", "engine/clean"),
    "engine/recognise": ("engine/base", "engine/page", "engine/quality", "engine/nn", "engine/clean"),
    "engine/tag": ("engine/base", "engine/page", "engine/nn"),
    "engine/formats": ("engine/base", "engine/page", "engine/quality"),
    "engine/evaluate": ("engine/base", "engine/page", "engine/quality", "engine/formats"),
    "index/archive": ("engine/base", "engine/page", "engine/formats"),
    "index/schema": ("engine/base", "engine/page"),
    "index/knowledge": ("engine/base", "engine/page", "index/schema"),
    "index/build": ("engine/base", "engine/page", "index/archive", "index/schema",
                    "index/knowledge"),
    "index/query": ("engine/base", "engine/page", "index/archive", "index/schema", "index/knowledge"),
    # The loaders of engine/clean, so that pictures are cut from any kind of scan of any size.
    "index/serve": ("engine/base", "engine/page", "engine/formats", "engine/clean/load_scan.h",
                    "engine/clean/pyramid.h", "index/archive", "index/schema", "index/knowledge", "index/query"),
    "pipelines": ("engine", "index"),
    "pipelines/cli": ("engine", "index", "pipelines"),
}

# Third-party header (a prefix) -> where it may be included; "*.cpp" keeps it out of headers.
THIRD_PARTY = {
    "opencv2/core/": ("engine/clean", "engine/specks", "engine/segment", "engine/recognise", "index/serve/*.cpp",
                      "pipelines/*.cpp"),
    "opencv2/": ("engine/clean/*.cpp", "engine/specks/*.cpp", "engine/segment/*.cpp", "engine/recognise/*.cpp",
                 "index/serve/*.cpp"),
    # The picture of `read --explain` is encoded where it is written.
    "opencv2/imgcodecs.hpp": ("engine/clean/*.cpp", "engine/segment/*.cpp", "engine/recognise/*.cpp",
                              "index/serve/*.cpp", "pipelines/page_pipeline.cpp"),
    "allheaders.h": ("engine/clean/*.cpp", "engine/segment/*.cpp", "engine/recognise/*.cpp",
                     "pipelines/doctor.cpp"),
    "leptonica/": ("engine/clean/*.cpp", "engine/segment/*.cpp", "engine/recognise/*.cpp"),
    "openvino/": ("engine/nn/*.cpp",),
    "tesseract/": ("engine/recognise/tesseract_*.cpp", "pipelines/doctor.cpp"),
    "pugixml.hpp": ("engine/formats",),
    "xapian": ("index/schema/*.cpp", "index/build/*.cpp", "index/query/*.cpp",
               "pipelines/doctor.cpp"),
    "SQLiteCpp/": ("index/knowledge/*.cpp", "pipelines/ledger"),
    "sqlite3.h": ("index/knowledge/*.cpp", "pipelines/ledger/*.cpp", "pipelines/doctor.cpp"),
    "hb": ("index/serve/face_store.cpp", "pipelines/doctor.cpp"),
    "microhttpd.h": ("index/serve/*.cpp", "pipelines/doctor.cpp"),
    "vips/": ("engine/clean/*.cpp", "index/serve/*.cpp", "pipelines/doctor.cpp"),
    "poppler": ("engine/clean/*.cpp",),
    "toml++/": ("index/archive/*.cpp", "pipelines/*.cpp", "pipelines/cli/*.cpp"),
    "CLI/": ("pipelines/cli",),
    "nlohmann/": ("*.cpp", "engine/formats/page_json_value.h", "index/serve/routes"),
    "tbb/": ("pipelines/*.cpp", "pipelines/batch/*.cpp"),
    "spdlog/": ("*.cpp",),
    "unicode/": ("*.cpp",),
    "sodium.h": ("engine/base/hex.cpp", "engine/base/sha256.cpp", "index/serve/*.cpp", "pipelines/doctor.cpp"),
}


def sources():
    """All C++ files of the product, as paths from the root."""
    for top in ("engine", "index", "pipelines"):
        for path in sorted((ROOT / top).rglob("*")):
            if path.suffix in (".h", ".cpp") and "node_modules" not in path.parts:
                yield path.relative_to(ROOT)


def includes_of(path):
    """(own, third-party) names that a file includes."""
    text = (ROOT / path).read_text(encoding="utf-8")
    return (re.findall(r'^#include "([^"]+)"', text, re.M),
            re.findall(r"^#include <([^>]+)>", text, re.M))


def folder_of(path):
    """The folder of the table that a file belongs to; None for one outside the table."""
    known = [folder for folder in MAY_INCLUDE if path.startswith(folder + "/")]
    return max(known, key=len, default=None)


def folder_violations():
    found = []
    for path in sources():
        folder = folder_of(str(path))
        if folder is None:
            found.append(f"{path}: its folder is not in MAY_INCLUDE")
            continue
        for name in includes_of(path)[0]:
            into = folder_of(name)
            allowed = into == folder or any(
                name == other or (into or "") == other or (into or "").startswith(other + "/")
                for other in MAY_INCLUDE[folder])
            if not allowed:
                found.append(f"{path}: {folder} may not include {name}")
    return found


def third_party_violations():
    found = []
    for path in sources():
        for name in includes_of(path)[1]:
            prefixes = [prefix for prefix in THIRD_PARTY if name.startswith(prefix)]
            if not prefixes:
                continue
            places = THIRD_PARTY[max(prefixes, key=len)]
            if not any(path.match(place) if "*" in place or place.endswith((".cpp", ".h"))
                       else str(path).startswith(place + "/") for place in places):
                found.append(f"{path}: may not include <{name}>")
    return found


def cycles():
    """Folders that include each other, directly or over others."""
    edges = defaultdict(set)
    for path in sources():
        here = folder_of(str(path))
        edges[here].update(there for name in includes_of(path)[0]
                           if (there := folder_of(name)) and there != here)
    return [f"{folder} includes itself over {' -> '.join(way)}"
            for folder in sorted(filter(None, edges)) if (way := _way_back(folder, edges))]


def _way_back(start, edges):
    stack, seen = [(start, [start])], set()
    while stack:
        at, way = stack.pop()
        for there in sorted(edges.get(at, ())):
            if there == start:
                return [*way, start]
            if there not in seen:
                seen.add(there)
                stack.append((there, [*way, there]))
    return None


if __name__ == "__main__":
    broken = folder_violations() + third_party_violations() + cycles()
    print("\n".join(broken))
    sys.exit(1 if broken else 0)
