"""Three of the pictures: the Victor above the rivers, the Sava bridge, a ruined street near the bank."""

import math

from sample.inks import BLACK, BRICK, DUSK, HAZE, RIVER, ROSE, SKY, STONE, WIDTH, Block, Sheet, arc
from sample.motifs import (
    RED,
    clouds,
    cobbles,
    red_flag,
    rubble,
    smoke,
    soldier,
    tree,
    tricolour,
    water,
    woman,
)


def victor() -> Sheet:
    """The Victor on his column above the meeting of the Sava and the Danube, at sunset."""
    sheet = Sheet(1944)
    sky = sheet.block()
    sky.box(0, 0, WIDTH, 640)
    sky.rays(1080, 560, near=120, far=1150, count=84, width=9)
    sky.disc(1080, 560, 88, cut=True)
    sheet.press(sky, SKY)
    sun = sheet.block()
    sun.disc(1080, 560, 74)
    sheet.press(sun, RED)
    river = sheet.block()
    river.box(0, 612, WIDTH, 930)
    water(river, (0, 618, WIDTH, 930), cover=0.55)
    for row in range(15):
        half = 70 - row * 1.5
        river.stroke((1080 - half, 640 + row * 17), (1080 + half, 641 + row * 17), 7, cut=True)
    sheet.press(river, RIVER)
    far = sheet.block()
    far.shape([(0, 590), (240, 578), (520, 588), (760, 600), (760, 622), (0, 630)])
    far.box(404, 528, 426, 590)
    far.shape([(398, 532), (432, 532), (415, 492)], rough=0)
    for x in range(840, 1560, 17):
        far.disc(x + far.rng.uniform(-5, 5), 624, 17, far.rng.uniform(14, 32))
    far.box(780, 624, 1600, 670, rough=0, cut=True)
    far.shape([(800, 626), (860, 618), (1600, 614), (1600, 664), (980, 648)])
    far.hatch((0, 560, WIDTH, 660), angle=0.05, gap=9, length=46, width=3, cover=0.5, cut=True)
    sheet.press(far, DUSK)
    cloud = sheet.block()
    smoke(cloud, 716, 594, height=640, lean=150, size=74)
    sheet.press(cloud, DUSK, wear=0.6)
    sheet.press(_terrace(sheet), BLACK, wear=0.12)
    return sheet


def _terrace(sheet: Sheet) -> Block:
    """The key block of the first picture: wall, column, figure, trees, two women."""
    key = sheet.block()
    key.shape([(0, 800), (560, 846), (900, 826), (1600, 890), (1600, 1100), (0, 1100)], rough=2)
    for row in range(9):
        y = 880 + row * 26
        slope = 0.012
        key.line([(0, y), (WIDTH, y + WIDTH * slope)], 2.2, cut=True)
        for x in range(-30 + row % 2 * 34, WIDTH, 68):
            key.line([(x, y + x * slope), (x + key.rng.uniform(-3, 3), y + 26 + x * slope)], 1.8, cut=True)
    for half, top in ((96, 800), (80, 772), (64, 744), (52, 690)):
        key.box(560 - half, top, 560 + half, 850, rough=0.5)
    key.box(528, 330, 592, 700, rough=0.4)
    key.shape([(520, 344), (600, 344), (612, 318), (508, 318)], rough=0)
    key.box(518, 290, 602, 320, rough=0.4)
    for number, x in enumerate((588, 580, 571, 561, 550)):
        key.stroke((x, 352), (x, 690), 4.6 - number * 0.7, cut=True)
    for half, top in ((92, 806), (76, 778), (60, 750)):
        key.line([(560 + half * 0.1, top), (560 + half, top)], 3.5, cut=True)
    for y in (704, 720):
        key.stroke((572, y), (608, y), 5, cut=True)
    _victor_figure(key, 560, 292)
    tree(key, 150, 860, 165, 21, -1.45)
    tree(key, 1490, 910, 190, 24, -1.72)
    woman(key, 1010, 842, 0.95)
    woman(key, 1038, 845, -0.9)
    return key


