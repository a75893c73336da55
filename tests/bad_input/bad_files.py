"""Makes good and bad picture files. Everything is drawn here; nothing is read from elsewhere."""
import io
import os
import pathlib

import numpy
from PIL import Image, ImageDraw, ImageFont

Image.MAX_IMAGE_PIXELS = None
FONT = "/usr/share/fonts/truetype/arphic/uming.ttc"
COLUMNS = ["天地玄黃宇宙洪荒", "日月盈昃辰宿列張", "寒來暑往秋收冬藏", "雲騰致雨露結為霜"]


def page(columns=COLUMNS, character=64):
    """A vertical page, right to left, black on warm white."""
    pitch = character * 3 // 2
    picture = Image.new("RGB", (pitch * (len(columns) + 2), character * 13), (238, 232, 215))
    draw = ImageDraw.Draw(picture)
    font = ImageFont.truetype(FONT, character)
    for number, column in enumerate(columns):
        x = picture.width - pitch * (number + 2) + (pitch - character) // 2
        for place, letter in enumerate(column):
            draw.text((x, character * (2 + place * 1.15)), letter, (30, 28, 25), font=font)
    return picture


def encoded(picture, form, **options):
    buffer = io.BytesIO()
    picture.save(buffer, form, **options)
    return buffer.getvalue()


def cut(data, share):
    return data[:int(len(data) * share)]


def sixteen_bit_png():
    grey = numpy.asarray(page().convert("L")).astype(numpy.uint16) * 257
    return encoded(Image.fromarray(grey), "PNG")


def clear_png():
    """Black writing whose paper is clear: on black it could not be read."""
    grey = numpy.asarray(page().convert("L"))
    rgba = numpy.zeros((*grey.shape, 4), numpy.uint8)
    rgba[..., 3] = numpy.where(grey < 128, 255, 0)
    return encoded(Image.fromarray(rgba), "PNG")


def encrypted_pdf():
    """Asks for a password that nobody knows."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
               b"<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <" + b"a" * 64 + b"> /U <" + b"b" * 64 + b"> >>"]
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + b"xref\n0 5\n0000000000 65535 f \n" + table + (
        b"trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<00> <00>] >>\nstartxref\n%d\n%%%%EOF\n" % len(out))


def huge_jpeg(folder):
    """20,000 x 15,000: a page in the middle of a very large sheet."""
    sheet = Image.new("RGB", (20000, 15000), (238, 232, 215))
    small = page(character=900)
    sheet.paste(small, ((20000 - small.width) // 2, (15000 - small.height) // 2))
    file = pathlib.Path(folder) / "huge.jpg"
    sheet.save(file, quality=70)
    return file


def write(folder, name, data):
    """Writes a file whose name may be any bytes; gives its whole name as bytes."""
    whole = os.path.join(os.fsencode(folder), os.fsencode(name))
    with open(whole, "wb") as file:
        file.write(data)
    return whole


# name: (bytes, code): what must be refused, and what the refusal is called in reports
def broken_files():
    good = page()
    jpeg = encoded(good, "JPEG", quality=85)
    return {
        "zero.jpg": (b"", "empty_file"),
        "text.jpg": ("這是一段文字，不是影像。\n".encode() * 20, "unknown_format"),
        "cut.jpg": (cut(jpeg, 0.6), "damaged_file"),
        "cut-head.jpg": (cut(jpeg, 0.01), "damaged_file"),
        "cut.tif": (cut(encoded(good, "TIFF"), 0.6), "damaged_file"),
        "cut-lzw.tif": (cut(encoded(good, "TIFF", compression="tiff_lzw"), 0.9), "damaged_file"),
        "cut.pdf": (cut(encoded(good, "PDF", resolution=200), 0.6), "damaged_file"),
        "cut.png": (cut(encoded(good, "PNG"), 0.6), "damaged_file"),
        "cut.jp2": (cut(encoded(good, "JPEG2000"), 0.5), "damaged_file"),
        "cut.webp": (cut(encoded(good, "WEBP"), 0.6), "damaged_file"),
        "cut.bmp": (cut(encoded(good, "BMP"), 0.6), "damaged_file"),
        "dot.png": (encoded(Image.new("RGB", (1, 1)), "PNG"), "image_too_small"),
        "secret.pdf": (encrypted_pdf(), "encrypted_file"),
    }


# name: bytes of what must be read and gives the text of the page
def unusual_files():
    good = page()
    two_tone = good.convert("L").point(lambda level: 255 * (level > 128)).convert("1")
    pages = [good, page(COLUMNS[:2])]
    return {
        "deep.png": sixteen_bit_png(),
        "cmyk.jpg": encoded(good.convert("CMYK"), "JPEG", quality=90),
        "cmyk.tif": encoded(good.convert("CMYK"), "TIFF"),
        "clear.png": clear_png(),
        "two-tone.tif": encoded(two_tone, "TIFF", compression="group4"),
        "palette.png": encoded(good.quantize(16, dither=Image.Dither.NONE), "PNG"),
        "pages.tif": encoded(pages[0], "TIFF", save_all=True, append_images=pages[1:]),
        "pages.pdf": encoded(pages[0], "PDF", resolution=150, save_all=True, append_images=pages[1:]),
        "two thousand.jp2": encoded(good, "JPEG2000"),
        "a.webp": encoded(good, "WEBP"),
        "a.bmp": encoded(good, "BMP"),
    }


# name: bytes of what is no failure and holds no writing
def empty_pictures():
    return {
        "black.png": encoded(Image.new("RGB", (900, 1200), (0, 0, 0)), "PNG"),
        "white.png": encoded(Image.new("RGB", (900, 1200), (255, 255, 255)), "PNG"),
        "strip.png": encoded(Image.new("RGB", (30000, 200), (238, 232, 215)), "PNG"),
    }
