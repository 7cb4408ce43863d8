"""Three of the pictures: the Albanija palace, the railway station, a tank on Slavija."""

import math

from sample.inks import BLACK, BRICK, DUSK, HAZE, LIGHT, NIGHT, OLIVE, ROSE, STONE, WIDTH, Block, Sheet, arc
from sample.motifs import (
    RED,
    arched,
    clouds,
    cobbles,
    holes,
    red_flag,
    rubble,
    smoke,
    soldier,
    tricolour,
    water,
    woman,
)


def albania() -> Sheet:
    """The Albania palace at night, a flag on its roof, people gathering below."""
    sheet = Sheet(19, paper=(236, 222, 192))
    sky = sheet.block()
    sky.box(0, 0, WIDTH, 1100)
    for left, right, tip in ((40, 190, (560, 760)), (1500, 1580, (1090, 760)), (1180, 1270, (980, 760))):
        sky.shape([(left, 0), (right, 0), tip], rough=0, cut=True)
    veil = sheet.block()
    veil.hatch((0, 0, WIDTH, 800), angle=-0.5, gap=12, length=130, width=6, cover=0.75)
    sky.image.paste(255, (0, 0), veil.image)
    sky.hatch((0, 40, WIDTH, 760), angle=-0.5, gap=30, length=110, width=3, cover=0.5, cut=True)
    sheet.press(sky, NIGHT)
    _lit_houses(sheet)
    face = sheet.block()
    face.shape([(640, 210), (960, 210), (960, 900), (640, 900)], rough=0.5)
    face.shape([(470, 420), (640, 400), (640, 900), (470, 900)], rough=0.5)
    face.shape([(960, 400), (1130, 424), (1130, 900), (960, 900)], rough=0.5)
    sheet.press(face, STONE)
    key = sheet.block()
    _palace_shade(key)
    key.only_in(face)
    _albania_lines(key)
    sheet.press(key, BLACK, wear=0.12)
    lamps = sheet.block()
    for column, row in ((0, 3), (3, 5), (5, 2), (2, 8), (4, 9), (1, 6)):
        lamps.box(672 + column * 46, 262 + row * 54, 694 + column * 46, 290 + row * 54, rough=0)
    sheet.press(lamps, LIGHT, wear=0)
    tricolour(sheet, 804, 84, 150, 90)
    return sheet


def _lit_houses(sheet: Sheet) -> None:
    """The lower houses on both sides of the square, and the paving."""
    sides = sheet.block()
    rows = sheet.block()
    sides.shape(
        [(0, 430), (190, 470), (190, 440), (380, 480), (380, 560), (480, 560), (480, 930), (0, 980)], rough=1
    )
    sides.shape(
        [
            (1600, 400),
            (1420, 450),
            (1420, 480),
            (1240, 510),
            (1240, 580),
            (1120, 580),
            (1120, 930),
            (1600, 980),
        ],
        rough=1,
    )
    for left, step in ((50, 1), (1260, -1)):
        for column in range(7):
            for row in range(6):
                x, y = left + column * 48, 520 + row * 66 + (column * 6 if step > 0 else -column * 6)
                arched(rows, x, y, 19, 38)
                if rows.rng.random() < 0.5:
                    rows.stroke((x - 7, y + 12), (x + 7, y + 30), 3, cut=True)
    for start, end in (
        ((0, 436), (190, 476)),
        ((190, 448), (380, 488)),
        ((1600, 408), (1420, 458)),
        ((1420, 488), (1240, 518)),
    ):
        rows.line([start, end], 9)
    sides.hatch((0, 500, WIDTH, 930), angle=-0.9, gap=26, length=70, width=3, cover=0.4, cut=True)
    sheet.press(sides, DUSK)
    sheet.press(rows, BLACK)
    ground = sheet.block()
    ground.box(0, 900, WIDTH, 1100)
    cobbles(ground, (0, 906, WIDTH, 1070), cut=True)
    sheet.press(ground, DUSK)


def _palace_shade(key: Block) -> None:
    """The shaded surfaces of the palace."""
    key.hatch((950, 404, 1140, 910), angle=-1.0, gap=9, length=54, width=4.2, cover=0.85)
    key.hatch((890, 204, 962, 910), angle=-1.0, gap=13, length=36, width=3, cover=0.7)
    key.hatch((464, 404, 560, 910), angle=-1.0, gap=15, length=40, width=3, cover=0.6)
    key.hatch((600, 404, 640, 910), angle=-1.0, gap=9, length=44, width=4, cover=0.8)