def _victor_figure(key: Block, x: float, y: float) -> None:
    """A standing man, his feet at (x, y): a falcon on the raised left hand, a sword held point down."""
    body = [
        (-15, 0), (-13, -40), (-16, -76), (-17, -96), (-21, -126), (-27, -104), (-29, -84), (-35, -85), (-33, -108),
        (-27, -138), (-15, -147), (-5, -150), (-6, -156), (-9, -166), (-4, -176), (5, -177), (10, -169), (8, -158),
        (5, -150), (16, -146), (26, -134), (39, -124), (50, -134), (54, -129), (41, -112), (28, -116), (17, -126),
        (14, -98), (15, -76), (12, -40), (14, 0), (4, 0), (0, -62), (-5, 0),
    ]  # fmt: skip
    key.shape([(x + px, y + py) for px, py in body], rough=0)
    key.line([(x - 32, y - 92), (x - 36, y - 8)], 4)
    key.line([(x - 40, y - 78), (x - 25, y - 77)], 4)
    bird = [
        (46, -134),
        (43, -146),
        (49, -158),
        (56, -162),
        (64, -157),
        (59, -154),
        (62, -142),
        (70, -124),
        (58, -132),
    ]
    key.shape([(x + px, y + py) for px, py in bird], rough=0)
    for start, end in (
        ((9, -138), (8, -104)),
        ((8, -92), (9, -52)),
        ((9, -46), (11, -6)),
        ((22, -128), (34, -119)),
    ):
        key.stroke((x + start[0], y + start[1]), (x + end[0], y + end[1]), 3, cut=True)


def bridge() -> Sheet:
    """The Sava bridge, whole, on a smoky morning; cut cables hang from it."""
    sheet = Sheet(20)
    sky = sheet.block()
    sky.box(0, 0, WIDTH, 700)
    clouds(sky, (0, 80, WIDTH, 640), count=44, width=9)
    sheet.press(sky, HAZE)
    sun = sheet.block()
    sun.disc(330, 380, 66)
    for row in range(8):
        sun.stroke((250, 396 + row * 9), (410, 394 + row * 9), 2.5 + row * 0.4, cut=True)
    sheet.press(sun, RED)
    far = sheet.block()
    _far_bank(far)
    sheet.press(far, DUSK)
    river = sheet.block()
    river.box(0, 690, WIDTH, 1100)
    water(river, (0, 700, WIDTH, 1080), cover=0.5)
    sheet.press(river, RIVER)
    shade = sheet.block()
    for number in range(130):
        part = number / 130
        x = 320 + 960 * part + shade.rng.uniform(-12, 12)
        y = 760 + 150 * math.sin(math.pi * part) * shade.rng.uniform(0.86, 1.05)
        shade.stroke((x - 42, y), (x + 42, y + 1), 6)
    for x in (330, 1270):
        for row in range(19):
            half = 62 * shade.rng.uniform(0.6, 1.1)
            shade.stroke((x - half, 748 + row * 12), (x + half, 748 + row * 12), 7)
    water(shade, (0, 726, WIDTH, 800), cover=0.5, cut=False)
    sheet.press(shade, DUSK)
    key = sheet.block()
    _span(key)
    sheet.press(key, BLACK, wear=0.12)
    red_flag(sheet, 803, 226, 104, 54)
    return sheet


def _far_bank(far: Block) -> None:
    """The town on its ridge: roofs, the spire of the cathedral, the walls of the fortress at the left."""
    rng = far.rng
    far.shape([(0, 560), (230, 548), (420, 590), (700, 560), (1100, 580), (1600, 520), (1600, 720), (0, 720)])
    for step in range(58):
        x = 250 + step * 24 + rng.uniform(-6, 6)
        top = 545 + 30 * math.sin(step / 6) - rng.uniform(0, 46)
        wide = rng.uniform(22, 44)
        far.box(x, top, x + wide, 700, rough=0)
        far.shape([(x - 3, top), (x + wide / 2, top - rng.uniform(8, 20)), (x + wide + 3, top)], rough=0)
    far.box(1050, 420, 1080, 620, rough=0)
    far.shape(
        [(1046, 424), (1056, 390), (1062, 352), (1065, 306), (1068, 352), (1074, 390), (1084, 424)], rough=0
    )
    far.shape([(0, 520), (70, 514), (74, 500), (96, 500), (100, 514), (230, 524), (230, 600), (0, 600)])
    for _number in range(240):
        x, y = rng.uniform(250, 1600), rng.uniform(545, 660)
        far.stroke((x, y), (x, y + 9), 3.6, cut=True)
    far.hatch((0, 520, 240, 700), angle=0.04, gap=10, length=40, width=2.8, cover=0.6, cut=True)
    far.hatch((240, 640, WIDTH, 720), angle=0.02, gap=11, length=46, width=3.2, cover=0.5, cut=True)
    smoke(far, 1390, 540, height=620, lean=-190, size=84)


