#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of numbers in README.md: tests/bench/measure.py [SHARED]

Reads the sample books and, where the folder of measuring data lies beside the checkout (or is named),
its pages, with build/release/wenlan; scores them with the scorers there. Prints Markdown."""
import glob
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
WENLAN = ROOT / "build/release/wenlan"


def timed(*command):
    """Seconds, peak memory in MiB and standard output of a command."""
    begin = time.monotonic()
    with tempfile.TemporaryFile() as out:
        process = subprocess.Popen([WENLAN, *command], stdout=out, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
        out.seek(0)
        return time.monotonic() - begin, usage.ru_maxrss / 1024, out.read().decode()


def row(what, value):
    print(f"| {what} | {value} |", flush=True)


def run_archive(name, folders, work):
    archive = os.path.join(work, name)
    timed("init", archive)
    timed("add", archive, *folders)
    seconds, memory, out = timed("run", archive, "--json")
    pages = json.loads(out)["pages"]["done"]
    row(f"`run` on {name}: pages, pages an hour, peak memory",
        f"{pages}, {3600 * pages / seconds:.0f}, {memory:.0f} MiB")
    timed("index", archive)
    text = sum(len(page) for page in texts_of(archive))
    index = sum(file.stat().st_size for file in pathlib.Path(archive, "index").rglob("*") if file.is_file())
    row(f"index of {name}: bytes for each byte of text (boxes included)", f"{index / max(1, text):.1f}")
    return archive


def texts_of(archive):
    for book in json.loads(timed("report", archive, "--json")[2])["books"]:
        with tempfile.TemporaryDirectory() as out:
            timed("export", archive, book["id"], "--as", "txt", "--out", out)
            for file in sorted(pathlib.Path(out).iterdir()):
                yield file.read_bytes()


def read_and_score(shared, work):
    gt = shared / "gt"
    images = [f for f in glob.glob(f"{gt}/*/*") if f.endswith((".jpg", ".png", ".webp"))
              and json.load(open(os.path.splitext(f)[0] + ".json")).get("text")]
    for folder in sorted({os.path.dirname(f) for f in images}):
        timed("read", "--out", os.path.join(work, "read", os.path.basename(folder)),
              *[f for f in images if os.path.dirname(f) == folder])
    print("\n```\n" + subprocess.run([sys.executable, gt / "score.py", os.path.join(work, "read")],
                                     capture_output=True, text=True).stdout + "```\n")
    books = [os.path.basename(d) for d in glob.glob(f"{gt}/*") if os.path.isdir(d)
             and not os.path.basename(d).startswith(("ecpo", "heinemann", "_", "chiknowpo"))]
    print("The Chinese book pages alone:\n\n```\n" + "\n".join(
        line for line in subprocess.run([sys.executable, gt / "score.py", os.path.join(work, "read"), *sorted(books)],
                                        capture_output=True, text=True).stdout.splitlines()
        if line.startswith(("set", "ALL"))) + "\n```\n")
    order = subprocess.run([sys.executable, gt / "score_order.py", f"{WENLAN} order --json"],
                           capture_output=True, text=True).stdout
    print("`score_order.py`:\n\n```\n" + "\n".join(order.splitlines()[-4:]) + "\n```\n")


def main(shared):
    print("| what | value |\n|---|---|")
    with tempfile.TemporaryDirectory() as work:
        run_archive("samples", [ROOT / "samples/books"], work)
        if not shared.exists():
            print("\nNo measuring data beside the checkout: the rest is skipped.")
            return
        books = sorted(d for d in (shared / "gt").iterdir() if d.is_dir() and d.name.startswith(("openguji", "luatexcn", "mthv2", "ndl")))
        run_archive("gt book pages", books, work)
        read_and_score(shared, work)


main(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared")