def _albania_lines(key: Block) -> None:
    """The key block of the palace: windows, cornices, wires, the crowd."""
    for column in range(6):
        for row in range(12):
            x, y = 670 + column * 46, 258 + row * 54
            key.box(x, y, x + 26, y + 34, rough=0)
            key.stroke((x - 5, y + 40), (x + 31, y + 40), 3)
    for side, tilt in ((490, -0.1), (984, 0.12)):
        for column in range(3):
            for row in range(8):
                x, sill = side + column * 48, 446 + row * 54 + tilt * column * 43
                key.box(x, sill, x + 28, sill + 34, rough=0)
    for left, right, top in ((630, 970, 200), (462, 644, 398), (956, 1138, 402)):
        key.box(left, top, right, top + 13, rough=0.5)
    key.box(700, 172, 900, 204, rough=0.5)
    key.line([(804, 176), (804, 76)], 6)
    key.box(640, 888, 960, 912, rough=0.5)
    holes(key, (660, 240, 940, 860), count=12, size=17)
    for start, end in (((0, 300), (1600, 520)), ((0, 560), (1600, 330)), ((0, 350), (1600, 600))):
        key.stroke(start, end, 3.4, bend=40)
    for x in (210, 1384):
        key.line([(x, 960), (x, 380)], 9)
        key.line([(x - 60, 400), (x + 60, 400)], 6)
    _crowd(key)


def _crowd(key: Block) -> None:
    """People who come to the square, in three rows."""
    rng = key.rng
    for row, (base, size, count) in enumerate(((985, 0.9, 34), (1024, 1.15, 30), (1078, 1.5, 24))):
        for number in range(count):
            x = (number + rng.uniform(0.1, 0.9)) * WIDTH / count
            turned = size * rng.choice((-1, 1)) * rng.uniform(0.92, 1.08)
            (woman if rng.random() < 0.4 else soldier)(key, x, base + row * 4 + rng.uniform(-8, 8), turned)


def station() -> Sheet:
    """The railway station: a pock-marked front, a burnt roof, a clock that does not go."""
    sheet = Sheet(15)
    sky = sheet.block()
    sky.box(0, 0, WIDTH, 830)
    clouds(sky, (0, 70, WIDTH, 560), count=40, width=10)
    sheet.press(sky, ROSE)
    plume = sheet.block()
    smoke(plume, 440, 470, height=470, lean=-190, size=92)
    smoke(plume, 1250, 460, height=500, lean=130, size=60)
    sheet.press(plume, DUSK, wear=0.6)
    front = sheet.block()
    front.box(150, 470, 1450, 810, rough=0.6)
    front.shape([(560, 360), (1040, 360), (1040, 810), (560, 810)], rough=0.6)
    front.shape([(690, 364), (800, 296), (910, 364)], rough=0)
    front.box(130, 430, 300, 810, rough=0.6)
    front.box(1300, 430, 1470, 810, rough=0.6)
    sheet.press(front, LIGHT)
    ground = sheet.block()
    ground.box(0, 806, WIDTH, 1100)
    cobbles(ground, (0, 820, WIDTH, 1070), cut=True)
    for x, y, across in ((470, 930, 130), (1150, 996, 170)):
        ground.disc(x, y, across, across * 0.15, cut=True)
        water(ground, (x - across, y - 12, x + across * 0.8, y + 20), cover=0.5, cut=False)
    sheet.press(ground, DUSK)
    key = sheet.block()
    for left, right in ((556, 600), (126, 162), (300, 340), (1296, 1330), (1020, 1044), (1440, 1474)):
        key.hatch((left, 360, right, 810), angle=1.2, gap=9, length=34, width=3, cover=0.8)
    key.only_in(front)
    _station_lines(key)
    _station_square(key)
    sheet.press(key, BLACK, wear=0.12)
    red_flag(sheet, 807, 188, 108, 56)
    return sheet


