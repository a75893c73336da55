#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The box of each character drawn over the scans: scripts/make-glyph-box-picture.py OUT.webp IMAGE[@left,top,right,bottom]…

A window is given in shares of the page, 0..1. Reads with build/release/wenlan. Red: main text. Blue: small notes.
Filled: read with less than half confidence."""
import json
import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

ROOT = Path(__file__).resolve().parents[1]
WENLAN = ROOT / "build/release/wenlan"
FONT = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"
HEIGHT, MARGIN = 900, 12
COLOURS = {"main": (190, 40, 30), "note": (30, 80, 190)}
OTHER = (110, 110, 110)
DOUBTFUL = 0.5


def main(out, *pages):
    windows = [boxed(*parted(page)) for page in pages]
    sheet = Image.new("RGB", (sum(w.width for w in windows) + MARGIN * (len(windows) + 1), HEIGHT + 2 * MARGIN), "white")
    left = MARGIN
    for window in windows:
        sheet.paste(window, (left, MARGIN))
        left += window.width + MARGIN
    sheet.save(out, quality=72)


def parted(page):
    path, _, window = page.partition("@")
    return path, [float(share) for share in window.split(",")] if window else [0, 0, 1, 1]


def boxed(path, window):
    """The window of the page, HEIGHT pixels high, with its boxes and what was read at their right."""
    read = json.loads(subprocess.run([WENLAN, "read", path, "--as", "json"], capture_output=True, check=True).stdout)
    page = Image.open(path).convert("RGB")
    edges = [share * side for share, side in zip(window, page.size * 2)]
    scale = HEIGHT / (edges[3] - edges[1])
    size = (round((edges[2] - edges[0]) * scale), HEIGHT)
    picture = page.resize(size, Image.LANCZOS, box=edges)
    over = Image.new("RGBA", size)
    draw = ImageDraw.Draw(over)
    for line in read["lines"]:
        colour = COLOURS.get(line["stream"], OTHER)
        for glyph in line["glyphs"]:
            draw_glyph(draw, glyph, colour, edges, scale)
    return Image.alpha_composite(picture.convert("RGBA"), over).convert("RGB")


def draw_glyph(draw, glyph, colour, edges, scale):
    x, y, width, height = glyph["box"]
    left, top = (x - edges[0]) * scale, (y - edges[1]) * scale
    right, bottom = left + width * scale, top + height * scale
    fill = (*colour, 70) if glyph["confidence"] < DOUBTFUL else None
    draw.rectangle([left, top, right, bottom], outline=(*colour, 255), width=2, fill=fill)
    font = ImageFont.truetype(FONT, max(9, round(0.28 * min(width, height) * scale)))
    draw.text((right - 2, top + 1), glyph["text"], font=font, fill=(*colour, 255), anchor="ra")


if __name__ == "__main__":
    main(*sys.argv[1:])
