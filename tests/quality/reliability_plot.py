# SPDX-License-Identifier: GPL-3.0-or-later
"""Expected against real rates as an SVG, both axes logarithmic."""
import numpy as np

SIZE, MARGIN = 420, 56
LEAST, MOST = 0.001, 1.0
GROUPS = 8
COLOURS = ("#35598f", "#a4322a", "#4d7a34", "#8a6a1f")
SHAPES = ("circle", "square", "triangle", "diamond")


def reliability_plot(series):
    """`series` of (name, expected rates, real rates)."""
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE + MARGIN + 32} {SIZE + MARGIN + 16}" '
             f'font-family="sans-serif" font-size="13">',
             f'<rect width="100%" height="100%" fill="#fffdf8"/>', *_axes()]
    for number, (name, expected, real) in enumerate(series):
        colour, shape = COLOURS[number], SHAPES[number]
        for x, y in _groups(expected, real):
            parts.append(_mark(shape, _x(x), _y(y), colour))
        row = 28 + 22 * number
        parts.append(_mark(shape, MARGIN + 20, row, colour))
        parts.append(f'<text x="{MARGIN + 34}" y="{row + 4}" fill="#1f1b16">{name} ({len(expected)} pages)</text>')
    return "\n".join([*parts, "</svg>\n"])


def _groups(expected, real):
    """Means of both over equal parts of the pages, in the order of what was expected."""
    order = np.argsort(expected, kind="stable")
    for part in np.array_split(order, min(GROUPS, len(order))):
        yield float(np.mean(np.asarray(expected)[part])), float(np.mean(np.asarray(real)[part]))


def _share(rate):
    return (np.log(min(MOST, max(LEAST, rate))) - np.log(LEAST)) / (np.log(MOST) - np.log(LEAST))


def _x(rate):
    return round(MARGIN + SIZE * float(_share(rate)), 1)


def _y(rate):
    return round(16 + SIZE * (1 - float(_share(rate))), 1)


def _axes():
    yield f'<path d="M{_x(LEAST)} {_y(LEAST)}L{_x(MOST)} {_y(MOST)}" stroke="#a89f8e" stroke-dasharray="5 4"/>'
    for rate in (0.001, 0.01, 0.1, 1):
        label = f"{100 * rate:g} %"
        yield f'<path d="M{_x(rate)} {_y(LEAST)}V{_y(MOST)}M{_x(LEAST)} {_y(rate)}H{_x(MOST)}" stroke="#e4dccb"/>'
        yield f'<text x="{_x(rate)}" y="{_y(LEAST) + 18}" text-anchor="middle" fill="#6b6255">{label}</text>'
        yield f'<text x="{MARGIN - 6}" y="{_y(rate) + 4}" text-anchor="end" fill="#6b6255">{label}</text>'
    yield f'<text x="{MARGIN + SIZE / 2}" y="{SIZE + 50}" text-anchor="middle" fill="#1f1b16">expected</text>'
    yield (f'<text transform="translate(14 {16 + SIZE / 2}) rotate(-90)" text-anchor="middle" fill="#1f1b16">real</text>')


def _mark(shape, x, y, colour):
    if shape == "circle":
        return f'<circle cx="{x}" cy="{y}" r="5" fill="{colour}"/>'
    if shape == "square":
        return f'<rect x="{x - 4.5}" y="{y - 4.5}" width="9" height="9" fill="{colour}"/>'
    if shape == "diamond":
        return f'<path d="M{x} {y - 6.5}l6.5 6.5l-6.5 6.5l-6.5 -6.5z" fill="{colour}"/>'
    return f'<path d="M{x - 6} {y + 5}h12l-6 -11z" fill="{colour}"/>'
