"""The ink of a rendered page, in millimetres: what stands on paper, not what the engine believes."""

import pypdfium2
import pytest

DPI = 600
MM = 25.4 / DPI
DARK = 200
POINT_IN_MM = 25.4 / 72
SAME_LINE = 2.0
"""Points by which the boxes of one line may differ in height."""
TOLERANCE = 0.5
"""Half a millimetre, where the standard allows one."""


TYPE_FOOT = 265.0
"""Millimetres from the top: the type area ends at 262, the page number begins at 267."""
THICKEST_RULE, LEAST_RULE = 0.6, 100.0
"""Millimetres by which a rule is told from text."""


class Ink:
    """Strips of ink on a page, top to bottom: (top, bottom, left, right) in millimetres."""

    def __init__(self, pdf, number):
        with pypdfium2.PdfDocument(pdf) as read:
            picture = read[number - 1].render(scale=DPI / 72).to_pil().convert("L")
        self.dark = picture.point(lambda value: 255 if value < DARK else 0)
        self.strips = list(self._strips())

    def _strips(self):
        width, height = self.dark.size
        column = self.dark.resize((1, height), resample=4, box=(0, 0, width, height), reducing_gap=None).tobytes()
        rows = [at for at, value in enumerate(column) if value or self.dark.crop((0, at, width, at + 1)).getbbox()]
        if not rows:
            return
        start = previous = rows[0]
        for at in [*rows[1:], height + 2]:
            if at != previous + 1:
                box = self.dark.crop((0, start, width, previous + 1)).getbbox()
                yield start * MM, (previous + 1) * MM, box[0] * MM, box[2] * MM
                start = at
            previous = at

    @property
    def numbered(self):
        """Whether anything stands below the type area."""
        return bool(self.strips) and self.strips[-1][0] > TYPE_FOOT

    @property
    def rules(self):
        """The strips that are thin and wide: rules."""
        return [
            strip for strip in self.strips if strip[1] - strip[0] < THICKEST_RULE and strip[3] - strip[2] > LEAST_RULE
        ]


def near(value):
    """A length in millimetres, as the standard wants it."""
    return pytest.approx(value, abs=TOLERANCE)


class Characters:
    """The characters of a page as a PDF reader finds them: `lines` of (character, left, right) by baseline."""

    def __init__(self, pdf, number):
        with pypdfium2.PdfDocument(pdf) as read:
            page = read[number - 1]
            self.height = page.get_height()
            found = page.get_textpage()
            self.boxes = [
                (found.get_text_range(at, 1), *found.get_charbox(at, loose=True)) for at in range(found.count_chars())
            ]
        self.lines = list(self._lines())

    def _lines(self):
        line, low = [], None
        for char, left, bottom, right, _ in self.boxes:
            if not char.strip():
                continue
            if low is not None and abs(bottom - low) > SAME_LINE:
                yield line
                line = []
            line.append((char, left * POINT_IN_MM, right * POINT_IN_MM))
            low = bottom
        yield line

    def line(self, text):
        """The one line that begins with `text`: its left and right edge."""
        (found,) = [line for line in self.lines if "".join(char for char, *_ in line).startswith(text)]
        return found[0][1], found[-1][2]
