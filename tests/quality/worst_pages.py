# SPDX-License-Identifier: GPL-3.0-or-later
"""The stretch of a drawn page that was read worst, as a picture: the scan, the truth, the reading. Only Han count, those
that stand there and those that do not."""
import io
from difflib import SequenceMatcher

from PIL import Image, ImageDraw, ImageFont

from page_truth import is_han, lines_of

STRETCH = 14  # characters of the truth shown
HEIGHT, PANEL, MARGIN = 400, 360, 16
WIDEST_SCAN = 460
TEXT_SIZE, PER_ROW = 30, 10
PAPER, INK, WRONG = "#fffdf8", "#1f1b16", "#a4322a"
FONT = "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"


def picture_of_worst(volume, page, read):
    """`volume` is the folder of a drawn book, `read` the PAGE file that was read of its `page`."""
    truth = [(char, box) for line in _text(volume / "truth" / f"{page}.xml") for char, box in line.boxes if is_han(char)]
    given = [char for line in (_text(read) if read.exists() else []) for char in line.text if is_han(char) or char == "〓"]
    right, at, added = _aligned([char for char, _ in truth], given)
    begin = max(range(max(1, len(truth) - STRETCH + 1)),
                key=lambda i: right[i : i + STRETCH].count(False) + sum(min(STRETCH, n) for n in added[i : i + STRETCH]))
    end = min(len(truth), begin + STRETCH)
    scan = _cut(_scan(volume, page), [box for _, box in truth[begin:end]])
    sheet = Image.new("RGB", (scan.width + PANEL + 3 * MARGIN, HEIGHT + 2 * MARGIN), PAPER)
    sheet.paste(scan, (MARGIN, MARGIN + (HEIGHT - scan.height) // 2))
    draw = ImageDraw.Draw(sheet)
    left = scan.width + 2 * MARGIN
    shown = [(truth[i][0], right[i]) for i in range(begin, end)]
    below = _written(draw, left, MARGIN, "truth", shown)
    matched = set(at[i] for i in range(begin, end) if right[i])
    stretch = range(*_read_stretch(at, added, begin, end, len(given)))
    _written(draw, left, below + 2 * MARGIN, "read", [(given[j], j in matched) for j in stretch])
    return sheet


def _text(path):
    return [line for line in lines_of(path) if line.stream in ("main", "note")]


def _aligned(truth, given):
    """For each character of the truth: was it read, where in what was read (or would have come next), and how many characters
    were read before it that do not stand there; those after the last count as before it."""
    right, at, added = [False] * len(truth), [0] * len(truth), [0] * len(truth)
    for kind, a, b, c, d in SequenceMatcher(None, truth, given, autojunk=False).get_opcodes():
        for i in range(a, b):
            right[i] = kind == "equal"
            at[i] = min(c + i - a, d)
        if truth and d - c > b - a:
            added[min(b, len(truth) - 1)] += d - c - (b - a)
    return right, at, added


def _read_stretch(at, added, begin, end, size):
    first = max(0, at[begin] - added[begin])
    last = at[end] if end < len(at) else size
    return first, min(max(last, first), first + 3 * PER_ROW)


def _scan(volume, page):
    for ending in (".jpg", ".png"):
        if (volume / f"{page}{ending}").exists():
            return Image.open(volume / f"{page}{ending}").convert("RGB")
    frame = int(page) - 1
    for path in volume.glob("*.tif"):
        picture = Image.open(path)
        picture.seek(frame)
        return picture.convert("RGB")
    path = next(volume.glob("*.pdf"))  # as the generator writes it: one JPEG a page
    parts = path.read_bytes().split(b"\xff\xd8\xff")[1:]
    return Image.open(io.BytesIO(b"\xff\xd8\xff" + parts[frame])).convert("RGB")


def _cut(scan, boxes):
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[2] for box in boxes), max(box[3] for box in boxes)
    edge = max(box[2] - box[0] for box in boxes)
    cut = scan.crop((max(0, left - edge), max(0, top - edge), min(scan.width, right + edge), min(scan.height, bottom + edge)))
    scale = min(HEIGHT / cut.height, WIDEST_SCAN / cut.width)
    return cut.resize((max(1, round(cut.width * scale)), max(1, round(cut.height * scale))), Image.LANCZOS)


def _written(draw, left, top, title, characters):
    """Rows of characters, the wrong ones in red; gives the lower edge."""
    draw.text((left, top), title, fill="#6b6255", font=ImageFont.truetype(FONT, 16))
    font = ImageFont.truetype(FONT, TEXT_SIZE)
    top += 24
    for number, (character, good) in enumerate(characters or [("–", True)]):
        place = (left + number % PER_ROW * (TEXT_SIZE + 4), top + number // PER_ROW * (TEXT_SIZE + 12))
        draw.text(place, character, fill=INK if good else WRONG, font=font)
    return top + ((max(1, len(characters)) - 1) // PER_ROW + 1) * (TEXT_SIZE + 12)
