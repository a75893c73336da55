# SPDX-License-Identifier: GPL-3.0-or-later
"""Fonts from Debian packages, one behind the other: a character missing in the first is taken from
the next, and one that none has is an error, so that no page ever shows an empty box."""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

FONT_ROOT = Path("/usr/share/fonts")
FONT_FILES = {
    "ming": ("truetype/cwtex/cwming.ttf", 0),
    "kai": ("truetype/cwtex/cwkai.ttf", 0),
    "fangsong": ("truetype/cwtex/cwfs.ttf", 0),
    "arphic-kai": ("truetype/arphic/ukai.ttc", 2),
    "arphic-ming": ("truetype/arphic/uming.ttc", 2),
    "cns-kai": ("truetype/cns11643/TW-Kai-98_1.ttf", 0),
    "cns-sung": ("truetype/cns11643/TW-Sung-98_1.ttf", 0),
    "cns-sung-b": ("truetype/cns11643/TW-Sung-Ext-B-98_1.ttf", 0),
    "cns-kai-b": ("truetype/cns11643/TW-Kai-Ext-B-98_1.ttf", 0),
    "hana-a": ("truetype/hanazono/HanaMinA.ttf", 0),
    "hana-b": ("truetype/hanazono/HanaMinB.ttf", 0),
    "noto-serif": ("opentype/noto/NotoSerifCJK-Regular.ttc", 3),
    "noto-serif-bold": ("opentype/noto/NotoSerifCJK-Bold.ttc", 3),
    "noto-serif-black": ("opentype/noto/NotoSerifCJK-Black.ttc", 3),
    "noto-latin": ("truetype/noto/NotoSerif-Regular.ttf", 0),
    "noto-tibetan": ("truetype/noto/NotoSerifTibetan-Regular.ttf", 0),
    "noto-sans-bold": ("opentype/noto/NotoSansCJK-Bold.ttc", 3),
}
# What each way of writing tries after its own first font.
KAI_AFTER = ("cns-kai", "arphic-kai", "cns-kai-b", "hana-a", "hana-b")
MING_AFTER = ("cns-sung", "arphic-ming", "cns-sung-b", "hana-a", "hana-b")


class MissingGlyph(LookupError):
    """A character that no font of the stack can draw."""


@lru_cache(maxsize=None)
def characters_of(name):
    """The code points a font really draws."""
    file, index = FONT_FILES[name]
    path = FONT_ROOT / file
    if not path.exists():
        raise FileNotFoundError(f"font {path} is missing; install scripts/packages.txt")
    with TTFont(path, fontNumber=index, lazy=True) as font:
        return frozenset(font.getBestCmap())


@lru_cache(maxsize=None)
def loaded(name, size):
    file, index = FONT_FILES[name]
    return ImageFont.truetype(
        str(FONT_ROOT / file), size, index=index, layout_engine=ImageFont.Layout.BASIC
    )


@dataclass(frozen=True)
class FontStack:
    """Fonts by name, the wanted one first."""

    names: tuple = field(default=("ming",) + MING_AFTER)

    def font_for(self, character):
        for name in self.names:
            if ord(character) in characters_of(name):
                return name
        raise MissingGlyph(f"no font of {self.names} has U+{ord(character):04X} {character}")

    @lru_cache(maxsize=4096)
    def tile(self, character, size):
        """The character in the middle of a square picture (mode L) of 1.5 times its size."""
        name = self.font_for(character)
        side = int(size * 1.5)
        picture = Image.new("L", (side, side), 0)
        font = loaded(name, size)
        # The em square is centred, not the ink, so that 一 and 、 stay where the font puts them.
        ascent, descent = font.getmetrics()
        advance = font.getlength(character)
        corner = ((side - advance) / 2, (side - (ascent + descent)) / 2)
        ImageDraw.Draw(picture).text(corner, character, font=font, fill=255)
        if picture.getbbox() is None and not character.isspace():
            raise MissingGlyph(f"font {name} draws nothing for U+{ord(character):04X} {character}")
        return picture

    def advance(self, character, size):
        """How far a horizontal row moves on after the character, in pixels."""
        return loaded(self.font_for(character), size).getlength(character)


def stack_of(first, after):
    return FontStack((first,) + tuple(name for name in after if name != first))