def _span(key: Block) -> None:
    """The key block of the bridge: arch, hangers, deck, piers, the near bank, soldiers on the deck."""
    upper = arc(800, 640, 486, 316, -math.pi, 0, 60)
    lower = arc(800, 640, 456, 286, -math.pi, 0, 60)
    key.shape(upper + lower[::-1], rough=0)
    for x in range(370, 1260, 48):
        top = 640 - 300 * math.sqrt(max(0.0, 1 - ((x - 800) / 472) ** 2))
        key.line([(x, top), (x, 640)], 4)
    key.box(0, 632, WIDTH, 662, rough=0.6)
    key.line([(0, 612), (WIDTH, 612)], 2.5)
    for x in range(20, WIDTH, 24):
        key.line([(x, 612), (x, 634)], 2)
        key.stroke((x, 647), (x + 18, 647), 3.4, cut=True)
    key.line(arc(800, 640, 474, 305, -2.2, -0.5, 40), 3, cut=True)
    for x in (330, 1270):
        key.shape([(x - 58, 660), (x + 58, 660), (x + 70, 800), (x - 70, 800)], rough=1.5)
        for row in range(6):
            y = 680 + row * 21
            key.line([(x - 60, y), (x + 60, y)], 1.8, cut=True)
            for stone in range(-52 + row % 2 * 16, 60, 32):
                key.line([(x + stone, y), (x + stone, y + 21)], 1.6, cut=True)
        key.hatch((x + 6, 670, x + 60, 796), angle=1.5, gap=9, length=26, width=4, cover=0.6, cut=True)
    for start in (520, 548, 1010):
        drop = key.rng.uniform(60, 110)
        key.line([(start + 14 * math.sin(part / 3), 660 + drop * part / 12) for part in range(13)], 2.6)
    for number in range(11):
        soldier(key, 930 - number * 47 + key.rng.uniform(-9, 9), 634, -0.62 - 0.04 * (number % 3))
    key.line([(800, 330), (800, 216)], 5)
    key.shape(
        [(0, 960), (240, 948), (560, 1000), (900, 1030), (1600, 1046), (1600, 1100), (0, 1100)], rough=3
    )
    key.hatch((0, 962, 900, 1060), angle=0.14, gap=13, length=60, width=4, cover=0.45, cut=True)
    for _number in range(90):
        reed = abs(key.rng.gauss(0, 260))
        foot = 985 + reed * 0.05
        key.stroke(
            (reed, foot), (reed + key.rng.uniform(-20, 34), foot - key.rng.uniform(50, 190)), 4.4, bend=9
        )
    key.shape([(1080, 930), (1110, 962), (1330, 962), (1376, 920), (1300, 934), (1150, 940)], rough=1)
    key.line([(1120, 948), (1330, 944)], 3, cut=True)


