"""Things that return from picture to picture: people, trees, smoke, flags, windows, water."""

import math

from sample.inks import Block, Ink, Point, Sheet, arc, moved

RED: Ink = (164, 58, 46)
BLUE: Ink = (62, 84, 116)
WHITE: Ink = (246, 240, 226)

_SOLDIER: list[Point] = [
    (-7, 0), (-5, -26), (-8, -48), (-12, -30), (-16, -32), (-12, -60), (-5, -66), (-5, -70), (-7, -76), (-8, -82),
    (-2, -86), (5, -84), (8, -78), (5, -75), (4, -68), (11, -62), (16, -40), (13, -34), (9, -50), (8, -26), (12, 0),
    (5, 0), (1, -28), (-1, 0),
]  # fmt: skip
_WOMAN: list[Point] = [
    (-13, -4), (-9, -40), (-11, -58), (-6, -66), (-4, -68), (-7, -76), (-5, -84), (2, -87), (7, -81), (5, -72),
    (4, -67), (10, -60), (9, -42), (14, -4), (6, -3), (6, 0), (2, 0), (1, -3), (-4, -3), (-4, 0), (-8, 0), (-8, -3),
]  # fmt: skip


def soldier(block: Block, x: float, y: float, size: float = 1.0, *, cut: bool = False) -> None:
    """A man with a rifle on his shoulder, his feet at (x, y); 86 pixels tall at size 1, mirrored if negative."""
    block.shape(moved(_SOLDIER, x, y, size), rough=0, cut=cut)
    muzzle, butt = moved([(-20, -100), (12, -40)], x, y, size)
    block.line([muzzle, butt], 2.6 * abs(size), cut=cut)


def woman(block: Block, x: float, y: float, size: float = 1.0, *, cut: bool = False) -> None:
    """A woman in coat and headscarf, her feet at (x, y)."""
    block.shape(moved(_WOMAN, x, y, size), rough=0, cut=cut)


def tree(block: Block, x: float, y: float, length: float, width: float, angle: float = -math.pi / 2) -> None:
    """A bare tree with its foot at (x, y)."""
    rng = block.rng
    end = (x + math.cos(angle) * length, y + math.sin(angle) * length)
    half, across = width / 2, (-math.sin(angle), math.cos(angle))
    left = [
        (x + across[0] * half, y + across[1] * half),
        (end[0] + across[0] * half * 0.72, end[1] + across[1] * half * 0.72),
    ]
    right = [
        (end[0] - across[0] * half * 0.72, end[1] - across[1] * half * 0.72),
        (x - across[0] * half, y - across[1] * half),
    ]
    block.shape(left + right, rough=0)
    block.disc(*end, half * 0.72)
    if width < 1.4:
        return
    for side in (-1, 1, rng.choice((-1, 1))):
        turn = side * rng.uniform(0.18, 0.62)
        tree(block, *end, length * rng.uniform(0.62, 0.84), width * rng.uniform(0.56, 0.7), angle + turn)


def smoke(block: Block, x: float, y: float, *, height: float, lean: float, size: float) -> None:
    """A column of smoke that rises from (x, y), leans by `lean` pixels and grows to puffs of radius `size`."""
    rng = block.rng
    puffs: list[tuple[float, float, float]] = []
    for step in range(26):
        part = step / 25
        radius = size * (0.12 + 0.88 * part**0.8) * rng.uniform(0.7, 1.15)
        sway = math.sin(part * 5) * size * 0.35 + rng.uniform(-0.5, 0.5) * radius
        puffs.append((x + lean * part**1.4 + sway, y - height * part, radius))
    for px, py, radius in puffs:
        block.disc(px, py, radius, radius * 0.9)
    for px, py, radius in puffs:
        for ring in (0.86, 0.62, 0.38):
            first = rng.uniform(2.6, 3.4)
            curve = arc(px, py, radius * ring, radius * ring * 0.9, first, first + rng.uniform(1.0, 1.9), 8)
            block.line(curve, max(1.2, radius * 0.05), cut=True)


