"""The ink of a rendered page, in millimetres: what stands on paper, not what the engine believes."""

import pypdfium2
import pytest

DPI = 600
MM = 25.4 / DPI
DARK = 200
TOLERANCE = 0.5
"""Half a millimetre, where the standard allows one."""


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
        start = previous = rows[0]
        for at in [*rows[1:], height + 2]:
            if at != previous + 1:
                box = self.dark.crop((0, start, width, previous + 1)).getbbox()
                yield start * MM, (previous + 1) * MM, box[0] * MM, box[2] * MM
                start = at
            previous = at


def near(value):
    """A length in millimetres, as the standard wants it."""
    return pytest.approx(value, abs=TOLERANCE)
