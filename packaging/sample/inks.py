"""A small press for drawn pictures: blocks are cut with a slightly unsteady hand and printed one ink after another.

Coordinates are pixels of the finished picture (`WIDTH` by `HEIGHT`, origin in the upper left corner); angles are
radians, clockwise from the right. Everything random comes from the seed of the Sheet, so a picture is the same
in each run.
"""

import math
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

WIDTH, HEIGHT = 1600, 1100
MARGIN = 46
_FINE = 2  # blocks are cut at twice the size of the picture, for smooth edges
_SHADES = 40  # colours kept in the file: few inks and the steps between them

Point = tuple[float, float]
Ink = tuple[int, int, int]

PAPER: Ink = (240, 231, 212)
BLACK: Ink = (34, 36, 42)
SKY: Ink = (208, 166, 104)
ROSE: Ink = (206, 150, 118)
RIVER: Ink = (116, 142, 148)
HAZE: Ink = (158, 164, 156)
STONE: Ink = (196, 182, 152)
DUSK: Ink = (84, 98, 112)
NIGHT: Ink = (44, 56, 82)
LIGHT: Ink = (228, 190, 116)
OLIVE: Ink = (92, 98, 70)
BRICK: Ink = (158, 84, 62)


class Block:
    """One printing block. Nothing prints until something is raised; `cut=True` takes it away again."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.image = Image.new("L", (WIDTH * _FINE, HEIGHT * _FINE), 0)
        self._draw = ImageDraw.Draw(self.image)

    def shape(self, points: Iterable[Point], *, rough: float = 1.0, cut: bool = False) -> None:
        """A filled polygon whose long edges waver by up to `rough` pixels."""
        self._fill(_wavering(list(points), rough, self.rng), cut)

    def box(
        self, left: float, top: float, right: float, bottom: float, *, rough: float = 1.0, cut: bool = False
    ) -> None:
        """A filled rectangle."""
        self.shape([(left, top), (right, top), (right, bottom), (left, bottom)], rough=rough, cut=cut)

    def disc(
        self, x: float, y: float, across: float, down: float | None = None, *, cut: bool = False
    ) -> None:
        """A filled ellipse with half-axes `across` and `down` (a circle without `down`)."""
        down = across if down is None else down
        corners = [(x - across) * _FINE, (y - down) * _FINE, (x + across) * _FINE, (y + down) * _FINE]
        self._draw.ellipse(corners, fill=0 if cut else 255)

    def line(self, points: Iterable[Point], width: float, *, cut: bool = False) -> None:
        """A line of even width with rounded joints."""
        scaled = [(x * _FINE, y * _FINE) for x, y in points]
        self._draw.line(scaled, fill=0 if cut else 255, width=max(1, round(width * _FINE)), joint="curve")

    def stroke(self, start: Point, end: Point, width: float, *, bend: float = 0.0, cut: bool = False) -> None:
        """A mark of the gouge: pointed at both ends, `width` at its middle, bowed sideways by `bend`."""
        (x0, y0), (x1, y1) = start, end
        length = math.hypot(x1 - x0, y1 - y0) or 1.0
        across = ((y0 - y1) / length, (x1 - x0) / length)
        upper: list[Point] = []
        lower: list[Point] = []
        for step in range(9):
            part = step / 8
            swell = math.sin(math.pi * part)
            half = width / 2 * swell**0.7 * self.rng.uniform(0.8, 1.15)
            x = x0 + (x1 - x0) * part + across[0] * bend * swell
            y = y0 + (y1 - y0) * part + across[1] * bend * swell
            upper.append((x + across[0] * half, y + across[1] * half))
            lower.append((x - across[0] * half, y - across[1] * half))
        self._fill(upper + lower[::-1], cut)

    def hatch(
        self,
        area: tuple[float, float, float, float],
        *,
        angle: float,
        gap: float,
        length: float,
        width: float,
        cover: float = 0.8,
        cut: bool = False,
    ) -> None:
        """Rows of strokes over the rectangle `area` (left, top, right, bottom); `cover` is the part kept."""
        left, top, right, bottom = area
        along, across = (math.cos(angle), math.sin(angle)), (-math.sin(angle), math.cos(angle))
        middle = ((left + right) / 2, (top + bottom) / 2)
        reach = math.hypot(right - left, bottom - top) / 2
        row = -reach
        while row < reach:
            place = -reach - self.rng.uniform(0, length)
            while place < reach:
                size = length * self.rng.uniform(0.5, 1.3)
                x = middle[0] + along[0] * place + across[0] * row
                y = middle[1] + along[1] * place + across[1] * row
                end = (x + along[0] * size, y + along[1] * size)
                inside = left <= (x + end[0]) / 2 <= right and top <= (y + end[1]) / 2 <= bottom
                if inside and self.rng.random() < cover:
                    thick = width * self.rng.uniform(0.5, 1.25)
                    self.stroke((x, y), end, thick, bend=self.rng.uniform(-2.5, 2.5), cut=cut)
                place += size * self.rng.uniform(0.9, 1.15)
            row += gap * self.rng.uniform(0.75, 1.25)

    def rays(
        self, x: float, y: float, *, near: float, far: float, count: int, width: float, cut: bool = True
    ) -> None:
        """Strokes that run outward from a point, between the distances `near` and `far`."""
        for number in range(count):
            angle = 2 * math.pi * (number + self.rng.uniform(-0.3, 0.3)) / count
            place = near * self.rng.uniform(0.95, 1.3)
            while place < far:
                size = self.rng.uniform(0.1, 0.24) * far
                thick = width * (0.4 + place / far) * self.rng.uniform(0.5, 1.2)
                start = (x + math.cos(angle) * place, y + math.sin(angle) * place)
                end = (x + math.cos(angle) * (place + size), y + math.sin(angle) * (place + size))
                self.stroke(start, end, thick, cut=cut)
                place += size * self.rng.uniform(1.05, 1.5)

    def only_in(self, other: "Block") -> None:
        """Keep only what also lies on `other`."""
        self._replace(ImageChops.multiply(self.image, other.image))

    def without(self, other: "Block") -> None:
        """Cut away what lies on `other`."""
        self._replace(ImageChops.multiply(self.image, ImageChops.invert(other.image)))

    def _replace(self, image: Image.Image) -> None:
        self.image = image
        self._draw = ImageDraw.Draw(image)

    def _fill(self, points: Sequence[Point], cut: bool) -> None:
        self._draw.polygon([(x * _FINE, y * _FINE) for x, y in points], fill=0 if cut else 255)


class Sheet:
    """A sheet of paper that takes one ink after another, each within an uneven frame."""

    def __init__(self, seed: int, paper: Ink = PAPER) -> None:
        self.rng = random.Random(seed)
        self._noise = np.random.RandomState(seed)  # its stream is frozen, unlike that of newer generators
        self._picture = Image.new("RGB", (WIDTH, HEIGHT), paper)

    def block(self) -> Block:
        """A new block, with nothing raised on it."""
        return Block(self.rng)

    def press(self, block: Block, ink: Ink, *, wear: float = 0.3) -> None:
        """Print the block. `wear`, from 0 (none) to 1, is how worn the surface looks where ink does not take."""
        self._trim(block)
        mask = block.image.reduce(_FINE)
        if wear:
            mask = ImageChops.multiply(mask, self._grain(wear))
        self._picture.paste(ink, (0, 0), mask)

    def _trim(self, block: Block) -> None:
        """Cut away what lies outside a frame that is never quite straight nor quite in its place."""
        shift = self.rng.uniform(-1.5, 1.5)
        left, top, right, bottom = (
            MARGIN + shift,
            MARGIN - shift,
            WIDTH - MARGIN + shift,
            HEIGHT - MARGIN - shift,
        )
        block.box(-9, -9, left, HEIGHT + 9, rough=2.5, cut=True)
        block.box(right, -9, WIDTH + 9, HEIGHT + 9, rough=2.5, cut=True)
        block.box(-9, -9, WIDTH + 9, top, rough=2.5, cut=True)
        block.box(-9, bottom, WIDTH + 9, HEIGHT + 9, rough=2.5, cut=True)

    def save(self, path: Path) -> Path:
        """Write the picture as a PNG of few colours and return its path."""
        few = self._picture.quantize(
            colors=_SHADES, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
        )
        few.save(path, format="PNG", optimize=True)
        return path

    def _grain(self, wear: float) -> Image.Image:
        """White where ink takes: small specks, thick in some regions of the sheet and rare in others."""
        coarse = self._noise.random_sample((HEIGHT // 50, WIDTH // 50))
        clouds = Image.fromarray((coarse * 255).astype(np.uint8)).resize(
            (WIDTH // 2, HEIGHT // 2), Image.Resampling.BICUBIC
        )
        specks = Image.fromarray(self._noise.randint(0, 256, (HEIGHT // 2, WIDTH // 2)).astype(np.uint8))
        soft = np.asarray(specks.filter(ImageFilter.GaussianBlur(1.1)), dtype=np.float64)
        bare = soft - 127.5 > 70 - 45 * wear * (np.asarray(clouds) / 255.0)
        grain = Image.fromarray(np.where(bare, 0, 255).astype(np.uint8))
        return grain.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)


def arc(
    x: float, y: float, across: float, down: float, start: float, end: float, steps: int = 40
) -> list[Point]:
    """Points of an ellipse from the angle `start` to `end`."""
    angles = [start + (end - start) * step / steps for step in range(steps + 1)]
    return [(x + across * math.cos(angle), y + down * math.sin(angle)) for angle in angles]


def moved(points: Iterable[Point], x: float, y: float, size: float = 1.0) -> list[Point]:
    """The points enlarged by `size` and shifted so that their origin comes to (x, y); mirrored if size < 0."""
    return [(x + px * size, y + py * abs(size)) for px, py in points]


def _wavering(points: list[Point], rough: float, rng: random.Random) -> list[Point]:
    """The closed outline with its long edges broken up and each break shifted a little."""
    if not rough:
        return points
    result: list[Point] = []
    for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True):
        result.append((x0, y0))
        pieces = int(math.hypot(x1 - x0, y1 - y0) // 24)
        for piece in range(1, pieces):
            part = piece / pieces
            wobble = (rng.uniform(-rough, rough), rng.uniform(-rough, rough))
            result.append((x0 + (x1 - x0) * part + wobble[0], y0 + (y1 - y0) * part + wobble[1]))
    return result