def clouds(block: Block, area: tuple[float, float, float, float], *, count: int, width: float) -> None:
    """Long flat strokes cut out of a sky, in drifts."""
    left, top, right, bottom = area
    rng = block.rng
    for _number in range(count):
        x, y = rng.uniform(left, right), rng.uniform(top, bottom)
        for row in range(rng.randint(3, 7)):
            size = rng.uniform(70, 260)
            start = (x + rng.uniform(-90, 90) - size / 2, y + row * width * 1.9)
            block.stroke(start, (start[0] + size, start[1] - 4), width, bend=rng.uniform(-7, 2), cut=True)


def water(
    block: Block, area: tuple[float, float, float, float], *, cover: float = 0.7, cut: bool = True
) -> None:
    """Ripples: short level strokes that grow toward the viewer."""
    left, top, right, bottom = area
    rng = block.rng
    y = top
    while y < bottom:
        depth = (y - top) / (bottom - top)
        x = left - rng.uniform(0, 90)
        while x < right:
            size = (24 + 90 * depth) * rng.uniform(0.5, 1.4)
            if rng.random() < cover:
                block.stroke((x, y), (x + size, y + rng.uniform(-1, 1)), 2 + 4.5 * depth, cut=cut)
            x += size * rng.uniform(0.9, 1.6)
        y += 6 + 12 * depth


def tricolour(
    sheet: Sheet, x: float, y: float, width: float, height: float, *, hanging: bool = False
) -> None:
    """The blue, white and red flag with a star, its upper left corner at (x, y); `hanging` turns its bands upright."""
    for number, ink in enumerate((BLUE, WHITE, RED)):
        band = sheet.block()
        if hanging:
            step = width / 3
            left = x + number * step
            band.shape(_waving((left, y), (left, y + height), step, upright=True), rough=0)
        else:
            step = height / 3
            top = y + number * step
            band.shape(_waving((x, top), (x + width, top), step, upright=False), rough=0)
        sheet.press(band, ink, wear=0)
    star = sheet.block()
    points = arc(x + width * 0.5, y + height * 0.5, 1, 1, -math.pi / 2, 1.5 * math.pi, 10)[:10]
    radius = min(width, height) * 0.26
    middle = (x + width * 0.5, y + height * 0.5 + (0 if hanging else height * 0.06))
    ends = [(px - x - width * 0.5, py - y - height * 0.5) for px, py in points]
    reach = [radius if number % 2 == 0 else radius * 0.42 for number in range(10)]
    star.shape(
        [(middle[0] + px * r, middle[1] + py * r) for (px, py), r in zip(ends, reach, strict=True)], rough=0
    )
    sheet.press(star, RED, wear=0)


