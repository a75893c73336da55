# SPDX-License-Identifier: GPL-3.0-or-later
"""Run by compare.py inside RapidOCR's own environment: read_pages.py THREADS OUT IMAGE…

Reads as the program comes, text lines joined to columns and those from the right to the left. Prints the seconds spent
on pages, without starting up and loading."""
import sys
import time
from pathlib import Path

from rapidocr import RapidOCR


def main(threads, out, *images):
    engine = RapidOCR(params={"EngineConfig.onnxruntime.intra_op_num_threads": int(threads), "Global.log_level": "error"})
    Path(out).mkdir(exist_ok=True)
    begin = time.monotonic()
    for image in map(Path, images):
        result = engine(str(image))
        boxes, texts = (result.boxes, result.txts) if result.txts else ([], [])
        (Path(out) / f"{image.stem}.txt").write_text("\n".join(in_order(boxes, texts)), encoding="utf-8")
    print(time.monotonic() - begin)


def in_order(boxes, texts):
    """The texts by columns: lines of which one lies over half of the other's width are of one column."""
    lines = [(min(p[0] for p in box), max(p[0] for p in box), min(p[1] for p in box), text)
             for box, text in zip(boxes, texts)]
    columns = []
    for line in sorted(lines, key=lambda line: -(line[0] + line[1])):
        for column in columns:
            left, right = column[0][:2]
            shared = min(right, line[1]) - max(left, line[0])
            if shared > 0.5 * min(right - left, line[1] - line[0]):
                column.append(line)
                break
        else:
            columns.append([line])
    return [line[3] for column in columns for line in sorted(column, key=lambda line: line[2])]


main(*sys.argv[1:])
