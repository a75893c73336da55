#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""wenlan and RapidOCR side by side on the book pages of the measuring data: compare.py [ROUNDS] [SHARED]

Same models, two threads each, in turn round by round, so that what else the machine does falls on both. Prints Markdown.
RapidOCR is installed to build/rapidocr from pinned wheels; its starting up is not counted, wenlan's is."""
import os
import pathlib
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
WENLAN = ROOT / "build/release/wenlan"
THREADS = 2
BOOKS = ("openguji", "luatexcn", "mthv2", "ndl")


def main(rounds, shared):
    images = [path for path in sorted(shared.glob("gt/*/*")) if path.parent.name.startswith(BOOKS) and path.suffix != ".json"]
    python = installed(ROOT / "build/rapidocr")
    seconds = {"wenlan": [], "RapidOCR 3.10": []}
    processor = dict.fromkeys(seconds, 0.0)
    with tempfile.TemporaryDirectory() as work:
        images = named_apart(images, pathlib.Path(work))
        for _ in range(rounds):
            for name, read in (("wenlan", read_by_wenlan), ("RapidOCR 3.10", lambda *a: read_by_rapidocr(python, *a))):
                before = os.times()
                seconds[name].append(read(images, pathlib.Path(work) / name))
                after = os.times()
                processor[name] += sum(after[2:4]) - sum(before[2:4])
        print("| program | pages an hour (each round) | processor seconds a page | CER strict / folded / order-free, % |\n"
              "|---|---|---|---|")
        for name, spent in seconds.items():
            rates = [3600 * len(images) / value for value in spent]
            print(f"| {name} | {3600 * len(images) * rounds / sum(spent):.0f} ({', '.join(f'{r:.0f}' for r in rates)}) | "
                  f"{processor[name] / rounds / len(images):.2f} | {scored(shared, pathlib.Path(work) / name)} |")
    print(f"\n{len(images)} pages; wenlan is {sum(seconds['RapidOCR 3.10']) / sum(seconds['wenlan']):.2f} times as fast.")


def installed(folder):
    """The Python of an environment that holds RapidOCR."""
    python = folder / "bin/python"
    if not (folder / ".done").exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--require-hashes", "--only-binary", ":all:",
                        "-r", HERE / "requirements.txt"], check=True)
        (folder / ".done").touch()
    return python


def named_apart(images, folder):
    """Links to the images named SET@PAGE: pages of different sets share names."""
    links = [folder / f"{image.parent.name}@{image.name}" for image in images]
    for link, image in zip(links, images):
        link.symlink_to(image)
    return links


def read_by_wenlan(images, out):
    begin = time.monotonic()
    subprocess.run([WENLAN, "read", *images, "--jobs", str(THREADS), "--out", out], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return time.monotonic() - begin


def read_by_rapidocr(python, images, out):
    done = subprocess.run([python, HERE / "read_pages.py", str(THREADS), out, *images], check=True, capture_output=True, text=True)
    return float(done.stdout.split()[-1])


def scored(shared, out):
    for text in out.glob("*@*.txt"):
        book, page = text.name.split("@")
        (out / book).mkdir(exist_ok=True)
        text.rename(out / book / page)
    sets = sorted(path.name for path in (shared / "gt").iterdir() if path.name.startswith(BOOKS))
    table = subprocess.run([sys.executable, shared / "gt/score.py", out, *sets], capture_output=True, text=True, check=True).stdout
    rates = next(line.split() for line in table.splitlines() if line.startswith("ALL"))[3:6]
    return " / ".join(f"{100 * float(rate):.1f}" for rate in rates)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3, pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT.parent / "shared")