def red_flag(sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
    """A plain red flag, its upper left corner at (x, y)."""
    cloth = sheet.block()
    cloth.shape(_waving((x, y), (x + width, y), height, upright=False), rough=0)
    for fold in (0.28, 0.66):
        cloth.stroke(
            (x + width * fold, y + height * 0.12), (x + width * (fold + 0.05), y + height), 2.5, cut=True
        )
    sheet.press(cloth, RED, wear=0)


def holes(block: Block, area: tuple[float, float, float, float], *, count: int, size: float) -> None:
    """Marks of shells and bullets on a wall, the largest of radius `size`."""
    left, top, right, bottom = area
    rng = block.rng
    for _number in range(count):
        x, y, radius = rng.uniform(left, right), rng.uniform(top, bottom), size * rng.uniform(0.12, 1.0) ** 2
        angles = [turn * math.pi / 7 + rng.uniform(-0.15, 0.15) for turn in range(14)]
        reach = [
            radius * rng.uniform(0.68, 0.85) if turn % 2 else radius * rng.uniform(0.8, 1.1)
            for turn in range(14)
        ]
        block.shape(
            [(x + r * math.cos(a), y + r * math.sin(a)) for a, r in zip(angles, reach, strict=True)], rough=0
        )
        for _crack in range(int(radius / 6)):
            turn = rng.uniform(0, 2 * math.pi)
            start = (x + math.cos(turn) * radius * 0.8, y + math.sin(turn) * radius * 0.8)
            block.stroke(start, (x + math.cos(turn) * radius * 1.7, y + math.sin(turn) * radius * 1.7), 2)


def _waving(start: Point, end: Point, step: float, *, upright: bool) -> list[Point]:
    """The outline of one band of a flag that moves in the wind."""
    near: list[Point] = []
    far: list[Point] = []
    for number in range(17):
        part = number / 16
        sway = math.sin(part * 6.6) * 0.16 * step * (0.3 + part)
        x = start[0] + (end[0] - start[0]) * part + (sway if upright else 0)
        y = start[1] + (end[1] - start[1]) * part + (0 if upright else sway * 1.6)
        near.append((x, y))
        far.append((x + step, y) if upright else (x, y + step))
    return near + far[::-1]


def arched(block: Block, x: float, top: float, width: float, height: float, *, cut: bool = False) -> None:
    """An upright opening with a round head, centred on x."""
    half = width / 2
    head = arc(x, top + half, half, half, -math.pi, 0, 14)
    block.shape([*head, (x + half, top + height), (x - half, top + height)], rough=0, cut=cut)


def cobbles(block: Block, area: tuple[float, float, float, float], *, cut: bool = False) -> None:
    """Paving: rows of short bowed strokes that grow toward the viewer."""
    left, top, right, bottom = area
    rng = block.rng
    y = top
    while y < bottom:
        depth = (y - top) / (bottom - top)
        size = 12 + 34 * depth
        x = left - rng.uniform(0, size)
        while x < right:
            if rng.random() < 0.62:
                end = (x + size * 0.8, y + rng.uniform(-1.5, 1.5))
                block.stroke((x, y), end, 1.6 + 3.2 * depth, bend=-size * 0.16, cut=cut)
            x += size
        y += 7 + 17 * depth


def rubble(block: Block, left: float, right: float, base: float, height: float) -> None:
    """A heap of broken masonry between `left` and `right`, `height` above `base` at its middle."""
    rng = block.rng
    middle, half = (left + right) / 2, (right - left) / 2
    ridge = [(left, base)]
    for number in range(1, 30):
        x = left + (right - left) * number / 30
        rise = height * (1 - abs((x - middle) / half) ** 1.6)
        ridge.append((x, base - rise * rng.uniform(0.86, 1.04)))
    block.shape([*ridge, (right, base)], rough=3)
    for x, y in ridge[2:-1:2]:
        size, turn = rng.uniform(0.06, 0.14) * (height + 50), rng.uniform(-0.8, 0.8)
        corners = [(turn + corner, size * rng.uniform(0.7, 1.2)) for corner in (0.5, 2.6, 3.7, 5.8)]
        block.shape([(x + r * math.cos(a), y + size * 0.2 + r * math.sin(a)) for a, r in corners], rough=0)
    for _number in range(int(height / 40)):
        x, turn = rng.uniform(left + half * 0.4, right - half * 0.4), rng.uniform(-2.3, -0.8)
        block.line(
            [
                (x, base - height * 0.6),
                (x + math.cos(turn) * height * 0.8, base - height * 0.6 + math.sin(turn) * height * 0.7),
            ],
            5,
        )
    for _number in range(int((right - left) * height / 700)):
        x = rng.uniform(left, right)
        rise = max(4.0, height * (1 - ((x - middle) / half) ** 2))
        y = base - rng.uniform(0, rise * 0.9)
        size, turn = rng.uniform(6, 22), rng.uniform(-0.7, 0.7)
        dx, dy = math.cos(turn) * size, math.sin(turn) * size
        block.stroke((x, y), (x + dx, y + dy), rng.uniform(2.5, 6), cut=True)
