# SPDX-License-Identifier: GPL-3.0-or-later
"""A lineage table 世系圖: generations are rows from the top, persons hang from their fathers by lines,
elder brothers to the right."""

from .columns import write_column
from .markup import Char


class Lineage:
    """Who is whose child, and the place of each in rows and columns (counted from the right)."""

    def __init__(self, rows):
        """`rows`: the generations' names, then a father and his children each."""
        self.generations = rows[0]
        self.children = {row[0]: row[1:] for row in rows[1:]}
        self.place = {}
        self.width = 0
        self._lay(rows[1][0], 0)

    def _lay(self, name, row):
        kids = self.children.get(name, [])
        for kid in kids:
            self._lay(kid, row + 1)
        if kids:
            column = (self.place[kids[0]][1] + self.place[kids[-1]][1]) / 2
        else:
            column = self.width
            self.width += 1
        self.place[name] = (row, column)

    def row(self, number):
        """Names of one generation, right to left."""
        return sorted((n for n, (r, _) in self.place.items() if r == number),
                      key=lambda n: self.place[n][1])


def other_lineage(rng):
    """Another clan: four or five generations, no more than nine persons wide, all names different."""
    count = int(rng.integers(4, 6))
    first = "允士繼大文元世永"
    second = [c for c in "模楷林榮宗祖善昌賢武恭經綸章明德順達安吉良才福壽康寧仁義禮信忠孝"]
    rng.shuffle(second)
    rows = [[f"十{n}世" for n in "四五六七八"[:count]], [first[0] + second.pop()]]
    fathers, spare = [rows[1][0]], 8
    for generation in range(1, count):
        sons = []
        for father in fathers:
            least = int(father == fathers[0])
            kids = int(rng.integers(least, 4))
            kids = max(least, min(kids, 1 + spare))
            spare -= max(0, kids - 1)
            names = [first[generation] + second.pop() for _ in range(min(kids, len(second)))]
            if not names:
                continue
            sons += names
            if father == rows[1][0] and generation == 1:
                rows[1] += names
            else:
                rows.append([father, *names])
        fathers = sons
    return Lineage(rows)


def draw_lineage(sheet, truth, lineage, area, size, fonts, hand, rules="red"):
    """Fills `area` (left, top, right, bottom); the rightmost strip names the generations. `rules`:
    the ink of the lines between them."""
    left, top, right, bottom = area
    region = truth.add_region("table", box=area)
    rows = len(lineage.generations)
    row_height = (bottom - top) / rows
    pitch = (right - left) / (lineage.width + 1.2)
    step = size * 1.1

    def x_of(column):
        return right - (column + 1.7) * pitch

    lines = {}
    for number, name in enumerate(lineage.generations):
        y = top + number * row_height
        if number:
            sheet.rule((left, y), (right, y), 2, layer=rules)
        label = truth.add_line(region, "main", column=truth.next_column())
        write_column(sheet, label, [Char(c) for c in name], right - 0.55 * pitch, y + 0.16 * row_height,
                     size, step, fonts, hand=hand)
        for person in lineage.row(number):
            start = y + 0.34 * row_height
            line = truth.add_line(region, "main", column=truth.columns - 1)
            lines[person] = line
            x = x_of(lineage.place[person][1])
            end = write_column(sheet, line, [Char(c) for c in person], x, start, size, step, fonts,
                               hand=hand)
            _hang_children(sheet, lineage, person, (x, end + 8), y + row_height * 1.22, x_of)
            if number:
                sheet.rule((x, y + row_height * 0.22), (x, start - 6), 2.5)
    truth.children += [(lines[child], lines[father]) for father, kids in lineage.children.items()
                       for child in kids]
    sheet.rule((right - 1.1 * pitch, top), (right - 1.1 * pitch, bottom), 2, layer=rules)
    sheet.frame(area, 4, layer=rules)


def _hang_children(sheet, lineage, person, start, beam, x_of):
    kids = lineage.children.get(person, [])
    if not kids:
        return
    sheet.rule(start, (start[0], beam), 2.5)
    ends = [x_of(lineage.place[kid][1]) for kid in kids]
    if len(ends) > 1:
        sheet.rule((max(ends), beam), (min(ends), beam), 2.5)