def ruins() -> Sheet:
    """A ruined street near the river, flags in its windows, people stacking bricks."""
    sheet = Sheet(22)
    sky = sheet.block()
    sky.box(0, 0, WIDTH, 800)
    sky.rays(800, 640, near=70, far=1000, count=64, width=8)
    sheet.press(sky, ROSE)
    far = sheet.block()
    smoke(far, 905, 600, height=640, lean=130, size=80)
    far.box(784, 430, 816, 700, rough=0)
    far.shape([(780, 434), (792, 392), (800, 322), (808, 392), (820, 434)], rough=0)
    far.shape(
        [
            (690, 760),
            (690, 570),
            (716, 540),
            (770, 540),
            (776, 590),
            (826, 590),
            (832, 552),
            (888, 552),
            (910, 580),
            (910, 760),
        ]
    )
    for x in range(706, 900, 26):
        for y in (604, 652, 700):
            far.box(x, y, x + 11, y + 24, rough=0, cut=True)
    sheet.press(far, DUSK)
    walls = sheet.block()
    _broken_row(walls, mirrored=False)
    _broken_row(walls, mirrored=True)
    sheet.press(walls, BRICK, wear=0.6)
    ground = sheet.block()
    ground.shape([(0, 900), (690, 740), (910, 740), (1600, 900), (1600, 1100), (0, 1100)])
    cobbles(ground, (0, 756, WIDTH, 1070), cut=True)
    sheet.press(ground, STONE)
    key = sheet.block()
    for mirrored in (False, True):
        shade = sheet.block()
        _broken_row(shade, mirrored=mirrored)
        lines = sheet.block()
        area = (0.0, 60.0, 700.0, 940.0) if not mirrored else (900.0, 60.0, 1600.0, 940.0)
        lines.hatch(
            area, angle=1.15 if mirrored else 1.9, gap=12 if mirrored else 20, length=60, width=5, cover=0.8
        )
        lines.only_in(shade)
        key.image.paste(255, (0, 0), lines.image)
    _ruin_details(key)
    sheet.press(key, BLACK, wear=0.12)
    for x, y, wide, tall in ((176, 360, 84, 190), (420, 480, 60, 132), (590, 566, 38, 84)):
        pole = sheet.block()
        pole.line([(x - wide * 0.3, y + 3), (x + wide * 1.15, y - 5)], wide / 14)
        sheet.press(pole, BLACK, wear=0)
        tricolour(sheet, x, y, wide, tall, hanging=True)
    return sheet


def _broken_row(walls: Block, *, mirrored: bool) -> None:
    """One side of the street in perspective: broken upper edges, empty windows."""

    def at(depth: float, level: float) -> tuple[float, float]:
        x = 690 * (1 - (1 - depth) ** 1.5)
        top, foot = 90 + 470 * (x / 690), 900 - 160 * (x / 690)
        return (WIDTH - x if mirrored else x), foot + (top - foot) * level

    jags = (
        1.0,
        0.96,
        1.02,
        0.82,
        0.88,
        0.6,
        0.66,
        0.9,
        0.98,
        0.94,
        0.7,
        0.5,
        0.58,
        0.84,
        0.9,
        0.76,
        0.86,
        0.64,
        0.8,
    )
    if mirrored:
        jags = jags[7:] + jags[:7]
    crest = [at(number / 18, jag) for number, jag in enumerate(jags)]
    walls.shape([at(0, 0), *crest, at(1, 0)], rough=4)
    for column in range(13):
        for row in range(4):
            low = 0.13 + row * 0.215
            near, away = (column + 0.28) / 13, (column + 0.74) / 13
            if walls.rng.random() < 0.88:
                walls.shape(
                    [at(near, low), at(near, low + 0.135), at(away, low + 0.135), at(away, low)],
                    rough=1,
                    cut=True,
                )


def _ruin_details(key: Block) -> None:
    """Rubble, a bent lamp, tram wire, and the people at work."""
    rubble(key, -220, 420, 1010, 210)
    rubble(key, 1200, 1830, 1020, 240)
    rubble(key, 480, 640, 800, 50)
    rubble(key, 950, 1110, 812, 60)
    key.line([(1150, 940), (1150, 600), (1142, 520), (1112, 474), (1068, 464)], 9)
    key.disc(1058, 474, 15, 19)
    key.line([(0, 230), (460, 420), (800, 520)], 2.6)
    key.line([(1600, 180), (1130, 400), (800, 520)], 2.6)
    key.line([(1130, 400), (1090, 560), (1104, 700)], 2.2)
    for x, y, size in ((760, 790, 0.5), (792, 786, -0.48), (842, 792, 0.5)):
        soldier(key, x, y, size)
    woman(key, 560, 960, 1.6)
    woman(key, 960, 900, -1.15)
    soldier(key, 1040, 950, 1.5)
    woman(key, 690, 860, 0.85)
    for row in range(5):
        for stack in range(6 - row % 2):
            x, y = 620 + stack * 25 + row % 2 * 12, 952 - row * 13
            key.box(x, y, x + 22, y + 10, rough=0)
    key.shape([(585, 905), (612, 905), (607, 940), (590, 940)], rough=0)
    for _number in range(26):
        left, top = key.rng.uniform(420, 1200), key.rng.uniform(960, 1050)
        end = (left + key.rng.uniform(10, 30), top + key.rng.uniform(-4, 4))
        key.stroke((left, top), end, key.rng.uniform(4, 9))