def _station_lines(key: Block) -> None:
    """Roofs, cornices, windows, the clock and the marks of shells on the front."""
    for left, right, top in (
        (130, 300, 424),
        (1300, 1470, 424),
        (300, 560, 466),
        (1040, 1300, 466),
        (548, 1052, 356),
    ):
        key.box(left, top, right, top + 11, rough=0.4)
    key.shape([(1040, 466), (1056, 420), (1290, 420), (1300, 466)], rough=1)
    for left in (122, 1292):
        key.shape([(left, 426), (left + 40, 372), (left + 146, 372), (left + 186, 426)], rough=1)
    key.shape([(548, 358), (600, 312), (1000, 312), (1052, 358)], rough=1)
    key.shape([(676, 362), (800, 284), (924, 362)], rough=0)
    key.shape([(706, 360), (800, 300), (894, 360)], rough=0, cut=True)
    for x in range(306, 560, 26):
        key.line([(x, 466), (x + 22, 424 + key.rng.uniform(-6, 22))], 4)
    key.line([(310, 440), (430, 428), (470, 446)], 4)
    key.disc(800, 402, 31)
    key.disc(800, 402, 25, cut=True)
    key.line([(800, 402), (786, 412)], 4)
    key.line([(800, 402), (784, 388)], 3)
    for x in (*range(350, 560, 52), *range(1066, 1290, 52), 172, 215, 258, 1342, 1385, 1428):
        arched(key, x, 510, 24, 84)
        arched(key, x, 664, 26, 120)
    for x in (610, 662, 938, 990):
        arched(key, x, 446, 28, 96)
        arched(key, x, 640, 30, 146)
    for x in (736, 800, 864):
        arched(key, x, 462, 38, 96)
        arched(key, x, 622, 50, 188)
    for y in (620, 792):
        key.line([(130, y), (1470, y)], 4)
    for x in (584, 636, 688, 912, 964, 1016):
        key.line([(x, 372), (x, 800)], 2.4)
    for x in (*range(350, 560, 52), *range(1066, 1290, 52), 172, 215, 258, 1342, 1385, 1428):
        key.stroke((x - 20, 604), (x + 20, 604), 4)
    holes(key, (160, 485, 1440, 780), count=80, size=21)
    key.line([(804, 300), (804, 184)], 5)


def _station_square(key: Block) -> None:
    """What stands before the station: tram rails, lamps, soldiers, a cart, a cat."""
    for shift in (0, 44):
        key.line(arc(820 + shift, 1420, 1150, 520, -2.9, -0.3, 60), 5)
        key.line(arc(820 + shift, 1420, 1130, 500, -2.9, -0.3, 60), 2.4)
    for x in (250, 1350):
        key.line([(x, 880), (x, 640)], 7)
        key.disc(x, 634, 15, 20)
        key.disc(x, 634, 8, 12, cut=True)
    for x, y, size in (
        (520, 880, 0.9),
        (566, 886, -0.95),
        (905, 870, 0.85),
        (1010, 930, 1.2),
        (1064, 938, -1.25),
    ):
        soldier(key, x, y, size)
    for number in range(9):
        soldier(key, 640 + number * 24, 832 + number % 2 * 4, 0.55)
    woman(key, 330, 930, 1.2)
    rubble(key, -60, 300, 1080, 130)
    rubble(key, 1330, 1700, 1090, 150)
    cat = [
        (-16, 0), (-19, -14), (-14, -30), (-6, -42), (-5, -52), (-8, -66), (-1, -59), (7, -59), (14, -67), (14, -51),
        (10, -43), (13, -26), (12, -6), (15, 0),
    ]  # fmt: skip
    key.shape([(752 + x, 1000 + y) for x, y in cat], rough=0)
    key.line(arc(724, 992, 16, 9, 0.6, 3.6, 10), 4.5)


