"""shrink_pictures.py FROM TO: PNGs of FROM as small PNGs in TO, each under 400 kB.

Few colours first, then fewer pixels: a scan loses less by its palette than by its size. The
palette covers what is rare too, or the one red of a hit would be lost among the paper's browns.
"""
import io
import pathlib
import sys

from PIL import Image

MOST_BYTES = 400_000
WIDTHS = (1200, 1040, 900, 760)
COLOURS = (256, 128, 64)


def written(picture, width, colours):
    height = round(picture.height * width / picture.width)
    small = picture.resize((width, height), Image.LANCZOS) if width < picture.width else picture
    out = io.BytesIO()
    small.quantize(colours, Image.Quantize.MAXCOVERAGE, kmeans=2, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def shrink(source, target):
    picture = Image.open(source).convert("RGB")
    for width in WIDTHS:
        for colours in COLOURS:
            data = written(picture, width, colours)
            if len(data) < MOST_BYTES:
                target.write_bytes(data)
                print(f"{target}  {len(data) // 1000} kB, {min(width, picture.width)} px, {colours} colours")
                return
    sys.exit(f"{source} cannot be made smaller than {MOST_BYTES} bytes")


def main(source, target):
    for file in sorted(pathlib.Path(source).glob("*.png")):
        shrink(file, pathlib.Path(target) / file.name)


main(*sys.argv[1:])
