# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the truth of a page as PAGE XML 2019-07-15, in the words of engine/formats: what PAGE has no
place for stands in `custom` as `wenlan {…}`, entities as `person {offset:0; length:2; …}`."""

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr, escape

from .page_model import united

NAMESPACE = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"
REGION_ELEMENTS = {
    "text": ("TextRegion", "paragraph"),
    "head-margin": ("TextRegion", "marginalia"),
    "fold-strip": ("TextRegion", "header"),
    "headline": ("TextRegion", "heading"),
    "seal": ("GraphicRegion", "stamp"),
    "illustration": ("ImageRegion", None),
    "table": ("TableRegion", None),
}
PAGE_TYPES = {"text": "content", "blank": "blank", "cover": "front-cover", "picture": "other",
              "table": "content"}
DIRECTIONS = {
    "horizontal-ltr": ("left-to-right", "top-to-bottom"),
    "horizontal-rtl": ("right-to-left", "top-to-bottom"),
    "vertical-rl": ("top-to-bottom", "right-to-left"),
}


@dataclass
class _Piece:
    """The part of an entity that one line holds, in characters."""

    line: int
    offset: int
    length: int


def page_xml(page, file, size):
    """The whole document; `file` is the ScanFile, `size` the scan's width and height."""
    return _Writer(page, file, size).document()


class _Writer:
    def __init__(self, page, file, size):
        self.page, self.file, self.size = page, file, size
        self.truth, self.bend = page.truth, page.bend
        self.entity_blocks = self._entities()

    def document(self):
        regions = range(len(self.truth.regions))
        order = "".join(f'<RegionRefIndexed index="{i}" regionRef="r{i + 1}"/>' for i in regions)
        reading = f'<ReadingOrder><OrderedGroup id="order">{order}</OrderedGroup></ReadingOrder>\n'
        return (
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<PcGts xmlns="{NAMESPACE}">\n<Metadata><Creator>samples/generator</Creator>'
            "<Created>1970-01-01T00:00:00</Created><LastChange>1970-01-01T00:00:00</LastChange>\n"
            '<MetadataItem type="imageProperties" name="frame" '
            f'value="{self.file.frame}"/></Metadata>\n'
            f'<Page imageFilename="{self.file.name}" imageWidth="{self.size[0]}" '
            f'imageHeight="{self.size[1]}" type="{PAGE_TYPES[self.truth.kind]}" '
            f'custom="wenlan {{id:{self.page.name}; kind:{self.truth.kind};}}">\n'
            + (reading if regions else "")
            + self._relations()
            + "".join(self._region(i) for i in regions)
            + "".join(self._mark(i, mark) for i, mark in enumerate(self.truth.marks, 1))
            + "</Page>\n</PcGts>\n"
        )

    def _relations(self):
        """Who is whose child, between lines that are still on the page."""
        place = {id(line): i + 1 for i, line in enumerate(self.truth.lines)}
        known = [(place[id(child)], place[id(father)]) for child, father in self.truth.children
                 if id(child) in place and id(father) in place]
        links = "".join(
            f'<Relation id="link{i}" type="link" custom="wenlan {{kind:child-of;}}">'
            f'<SourceRegionRef regionRef="l{child}"/><TargetRegionRef regionRef="l{father}"/></Relation>\n'
            for i, (child, father) in enumerate(known, 1))
        return f"<Relations>{links}</Relations>\n" if links else ""

    def _region(self, index):
        region = self.truth.regions[index]
        lines = [(i, line) for i, line in enumerate(self.truth.lines) if line.region == index]
        box = region.box or (united([line.box for _, line in lines]) if lines else (0, 0, 2, 2))
        element, type_name = REGION_ELEMENTS[region.kind]
        inside = "".join(self._line(i, line) for i, line in lines)
        own = f'custom="wenlan {{kind:{region.kind}; mode:{region.mode};}}"'
        kind = f' type="{type_name}"' if type_name else ""
        coords = f'<Coords points="{self._points(self.bend.outline(box))}"/>\n'
        if element == "TextRegion":
            reading, order = DIRECTIONS[region.mode]
            kind += f' readingDirection="{reading}" textLineOrder="{order}"'
        elif lines:  # PAGE lets only text regions hold lines
            inside = (
                f'<TextRegion id="r{index + 1}_lines" custom="wenlan {{holder:yes;}}">{coords}'
                f"{inside}</TextRegion>\n"
            )
        return f'<{element} id="r{index + 1}"{kind} {own}>{coords}{inside}</{element}>\n'

    def _mark(self, number, mark):
        kind = "handwritten-annotation" if mark.ink == "red" else "other"
        return (
            f'<GraphicRegion id="m{number}" type="{kind}" '
            f'custom="wenlan {{mark:{mark.kind}; ink:{mark.ink};}}">'
            f'<Coords points="{self._corners(mark.box)}"/></GraphicRegion>\n'
        )

    def _line(self, index, line):
        own = [("order", index), ("stream", line.stream), ("mode", line.mode),
               ("column", line.column)]
        if line.note_segment is not None:
            own += [("segment", line.note_segment), ("half", line.note_half)]
        custom = "wenlan {" + " ".join(f"{key}:{value};" for key, value in own) + "}"
        custom += "".join(self.entity_blocks.get(index, []))
        points = self._points(self.bend.outline(line.box))
        glyphs = "".join(self._glyph(index, i, glyph) for i, glyph in enumerate(line.glyphs))
        text = escape(line.text)
        return (
            f'<TextLine id="l{index + 1}" readingDirection="{DIRECTIONS[line.mode][0]}" '
            f'custom={quoteattr(custom)}><Coords points="{points}"/>\n'
            f'<Word id="l{index + 1}_w1"><Coords points="{points}"/>{glyphs}</Word>\n'
            f"<TextEquiv><Unicode>{text}</Unicode></TextEquiv></TextLine>\n"
        )

    def _glyph(self, line, index, glyph):
        return (
            f'<Glyph id="l{line + 1}_g{index + 1}"><Coords points="{self._corners(glyph.box)}"/>'
            f"<TextEquiv><Unicode>{escape(glyph.text)}</Unicode></TextEquiv></Glyph>"
        )

    def _corners(self, box):
        left, top, right, bottom = self.bend.box(box)
        left, top = max(0, round(left)), max(0, round(top))
        right, bottom = min(self.size[0], round(right)), min(self.size[1], round(bottom))
        return f"{left},{top} {right},{top} {right},{bottom} {left},{bottom}"

    @staticmethod
    def _points(outline):
        return " ".join(f"{round(x)},{round(y)}" for x, y in outline)

    def _entities(self):
        """The custom blocks of each line. An entity cut by the page's end keeps the part here."""
        pieces = {}
        for number, line in enumerate(self.truth.lines):
            for offset, glyph in enumerate(line.glyphs):
                if glyph.mark is None:
                    continue
                known = pieces.setdefault(glyph.mark, [])
                if known and known[-1].line == number:
                    known[-1].length += 1
                else:
                    known.append(_Piece(number, offset, 1))
        blocks = {}
        for number, (mark, parts) in enumerate(pieces.items(), 1):
            name = "".join(self.truth.lines[part.line].text[part.offset :][: part.length]
                           for part in parts)
            for part in parts:
                told = f" order:{number - 1}; name:{name};" if part is parts[0] else " continued:yes;"
                blocks.setdefault(part.line, []).append(
                    f" {mark.kind} {{offset:{part.offset}; length:{part.length}; id:e{number};{told}}}"
                )
        return blocks