def tank() -> Sheet:
    """A tank on Slavija square at daybreak, a tram without glass, a clock stopped at twenty to three."""
    sheet = Sheet(14)
    sky = sheet.block()
    sky.box(0, 0, WIDTH, 760)
    sky.rays(1250, 640, near=150, far=1300, count=76, width=8)
    sheet.press(sky, HAZE)
    houses = sheet.block()
    _slavija_houses(houses)
    sheet.press(houses, DUSK)
    tram = sheet.block()
    tram.shape([(1120, 470), (1490, 470), (1506, 500), (1506, 740), (1106, 740), (1106, 500)], rough=0.5)
    for x in range(1130, 1480, 62):
        tram.box(x, 512, x + 46, 610, rough=0, cut=True)
    tram.stroke((1110, 640), (1502, 640), 10, cut=True)
    sheet.press(tram, BRICK)
    ground = sheet.block()
    ground.box(0, 728, WIDTH, 1100)
    cobbles(ground, (0, 740, WIDTH, 1070), cut=True)
    sheet.press(ground, STONE)
    hull = sheet.block()
    _tank_shape(hull)
    sheet.press(hull, OLIVE)
    key = sheet.block()
    _tank_shade(key)
    key.only_in(hull)
    _tank_lines(key)
    sheet.press(key, BLACK, wear=0.12)
    star = sheet.block()
    tips = [
        (math.cos(n * math.pi / 5 - math.pi / 2), math.sin(n * math.pi / 5 - math.pi / 2)) for n in range(10)
    ]
    star.shape(
        [
            (600 + x * (30 if n % 2 == 0 else 12), 560 + y * (30 if n % 2 == 0 else 12))
            for n, (x, y) in enumerate(tips)
        ],
        rough=0,
    )
    sheet.press(star, RED, wear=0)
    return sheet


def _slavija_houses(houses: Block) -> None:
    """Low town houses round the square, with smoke behind them."""
    rng = houses.rng
    smoke(houses, 270, 480, height=480, lean=90, size=92)
    left = 0.0
    while left < WIDTH:
        wide, top = rng.uniform(120, 210), rng.uniform(400, 520)
        houses.box(left, top, left + wide, 740, rough=1)
        houses.shape(
            [(left - 6, top), (left + 26, top - 52), (left + wide - 26, top - 52), (left + wide + 6, top)],
            rough=1,
        )
        houses.line([(left, top + 3), (left + wide, top + 3)], 3, cut=True)
        for x in range(int(left) + 26, int(left + wide) - 16, 40):
            for y in range(int(top) + 34, 660, 84):
                houses.box(x - 9, y, x + 9, y + 44, rough=0, cut=True)
                houses.box(x - 6, y + 4, x + 6, y + 40, rough=0)
        houses.line([(left + wide, top), (left + wide, 740)], 2, cut=True)
        left += wide
    houses.hatch((0, 680, WIDTH, 740), angle=0, gap=12, length=60, width=3, cover=0.5, cut=True)


def _tank_shape(hull: Block) -> None:
    """The lit surfaces of the tank."""
    hull.shape(
        [(196, 770), (246, 640), (330, 628), (884, 628), (1010, 742), (1000, 800), (200, 800)], rough=0.6
    )
    hull.shape(
        [(398, 632), (430, 506), (520, 470), (700, 470), (790, 520), (806, 590), (770, 632)], rough=0.6
    )
    hull.shape([(792, 526), (1238, 392), (1245, 416), (806, 574)], rough=0.3)


def _tank_lines(key: Block) -> None:
    """The key block of the tank: tracks, wheels, shading, the man in the hatch, the stopped clock."""
    track = [
        (150, 800),
        (186, 748),
        (270, 730),
        (930, 730),
        (1024, 752),
        (1052, 806),
        (1010, 880),
        (930, 916),
        (270, 916),
        (186, 880),
    ]
    key.shape(track, rough=0.8)
    for x in (292, 430, 568, 706, 844):
        key.disc(x, 838, 66, cut=True)
        key.disc(x, 838, 60)
        key.disc(x, 838, 44, cut=True)
        key.disc(x, 838, 38)
        for n in range(8):
            turn = n * math.pi / 4
            key.disc(x + 24 * math.cos(turn), 838 + 24 * math.sin(turn), 5, cut=True)
    for x, radius in ((204, 36), (984, 40)):
        key.disc(x, 806, radius, cut=True)
        key.disc(x, 806, radius - 7)
        key.disc(x, 806, radius - 20, cut=True)
    for x in range(280, 930, 26):
        key.line([(x, 904), (x + 5, 916)], 3, cut=True)
        key.line([(x, 732), (x + 5, 744)], 3, cut=True)
    outline = [(196, 770), (246, 640), (330, 628), (884, 628), (1010, 742)]
    key.line(outline, 6)
    key.line([(398, 632), (430, 506), (520, 470), (700, 470), (790, 520), (806, 590), (770, 632)], 6)
    key.line([(792, 526), (1238, 392), (1245, 416), (806, 574)], 5)
    key.shape([(1222, 390), (1248, 382), (1260, 418), (1234, 427)], rough=0)
    key.line([(770, 500), (812, 520), (820, 570), (800, 600)], 7)
    key.line([(330, 690), (900, 690)], 3)
    for x in (360, 520, 680):
        key.box(x, 656, x + 96, 684, rough=0.6)
        key.stroke((x + 6, 664), (x + 90, 664), 4, cut=True)
    key.box(500, 450, 602, 474, rough=0.5)
    _player(key, 552, 452)
    _tank_surroundings(key)


def _tank_shade(key: Block) -> None:
    """The shaded surfaces of the tank."""
    key.hatch((200, 630, 1020, 800), angle=1.9, gap=15, length=40, width=3.4, cover=0.5)
    key.hatch((390, 540, 560, 640), angle=1.9, gap=8, length=46, width=4, cover=0.8)
    key.hatch((690, 470, 820, 640), angle=1.9, gap=8, length=50, width=4, cover=0.85)
    key.hatch((380, 600, 820, 640), angle=1.9, gap=8, length=26, width=4, cover=0.8)
    key.hatch((800, 400, 1250, 580), angle=-0.33, gap=40, length=150, width=8, cover=0.5)


def _player(key: Block, x: float, y: float) -> None:
    """A man to the waist in the hatch at (x, y), in a padded helmet, playing the accordion."""
    coat = [(-26, 0), (-31, -34), (-22, -54), (-8, -60), (8, -60), (21, -53), (30, -34), (26, 0)]
    key.shape([(x + px, y + py) for px, py in coat], rough=0)
    key.disc(x + 2, y - 76, 16, 19)
    key.stroke((x + 9, y - 82), (x + 15, y - 68), 7, cut=True)
    for shift in (-8, -1):
        key.stroke((x + shift, y - 92), (x + shift + 2, y - 64), 2.4, cut=True)
    key.shape([(x + 8, y - 44), (x + 76, y - 58), (x + 88, y - 14), (x + 16, y - 2)], rough=0)
    for fold in range(7):
        top = (x + 24 + fold * 7, y - 43 - fold * 1.4)
        key.line([top, (top[0] + 6, top[1] + 34)], 1.9, cut=True)
    key.shape([(x - 54, y + 2), (x - 72, y - 52), (x - 62, y - 55), (x - 42, y + 2)], rough=0)


def _tank_surroundings(key: Block) -> None:
    """Shadow and rails on the ground, tram lines, the street clock, riders and onlookers."""
    key.hatch((130, 908, 1120, 962), angle=0.02, gap=8, length=110, width=8, cover=0.9)
    key.line([(0, 1010), (1600, 930)], 7)
    key.line([(0, 1056), (1600, 968)], 7)
    key.line([(0, 1003), (1600, 923)], 2)
    key.line([(1106, 744), (1506, 744)], 10)
    for x in (1190, 1420):
        key.disc(x, 756, 26)
        key.disc(x, 756, 12, cut=True)
    key.shape([(1120, 470), (1490, 470), (1476, 448), (1134, 448)], rough=0.4)
    key.line([(1106, 500), (1106, 740), (1506, 740), (1506, 500)], 5)
    key.line([(1290, 448), (1330, 388), (1290, 340)], 4)
    key.stroke((0, 300), (1600, 350), 3.4, bend=14)
    key.line([(120, 930), (120, 300)], 12)
    key.disc(120, 262, 56)
    key.disc(120, 262, 46, cut=True)
    for n in range(12):
        turn = n * math.pi / 6
        key.line(
            [
                (120 + 38 * math.cos(turn), 262 + 38 * math.sin(turn)),
                (120 + 44 * math.cos(turn), 262 + 44 * math.sin(turn)),
            ],
            3,
        )
    key.line([(120, 262), (144, 270)], 6)
    key.line([(120, 262), (88, 281)], 4)
    key.hatch((1100, 776, 1520, 800), angle=0.0, gap=7, length=70, width=6, cover=0.9)
    for x, y, size in ((1340, 862, 1.72), (1470, 850, -1.66)):
        soldier(key, x, y, size)
    woman(key, 1404, 866, 1.64)
